//! The body of an error a second time, as a JSON Schema.

use claims::Aspect;
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::parameters::TYPES;
use super::{NESTED, Portal};
use crate::Rule;
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

/// A schema's text with the page's line that each of its lines stands on.
struct Block {
    text: String,
    lines: Vec<u32>,
    /// Where each line of the text begins, in bytes.
    starts: Vec<usize>,
}

impl Block {
    /// The page's line of a byte of the text.
    fn line(&self, offset: usize) -> u32 {
        let index = self
            .starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1);
        self.lines
            .get(index)
            .or(self.lines.last())
            .copied()
            .unwrap_or(1)
    }
}

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

    fn block(&mut self) -> Option<Block> {
        let mut block = Block {
            text: String::new(),
            lines: Vec::new(),
            starts: Vec::new(),
        };
        if let Some(line) = self.lines.peek().filter(|line| line.text != "{") {
            self.ledger.expected("`{`", line);
            return None;
        }
        loop {
            let line = self.lines.next()?;
            self.ledger.rule(line.number, Rule::SchemaStructure);
            block.starts.push(block.text.len());
            block.lines.push(line.number);
            block.text.push_str(line.text);
            block.text.push('\n');
            if line.indent == 0 && line.text == "}" {
                self.reached.due = "";
                return Some(block);
            }
        }
    }

    fn schema(&mut self, block: &Block, path: &str, schema: &Object) {
        if schema.get("properties").is_some() && schema.get("type").is_none() {
            self.state(block.line(schema.start()), path, Aspect::Type, NESTED);
        }
        for keyword in &schema.properties {
            self.keyword(block, path, keyword);
        }
    }

    fn keyword(&mut self, block: &Block, path: &str, keyword: &ObjectProp) {
        let line = block.line(keyword.start());
        match (keyword.name.as_str(), &keyword.value) {
            ("properties", Value::Object(properties)) => {
                for property in &properties.properties {
                    self.schema_property(block, path, property);
                }
            }
            ("required", Value::Array(names)) => {
                for name in &names.elements {
                    match name.as_string_lit() {
                        Some(name) => {
                            let line = block.line(name.range.start);
                            self.state(line, &join(path, &name.value), Aspect::Required, "true");
                        }
                        None => self.unexpected(block, name, "the name of a property"),
                    }
                }
            }
            ("enum", Value::Array(values)) => {
                for value in &values.elements {
                    match scalar(value) {
                        Some(text) => {
                            self.state(block.line(value.start()), path, Aspect::Enum, &text);
                        }
                        None => self.unexpected(block, value, "a value"),
                    }
                }
            }
            ("type", Value::StringLit(ty)) if TYPES.contains(&&*ty.value) => {
                self.state(line, path, Aspect::Type, &ty.value);
            }
            ("description", Value::StringLit(wording)) => self.describe(line, path, &wording.value),
            (name, value) => {
                if let (Some(aspect), Some(text)) = (aspect(name), scalar(value)) {
                    self.state(line, path, aspect, &text);
                } else {
                    let found = quoted(name);
                    self.ledger
                        .error(line, "a keyword of JSON Schema that is known here", found);
                }
            }
        }
    }

    fn schema_property(&mut self, block: &Block, path: &str, property: &ObjectProp) {
        let name = join(path, property.name.as_str());
        self.state(block.line(property.start()), &name, Aspect::Listed, "");
        match &property.value {
            Value::Object(schema) => self.schema(block, &name, schema),
            other => self.unexpected(block, other, "a schema"),
        }
    }

    fn unexpected(&mut self, block: &Block, found: &Value, expected: &str) {
        let text = &block.text[found.range().start..found.range().end];
        self.ledger
            .error(block.line(found.start()), expected, quoted(text));
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

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}
