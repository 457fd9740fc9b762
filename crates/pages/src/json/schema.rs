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
    /// Reads the schema that a block holds, which is that of a name or of the place itself.
    pub(crate) fn schema_block(&mut self, block: &Block, name: &str) {
        if let Some(schema) = self.json_object(block) {
            self.schema(block, name, &schema);
        }
    }

    /// Reads what a page says of a response, `{ "schema": … }`; whether it is that.
    pub(crate) fn response_block(&mut self, block: &Block) -> bool {
        let response = self.json_object(block);
        for member in response.iter().flat_map(|response| &response.properties) {
            if member.name.as_str() == "schema" {
                self.schema_value(block, "", &member.value);
            } else {
                self.unexpected_name(block, member, "`schema`");
                return false;
            }
        }
        true
    }

    fn schema(&mut self, block: &Block, path: &str, schema: &Object) {
        let ty = type_of(schema);
        if let Some(ty) = &ty {
            let stated = schema.get("type").or(schema.get(REFERENCE));
            let start = stated.map_or(schema.start(), Ranged::start);
            self.state(block.line(start), path, Aspect::Type, ty);
        } else if schema.get("properties").is_some() && schema.get("type").is_none() {
            self.state(block.line(schema.start()), path, Aspect::Type, NESTED);
        }
        self.schema_keywords(block, path, schema);
    }

    /// What a schema says besides its type.
    fn schema_keywords(&mut self, block: &Block, path: &str, schema: &Object) {
        for keyword in self.each_once(block, schema, "each keyword once") {
            let name = keyword.name.as_str();
            if name == REFERENCE && schema.properties.len() > 1 {
                self.unexpected_name(block, keyword, "a reference without other keywords");
            } else {
                self.keyword(block, path, name, keyword);
            }
        }
        if let Some(items) = schema.get("items")
            && type_of(schema).is_none_or(|ty| !ty.starts_with("array"))
        {
            self.unexpected_value(block, &items.value, "`items` beside the type `array`");
        }
        self.schema_required(block, path, schema);
    }

    /// The names in `required`, which have to be those of properties beside it.
    fn schema_required(&mut self, block: &Block, path: &str, schema: &Object) {
        let properties = schema.get_object("properties");
        let properties = properties.iter().flat_map(|of| &of.properties);
        let properties: BTreeSet<_> = properties.map(|it| it.name.as_str()).collect();
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
        let value = &keyword.value;
        match (name, value) {
            ("properties", Value::Object(properties)) => {
                self.schema_properties(block, path, properties);
            }
            // Read when the properties are known.
            ("required", Value::Array(_)) => {}
            ("enum", Value::Array(values)) => {
                for value in &values.elements {
                    self.scalar(block, path, Aspect::Enum, block.line(value.start()), value);
                }
            }
            // Stated with the type of the items.
            ("type", Value::StringLit(ty)) if TYPES.contains(&&*ty.value) => {}
            (REFERENCE, Value::StringLit(reference)) => match referred(&reference.value) {
                Some(name) => self.layout.refer(name),
                None => self.unexpected_value(block, value, "`#/definitions/…`"),
            },
            // Arrays add no brackets to names: what is said of the items is said of the array's name.
            ("items", Value::Object(items)) => self.schema_keywords(block, path, items),
            ("description", Value::StringLit(wording)) => self.describe(line, path, &wording.value),
            // Each of them is said of the same value.
            ("allOf", Value::Array(all)) => {
                for schema in &all.elements {
                    self.schema_value(block, path, schema);
                }
            }
            ("example", Value::Object(_) | Value::Array(_) | Value::NullKeyword(_)) => {
                self.example_value(block, path, value);
            }
            ("additionalProperties", Value::BooleanLit(all)) if all.value => {}
            ("properties", _) => self.unexpected_value(block, value, "an object of schemas"),
            ("items", _) => self.unexpected_value(block, value, "a schema"),
            ("required" | "enum", _) => self.unexpected_value(block, value, "an array"),
            ("type", _) => self.unexpected_value(block, value, "a type of JSON Schema"),
            ("description" | REFERENCE, _) => self.unexpected_value(block, value, "a text"),
            _ => match (aspect(name), scalar(value)) {
                (Some(aspect), _) => self.scalar(block, path, aspect, line, value),
                (None, Some(text)) if OTHERS.contains(&name) || name.starts_with("x-") => {
                    self.state(line, path, Aspect::Keyword, &format!("{name}={text}"));
                }
                (None, _) => {
                    let expected = "a keyword of JSON Schema that is known here";
                    self.unexpected_name(block, keyword, expected);
                }
            },
        }
    }

    fn scalar(&mut self, block: &Block, path: &str, aspect: Aspect, line: u32, value: &Value) {
        match scalar(value) {
            Some(text) => self.state(line, path, aspect, &text),
            None => self.unexpected_value(block, value, "a text, number or truth value"),
        }
    }

    /// Reads what has to be a schema.
    fn schema_value(&mut self, block: &Block, path: &str, value: &Value) {
        match value {
            Value::Object(schema) => self.schema(block, path, schema),
            other => self.unexpected_value(block, other, "a schema"),
        }
    }

    fn schema_properties(&mut self, block: &Block, path: &str, properties: &Object) {
        for property in self.each_once(block, properties, "each property once") {
            let path = within(path, property.name.as_str());
            self.state(block.line(property.start()), &path, Aspect::Listed, "");
            self.schema_value(block, &path, &property.value);
        }
    }
}

/// `string`, `Boat` of a reference to it, `array of Boat`; nothing if the schema names no type.
fn type_of(schema: &Object) -> Option<String> {
    if let Some(reference) = schema.get_string(REFERENCE) {
        return referred(&reference.value).map(str::to_owned);
    }
    let ty = &schema.get_string("type")?.value;
    let items = schema.get_object("items").filter(|_| ty == "array");
    let items = items.and_then(type_of).map(|of| format!("array of {of}"));
    items.or_else(|| TYPES.contains(&&**ty).then(|| ty.clone().into_owned()))
}

/// The name of the definition that a reference leads to.
fn referred(reference: &str) -> Option<&str> {
    let name = reference.strip_prefix(DEFINITIONS)?;
    (!name.is_empty() && !name.contains('/')).then_some(name)
}

/// Keywords with one scalar value that have no aspect of their own.
const OTHERS: [&str; 9] = [
    "additionalProperties",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxItems",
    "maxProperties",
    "minProperties",
    "multipleOf",
    "readOnly",
    "uniqueItems",
];

/// Keywords with one scalar value (JSON Schema 2020-12, validation).
fn aspect(keyword: &str) -> Option<Aspect> {
    Some(match keyword {
        "title" => Aspect::Title,
        "format" => Aspect::Format,
        "minItems" => Aspect::MinItems,
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
