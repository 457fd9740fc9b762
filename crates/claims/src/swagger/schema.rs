//! Schemas: references, `x-nullable`, `discriminator` and files.

use serde_json::{Value, json};

use super::{Raise, refer};
use crate::Pointer;

impl Raise {
    pub(super) fn schema(&mut self, at: &str, schema: &mut Value) {
        if schema.is_boolean() {
            return;
        }
        refer(schema);
        let Some(keywords) = self.object(at, schema) else {
            return;
        };
        for (keyword, value) in keywords.iter_mut() {
            let at = Pointer::step(at, keyword);
            match (&**keyword, &mut *value) {
                ("discriminator", Value::String(property)) => {
                    *value = json!({ "propertyName": property });
                }
                // A property may be called like an extension.
                ("properties", _) => {
                    for (name, value) in self.object(&at, value).into_iter().flatten() {
                        self.schema(&Pointer::step(&at, name), value);
                    }
                }
                ("items" | "allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => {
                    for (index, schema) in schemas.iter_mut().enumerate() {
                        self.schema(&Pointer::step(&at, &index.to_string()), schema);
                    }
                }
                ("allOf" | "anyOf" | "oneOf", other) => {
                    let fix = "write it in brackets, even if it has one element";
                    self.problem(&at, "a list", Some(other), fix);
                }
                ("items" | "additionalItems" | "additionalProperties" | "not", _) => {
                    self.schema(&at, value);
                }
                _ => {}
            }
        }
        if keywords.get("type").is_some_and(|it| it == "file") {
            keywords["type"] = "string".into();
            keywords.insert("format".to_owned(), "binary".into());
        }
        for (from, to) in [
            ("x-nullable", "nullable"),
            ("collectionFormat", "x-collectionFormat"),
        ] {
            if let Some(value) = keywords.shift_remove(from)
                && value != "csv"
            {
                keywords.insert(to.to_owned(), value);
            }
        }
    }
}
