//! Types and values: several types, `null`, `const`, `enum`, `examples`.
//!
//! In 3.0, `null` is of no type; `nullable` adds it to the `type` beside it and to nothing else
//! (OpenAPI 3.0.3, section 4.7.24.1), and a list of values must have it too.

use serde_json::{Map, Value, json};

use super::draft::Draft;
use crate::lowerer::Lowerer;

/// A schema that `null` fits and nothing else: the type is there for `nullable` to add to.
fn null() -> Value {
    json!({ "type": "string", "nullable": true, "enum": [null] })
}

impl<'d> Lowerer<'d> {
    /// `const` and `enum`.
    pub(super) fn values(&mut self, schema: &mut Draft<'_, 'd>) {
        if let Some(values) = schema.source.get("enum") {
            schema.insert("enum", values.clone());
        }
        if let Some(value) = schema.source.get("const") {
            let place = schema.place.step("const");
            self.exact(&place, "`const`", "`enum` of one value");
            let listed = schema.lowered.get("enum").and_then(Value::as_array);
            let unlisted = listed.is_some_and(|listed| !listed.contains(value));
            let values = if unlisted {
                vec![]
            } else {
                vec![value.clone()]
            };
            schema.insert("enum", values);
        }
        if schema.lowered.get("enum") == Some(&json!([])) {
            let place = schema.place.step("enum");
            self.exact(
                &place,
                "`enum` without values",
                "`not` of a schema without keywords",
            );
            schema.lowered.shift_remove("enum");
            schema.fits_nothing();
        }
    }

    pub(super) fn types(&mut self, schema: &mut Draft<'_, 'd>) {
        let place = schema.place.step("type");
        let (mut types, null_too) = match schema.source.get("type") {
            Some(Value::String(ty)) if ty != "null" => {
                schema.insert("type", ty.as_str());
                self.without_null_value(schema);
                self.array_has_items(schema);
                return;
            }
            Some(Value::String(_)) => (vec![], true),
            Some(Value::Array(types)) => {
                let (null, types) = types
                    .iter()
                    .filter_map(Value::as_str)
                    .partition::<Vec<_>, _>(|ty| *ty == "null");
                (types, !null.is_empty())
            }
            Some(other) => return schema.insert("type", other.clone()),
            None => return self.null_value_without_type(schema),
        };
        types.dedup();
        let listed = schema.lowered.get("enum").and_then(Value::as_array);
        let null_listed = listed.is_none_or(|listed| listed.contains(&Value::Null));
        // What is not among the values is not valid, whatever the type says.
        let nullable = null_too && null_listed;
        if !nullable {
            self.without_null_value(schema);
        }
        match types.as_slice() {
            [] if nullable => {
                let became = "`nullable` and an `enum` of `null` alone";
                self.exact(&place, "`type: null`", became);
                fill(&mut schema.lowered, null());
            }
            [] => {
                self.exact(&place, "`type: null`", "`not`: the `enum` has no `null`");
                schema.lowered.shift_remove("enum");
                schema.fits_nothing();
            }
            [ty] => {
                schema.insert("type", *ty);
                if null_too {
                    self.exact(&place, "`null` among the types", "`nullable`");
                } else {
                    self.exact(&place, "list of one type", "the type");
                }
                if nullable {
                    schema.insert("nullable", true);
                }
                self.array_has_items(schema);
            }
            several => {
                self.exact(&place, "several types", "`anyOf` of one type each");
                let branches = several.iter().map(|ty| typed(ty, nullable)).collect();
                schema.one_of_these(branches);
            }
        }
    }

    /// `null` among the values of a type that is not nullable can never be.
    fn without_null_value(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(Value::Array(values)) = schema.lowered.get_mut("enum") else {
            return;
        };
        let before = values.len();
        values.retain(|value| !value.is_null());
        if values.len() == before {
            return;
        }
        let listed = schema.source.contains_key("enum");
        let place = schema.place.step(if listed { "enum" } else { "const" });
        self.exact(&place, "`null` among values of another type", "left out");
        if schema.lowered["enum"] == json!([]) {
            schema.lowered.shift_remove("enum");
            schema.fits_nothing();
        }
    }

