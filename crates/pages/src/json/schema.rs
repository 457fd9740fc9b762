//! A body as a JSON Schema.

use std::collections::BTreeSet;

use claims::Aspect;
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::{Block, scalar};
use crate::reader::{Layout, NESTED, Reader, TYPES, within};

/// The keyword that names another schema.
const REFERENCE: &str = "$ref";

/// Where the schemas that a page refers to stand (Swagger 2.0).
const DEFINITIONS: &str = "#/definitions/";

impl<L: Layout> Reader<'_, L> {
    /// Reads the schema that a block holds.
    pub(crate) fn schema_block(&mut self, block: &Block) {
        if let Some(schema) = self.json_object(block) {
            self.schema(block, "", &schema);
        }
    }

    fn schema(&mut self, block: &Block, path: &str, schema: &Object) {
        let mut keywords = BTreeSet::new();
        for keyword in &schema.properties {
            let name = keyword.name.as_str();
            if name == REFERENCE && schema.properties.len() > 1 {
                self.unexpected_name(block, keyword, "a reference without other keywords");
            } else if keywords.insert(name) {
                self.keyword(block, path, name, keyword);
            } else {
                self.unexpected_name(block, keyword, "each keyword once");
            }
        }
        if keywords.contains("properties") && !keywords.contains("type") {
            self.state(block.line(schema.start()), path, Aspect::Type, NESTED);
        }
        self.schema_required(block, path, schema);
    }

    /// The names in `required`, which have to be those of properties beside it.
    fn schema_required(&mut self, block: &Block, path: &str, schema: &Object) {
        let properties = schema.get_object("properties");
        let properties: BTreeSet<_> = properties
            .iter()
            .flat_map(|properties| &properties.properties)
            .map(|property| property.name.as_str())
            .collect();
        let names = schema.get_array("required");
        for name in names.iter().flat_map(|names| &names.elements) {
            match name.as_string_lit() {
                Some(known) if properties.contains(&*known.value) => {
                    let path = within(path, &known.value);
                    self.state(block.line(name.start()), &path, Aspect::Required, "true");
                }
                _ => self.unexpected_value(block, name, "the name of a property beside `required`"),
            }
        }
    }

    fn keyword(&mut self, block: &Block, path: &str, name: &str, keyword: &ObjectProp) {
        let line = block.line(keyword.start());
        match (name, &keyword.value) {
            ("properties", Value::Object(properties)) => {
                self.schema_properties(block, path, properties);
            }
            // Read when the properties are known.
            ("required", Value::Array(_)) => {}
            ("enum", Value::Array(values)) => {
                for value in &values.elements {
                    match scalar(value) {
                        Some(text) => {
                            self.state(block.line(value.start()), path, Aspect::Enum, &text);
                        }
                        None => {
                            self.unexpected_value(block, value, "a text, number or truth value");
                        }
                    }
                }
            }
            ("type", Value::StringLit(ty)) if TYPES.contains(&&*ty.value) => {
                self.state(line, path, Aspect::Type, &ty.value);
            }
            (REFERENCE, Value::StringLit(reference)) => {
                match reference.value.strip_prefix(DEFINITIONS) {
                    Some(name) if !name.is_empty() && !name.contains('/') => {
                        self.state(line, path, Aspect::Type, name);
                        self.layout.refer(name);
                    }
                    _ => self.unexpected_value(block, &keyword.value, "`#/definitions/…`"),
                }
            }
            ("description", Value::StringLit(wording)) => self.describe(line, path, &wording.value),
            ("properties", value) => self.unexpected_value(block, value, "an object of schemas"),
            ("required" | "enum", value) => self.unexpected_value(block, value, "an array"),
            ("type", value) => self.unexpected_value(block, value, "a type of JSON Schema"),
            ("description" | REFERENCE, value) => self.unexpected_value(block, value, "a text"),
            (_, value) => match (aspect(name), scalar(value)) {
                (Some(aspect), Some(text)) => self.state(line, path, aspect, &text),
                (Some(_), None) => {
                    self.unexpected_value(block, value, "a text, number or truth value");
                }
                (None, _) => {
                    let expected = "a keyword of JSON Schema that is known here";
                    self.unexpected_name(block, keyword, expected);
                }
            },
        }
    }

    fn schema_properties(&mut self, block: &Block, path: &str, properties: &Object) {
        let mut names = BTreeSet::new();
        for property in &properties.properties {
            let name = property.name.as_str();
            if !names.insert(name) {
                self.unexpected_name(block, property, "each property once");
                continue;
            }
            let path = within(path, name);
            self.state(block.line(property.start()), &path, Aspect::Listed, "");
            match &property.value {
                Value::Object(schema) => self.schema(block, &path, schema),
                other => self.unexpected_value(block, other, "a schema"),
            }
        }
    }
}

/// Keywords with one scalar value (JSON Schema 2020-12, validation).
fn aspect(keyword: &str) -> Option<Aspect> {
    Some(match keyword {
        "format" => Aspect::Format,
        "default" => Aspect::Default,
        "example" => Aspect::Example,
        "pattern" => Aspect::Pattern,
        "minLength" => Aspect::MinLength,
        "maxLength" => Aspect::MaxLength,
        "minimum" => Aspect::Minimum,
        "maximum" => Aspect::Maximum,
        _ => return None,
    })
}
