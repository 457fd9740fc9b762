//! Schemas: JSON Schema 2020-12 in the dialect of OpenAPI 3.0.3, section 4.7.24.

mod arrays;
mod bounds;
mod content;
mod names;
mod rules;
mod types;

use serde_json::{Map, Value, json};

use super::place::{Place, is_map};
use super::{Lowerer, append};
use crate::normalise::in_order;

/// The keywords of JSON Schema 2020-12 that hold schemas.
pub(super) const SUBSCHEMAS: [&str; 20] = [
    "$defs",
    "definitions",
    "properties",
    "patternProperties",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "dependentSchemas",
    "items",
    "prefixItems",
    "unevaluatedItems",
    "contains",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "contentSchema",
];

/// The keywords that mean in 3.0 what they mean in 2020-12 and hold no schema.
const SAME: [&str; 17] = [
    "title",
    "description",
    "format",
    "default",
    "pattern",
    "multipleOf",
    "minimum",
    "maximum",
    "uniqueItems",
    "readOnly",
    "writeOnly",
    "deprecated",
    "discriminator",
    "externalDocs",
    "required",
    "example",
    "xml",
];

/// The keywords that name schemas and dialects, or are remarks for authors.
const IDENTITY: [&str; 9] = [
    "$id",
    "$schema",
    "$vocabulary",
    "$anchor",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "$comment",
    "$defs",
    "definitions",
];

/// The keywords of 2020-12 that another function of this module lowers.
const LOWERED: [&str; 22] = [
    "type",
    "enum",
    "const",
    "examples",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "prefixItems",
    "unevaluatedItems",
    "contains",
    "minContains",
    "maxContains",
    "patternProperties",
    "propertyNames",
    "unevaluatedProperties",
    "dependentRequired",
    "dependentSchemas",
    "if",
    "then",
    "else",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
];

/// A schema of 2020-12 on its way to 3.0: what it was, what it is now, and where it stands.
struct Schema<'s, 'd> {
    source: &'d Map<String, Value>,
    lowered: Map<String, Value>,
    place: &'s Place,
}

impl Schema<'_, '_> {
    /// Adds a rule that one of these schemas must be fitted, beside all other rules.
    fn one_of_these(&mut self, schemas: Vec<Value>) {
        if self.lowered.contains_key("anyOf") {
            append(&mut self.lowered, "allOf", json!({ "anyOf": schemas }));
        } else {
            self.lowered.insert("anyOf".to_owned(), schemas.into());
        }
    }

    /// Adds a rule that no value fits.
    fn fits_nothing(&mut self) {
        append(&mut self.lowered, "allOf", nothing());
    }

    fn insert(&mut self, keyword: &str, value: impl Into<Value>) {
        self.lowered.insert(keyword.to_owned(), value.into());
    }

    /// Whether the schema has a keyword that applies other schemas to the same value.
    fn applies_others(&self) -> bool {
        let others = [
            "$ref",
            "$dynamicRef",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "dependentSchemas",
        ];
        others
            .iter()
            .any(|keyword| self.source.contains_key(*keyword))
    }
}

impl<'d> Lowerer<'d> {
    /// A schema and all schemas within it.
    pub(super) fn schema(&mut self, value: &'d Value, place: &Place) -> Value {
        let place = &place.of(value);
        let source = match value {
            Value::Bool(true) => {
                self.exact(place, "schema `true`", "schema without keywords");
                return json!({});
            }
            Value::Bool(false) => {
                self.exact(
                    place,
                    "schema `false`",
                    "`not` of a schema without keywords",
                );
                return nothing();
            }
            Value::Object(source) => source,
            other => return other.clone(),
        };
        let mut schema = Schema {
            source,
            lowered: Map::new(),
            place,
        };
        for (keyword, value) in source {
            self.keyword(&mut schema, keyword, value);
        }
        self.values(&mut schema);
        self.types(&mut schema);
        self.examples(&mut schema);
        self.bounds(&mut schema);
        self.arrays(&mut schema);
        self.names(&mut schema);
        self.rules(&mut schema);
        self.content(&mut schema);
        self.unions(&mut schema);
        self.reference_with_siblings(&mut schema);
        let mut lowered = schema.lowered;
        in_order(&mut lowered);
        Value::Object(lowered)
    }

