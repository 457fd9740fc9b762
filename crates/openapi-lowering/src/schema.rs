//! Schemas: JSON Schema 2020-12 in the dialect of OpenAPI 3.0.3, section 4.7.24.

mod arrays;
mod bounds;
mod content;
mod draft;
mod names;
mod rules;
mod types;

use serde_json::{Map, Value, json};

use crate::keywords::{IDENTITY, LOWERED, SAME, in_order, is_map, lists};
use crate::lowerer::Lowerer;
use crate::place::Place;
use draft::{Draft, count, nothing};

impl<'d> Lowerer<'d> {
    /// A schema and all schemas within it.
    pub(crate) fn schema(&mut self, value: &'d Value, place: &Place) -> Value {
        let place = &place.of(value);
        let source = match value {
            Value::Bool(true) => {
                self.exact(place, "schema `true`", "schema without keywords");
                return json!({});
            }
            Value::Bool(false) => {
                let became = "`not` of a schema without keywords";
                self.exact(place, "schema `false`", became);
                return nothing();
            }
            Value::Object(source) => source,
            other => return other.clone(),
        };
        let mut schema = Draft {
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
    fn keyword(&mut self, schema: &mut Draft<'_, 'd>, keyword: &str, value: &'d Value) {
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
            keyword if lists(SAME, keyword) || keyword.starts_with("x-") => {
                schema.insert(keyword, value.clone());
            }
            keyword if lists(IDENTITY, keyword) => {
                let construct = "`$id`, `$schema`, `$anchor`, `$defs` or `$comment`";
                self.exact(&here, construct, "left out: what is in use is a component");
            }
            keyword if lists(LOWERED, keyword) => {}
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
            Value::Object(_) if !is_map(keyword) => self.schema(value, place),
            Value::Array(_) | Value::Object(_) => self.each(value, place, Self::schema),
            schema => self.schema(schema, place),
        }
    }

    /// Moves a `$ref` into `allOf`, because 3.0 ignores the keywords beside it.
    fn reference_with_siblings(&mut self, schema: &mut Draft<'_, 'd>) {
        if schema.lowered.len() < 2 {
            return;
        }
        let Some(reference) = schema.lowered.shift_remove("$ref") else {
            return;
        };
        let construct = "`$ref` beside other keywords";
        let became = "`allOf` with the `$ref`, beside the other keywords";
        self.exact(schema.place, construct, became);
        let reference = json!({ "$ref": reference });
        match schema.lowered.get_mut("allOf") {
            Some(Value::Array(all)) => all.insert(0, reference),
            _ => schema.insert("allOf", vec![reference]),
        }
    }
}
