//! The body of an error a second time, as a JSON Schema.

use std::collections::BTreeSet;

use claims::Aspect;
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::property::within;
use super::schema_block::Block;
use super::{NESTED, Portal, TYPES};
use crate::source::quoted;

/// JSON as RFC 8259 has it, none of the parser's leniences.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

impl Portal<'_> {
    /// Reads the schema from its opening brace to the closing one in the first column.
    pub(super) fn response_schema(&mut self) {
        let Some(block) = self.block() else { return };
        let parsed = parse_to_ast(&block.text, &CollectOptions::default(), &STRICT);
        match parsed.map(|parsed| parsed.value) {
            Ok(Some(Value::Object(schema))) => self.schema(&block, "", &schema),
            Ok(_) => self
                .ledger
                .error(block.line(0), "a JSON object", "something else".to_owned()),
            Err(error) => {
                let found = error.kind().to_string();
                self.ledger
                    .error(block.line(error.range().start), "JSON", found);
            }
        }
    }

    fn schema(&mut self, block: &Block, path: &str, schema: &Object) {
        let mut keywords = BTreeSet::new();
        for keyword in &schema.properties {
            let name = keyword.name.as_str();
            if keywords.insert(name) {
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
            ("description", Value::StringLit(wording)) => self.describe(line, path, &wording.value),
            ("properties", value) => self.unexpected_value(block, value, "an object of schemas"),
            ("required" | "enum", value) => self.unexpected_value(block, value, "an array"),
            ("type", value) => self.unexpected_value(block, value, "a type of JSON Schema"),
            ("description", value) => self.unexpected_value(block, value, "a text"),
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

    fn unexpected_name(&mut self, block: &Block, found: &ObjectProp, expected: &str) {
        let found_name = quoted(found.name.as_str());
        self.ledger
            .error(block.line(found.start()), expected, found_name);
    }

    fn unexpected_value(&mut self, block: &Block, found: &Value, expected: &str) {
        let text = &block.text[found.range().start..found.range().end];
        let first = text.lines().next().unwrap_or_default();
        self.ledger
            .error(block.line(found.start()), expected, quoted(first));
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

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::StringLit(text) => Some(text.value.clone().into_owned()),
        Value::NumberLit(number) => Some(number.value.to_owned()),
        Value::BooleanLit(truth) => Some(truth.value.to_string()),
        Value::Object(_) | Value::Array(_) | Value::NullKeyword(_) => None,
    }
}