    /// Lowers a keyword that can be without looking at others.
    fn keyword(&mut self, schema: &mut Schema<'_, 'd>, keyword: &str, value: &'d Value) {
        let here = schema.place.step(keyword);
        match keyword {
            "$ref" => {
                let reference = value.as_str().map(|it| self.reference(it, schema.place));
                schema.insert(keyword, reference.unwrap_or_else(|| value.clone()));
            }
            "$dynamicRef" => {
                if let Some(reference) = value.as_str() {
                    self.lost(&here, "`$dynamicRef`", "`$ref` to where it leads at first");
                    let reference = self.reference(reference, schema.place);
                    schema.lowered.entry("$ref").or_insert(reference);
                }
            }
            // The one place where 3.0 knows booleans.
            "additionalProperties" if value.is_boolean() => schema.insert(keyword, value.clone()),
            "properties" | "items" | "additionalProperties" | "allOf" | "anyOf" => {
                let lowered = self.within(keyword, value, &here);
                schema.insert(keyword, lowered);
            }
            "oneOf" | "not" => {
                let before = self.so_far();
                let lowered = self.within(keyword, value, &here);
                if !self.lost_since(before) {
                    schema.insert(keyword, lowered);
                } else if let ("oneOf", Value::Array(schemas)) = (keyword, lowered) {
                    // More fits each, so more than one may fit what only one did.
                    let construct = "`oneOf` of schemas that 3.0 cannot say in full";
                    self.lost(&here, construct, "`anyOf`");
                    schema.one_of_these(schemas);
                } else {
                    // More fits it, so less would fit its opposite.
                    let construct = "`not` of a schema that 3.0 cannot say in full";
                    self.lost(&here, construct, "left out");
                }
            }
            // 2020-12 takes 3.0 for a whole number, the draft that 3.0 is made of does not.
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" => {
                schema.insert(keyword, count(value).map_or(value.clone(), Value::from));
            }
            "required" if value == &json!([]) => {
                self.exact(&here, "`required` without names", "left out");
            }
            keyword if SAME.contains(&keyword) || keyword.starts_with("x-") => {
                schema.insert(keyword, value.clone());
            }
            keyword if IDENTITY.contains(&keyword) => {
                let construct = "`$id`, `$schema`, `$anchor`, `$defs` or `$comment`";
                self.exact(&here, construct, "left out: what is in use is a component");
            }
            keyword if LOWERED.contains(&keyword) => {}
            "nullable" => {
                let construct = "`nullable`, which 3.1 does not know";
                self.exact(&here, construct, "left out, or it would say something");
            }
            other => {
                let construct = "keyword that is neither OpenAPI's nor JSON Schema's";
                self.exact(&here, construct, "the same with `x-` before its name");
                let name = format!("x-{}", other.trim_start_matches('$'));
                schema.lowered.entry(name).or_insert(value.clone());
            }
        }
    }

    /// The schema, the list or the map of schemas that a keyword holds.
    fn within(&mut self, keyword: &str, value: &'d Value, place: &Place) -> Value {
        match value {
            Value::Array(schemas) => {
                let each = schemas.iter().enumerate();
                each.map(|(index, schema)| self.schema(schema, &place.index(index)))
                    .collect()
            }
            Value::Object(schemas) if is_map(keyword) => {
                let each = schemas.iter();
                let lower = |(name, schema): (&String, &'d Value)| {
                    (name.clone(), self.schema(schema, &place.step(name)))
                };
                Value::Object(each.map(lower).collect())
            }
            schema => self.schema(schema, place),
        }
    }

    /// 3.0 ignores what stands beside a `$ref`.
    fn reference_with_siblings(&mut self, schema: &mut Schema<'_, 'd>) {
        if schema.lowered.len() < 2 {
            return;
        }
        let Some(reference) = schema.lowered.shift_remove("$ref") else {
            return;
        };
        let construct = "`$ref` beside other keywords";
        self.exact(
            schema.place,
            construct,
            "`allOf` of the `$ref`, beside them",
        );
        let reference = json!({ "$ref": reference });
        match schema.lowered.get_mut("allOf") {
            Some(Value::Array(all)) => all.insert(0, reference),
            _ => schema.insert("allOf", vec![reference]),
        }
    }
}

/// A number of characters, items or properties.
fn count(value: &Value) -> Option<u64> {
    let whole = value.as_f64().filter(|count| count.fract() == 0.0);
    value
        .as_u64()
        .or_else(|| format!("{:.0}", whole?).parse().ok())
}

/// A schema that no value fits.
fn nothing() -> Value {
    json!({ "not": {} })
}