    /// `null` among values without a type: the types of the others, and `nullable`.
    fn null_value_without_type(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(Value::Array(values)) = schema.lowered.get("enum") else {
            return;
        };
        if !values.contains(&Value::Null) {
            return;
        }
        let mut types: Vec<&str> = values.iter().filter_map(type_of).collect();
        types.sort_unstable();
        types.dedup();
        let listed = schema.source.contains_key("enum");
        let place = schema.place.step(if listed { "enum" } else { "const" });
        let construct = "`null` among values without a type";
        self.exact(&place, construct, "the type of the others, and `nullable`");
        match types.as_slice() {
            [] => fill(&mut schema.lowered, null()),
            [ty] => fill(&mut schema.lowered, typed(ty, true)),
            several => {
                let branches = several.iter().map(|ty| typed(ty, true)).collect();
                schema.one_of_these(branches);
            }
        }
    }

    /// 3.0 demands `items` of every array.
    fn array_has_items(&mut self, schema: &mut Draft<'_, 'd>) {
        if schema.lowered.get("type") == Some(&json!("array"))
            && !schema.lowered.contains_key("items")
            && !schema.source.contains_key("prefixItems")
        {
            let construct = "array without `items`";
            self.exact(schema.place, construct, "`items` without keywords");
            schema.insert("items", json!({}));
        }
    }

    /// `examples`: the first is the `example`, the others an extension.
    pub(super) fn examples(&mut self, schema: &mut Draft<'_, 'd>) {
        let Some(Value::Array(examples)) = schema.source.get("examples") else {
            return;
        };
        let mut examples = examples.clone();
        let place = schema.place.step("examples");
        if schema.lowered.contains_key("example") {
            self.exact(&place, "`examples` beside an `example`", "`x-examples`");
        } else if examples.len() > 1 {
            let became = "`example`, the others `x-examples`";
            self.exact(&place, "several `examples`", became);
        } else {
            self.exact(&place, "`examples`", "`example`");
        }
        if !examples.is_empty() && !schema.lowered.contains_key("example") {
            schema.insert("example", examples.remove(0));
        }
        if !examples.is_empty() {
            schema.insert("x-examples", examples);
        }
    }

    /// `null` among the schemas of an `anyOf` or `oneOf`.
    pub(super) fn unions(&mut self, schema: &mut Draft<'_, 'd>) {
        for keyword in ["anyOf", "oneOf"] {
            let Some(Value::Array(schemas)) = schema.lowered.get_mut(keyword) else {
                continue;
            };
            if schemas.len() < 2 || !schemas.iter().any(is_null) {
                continue;
            }
            // A schema that has a type may have `null` too, unless others beside it forbid it.
            let Some(Value::Object(takes)) = schemas.iter_mut().find(|it| takes_null(it)) else {
                continue;
            };
            takes.insert("nullable".to_owned(), true.into());
            schemas.retain(|it| !is_null(it));
            let place = schema.place.step(keyword);
            let construct = "`null` among the schemas of a union";
            self.exact(&place, construct, "`nullable` on one of the others");
            // `X or null` becomes a nullable X, unless X repeats a keyword that stands outside.
            if let [Value::Object(only)] = schemas.as_slice() {
                let only = only.clone();
                let outside = &schema.lowered;
                if !only.keys().any(|keyword| outside.contains_key(keyword)) {
                    schema.lowered.shift_remove(keyword);
                    schema.lowered.extend(only);
                }
            }
        }
    }
}

fn is_null(schema: &Value) -> bool {
    schema == &null()
}

fn takes_null(schema: &Value) -> bool {
    let forbids = ["$ref", "allOf", "anyOf", "oneOf", "not", "enum"];
    schema.get("type").is_some() && !forbids.iter().any(|keyword| schema.get(keyword).is_some())
}

/// A schema of one type.
fn typed(ty: &str, nullable: bool) -> Value {
    let mut schema = json!({ "type": ty });
    if nullable {
        schema["nullable"] = json!(true);
    }
    if ty == "array" {
        schema["items"] = json!({});
    }
    schema
}

/// The type of a value, `null` having none.
fn type_of(value: &Value) -> Option<&'static str> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some("boolean"),
        Value::Number(_) => Some("number"),
        Value::String(_) => Some("string"),
        Value::Array(_) => Some("array"),
        Value::Object(_) => Some("object"),
    }
}

/// Adds keywords where there are none of that name.
fn fill(keywords: &mut Map<String, Value>, from: Value) {
    if let Value::Object(from) = from {
        for (keyword, value) in from {
            keywords.entry(keyword).or_insert(value);
        }
    }
}
