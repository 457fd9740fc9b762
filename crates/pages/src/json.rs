//! JSON within a page: schemas and examples, each value with the page's line that it stands on. Each
//! leaf of an example is an example of the property that it is.

mod block;
mod schema;

use std::collections::BTreeSet;

use claims::Aspect;
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::reader::{Layout, Reader, within};
use crate::source::quoted;

pub(crate) use block::Block;

/// JSON as RFC 8259 has it, none of the parser's leniences.
pub(crate) const STRICT: ParseOptions = ParseOptions {
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

/// JSON as people write it in examples: with comments, and with commas too many or too few.
const WRITTEN: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_missing_commas: true,
    ..STRICT
};

/// Reads a text as a JSON object. The error has its place, what was expected and what was found.
fn object<'t>(
    text: &'t str,
    options: &ParseOptions,
) -> Result<Object<'t>, (usize, &'static str, String)> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), options);
    match parsed.map(|parsed| parsed.value) {
        Ok(Some(Value::Object(object))) => Ok(object),
        Ok(_) => Err((0, "a JSON object", "something else".to_owned())),
        Err(error) => Err((error.range().start, "JSON", error.kind().to_string())),
    }
}

impl<L: Layout> Reader<'_, L> {
    /// The object that a block of a schema holds; anything else is reported.
    fn json_object<'b>(&mut self, block: &'b Block) -> Option<Object<'b>> {
        let object = object(&block.text, &STRICT);
        let report =
            |(start, expected, found)| self.ledger.error(block.line(start), expected, found);
        object.map_err(report).ok()
    }

    /// Reads the example that a block holds. One that is not JSON is marked, and states what it does if
    /// it is nearly so.
    pub(crate) fn example_block(&mut self, block: &Block) {
        let example = object(&block.text, &STRICT).or_else(|(start, ..)| {
            self.state(block.line(start), "", Aspect::Unread, "example");
            object(&block.text, &WRITTEN)
        });
        if let Ok(example) = example {
            self.example_members(block, "", &example);
        }
    }

    fn example_members(&mut self, block: &Block, path: &str, object: &Object) {
        for member in self.each_once(block, object, "each member once") {
            let path = within(path, member.name.as_str());
            self.example_value(block, &path, &member.value);
        }
    }

    /// The leaves of a value; arrays add no brackets to the path.
    fn example_value(&mut self, block: &Block, path: &str, value: &Value) {
        let text = match value {
            Value::Object(object) if !object.properties.is_empty() => {
                return self.example_members(block, path, object);
            }
            Value::Array(items) if !items.elements.is_empty() => {
                for item in &items.elements {
                    self.example_value(block, path, item);
                }
                return;
            }
            Value::Object(_) => "{}".to_owned(),
            Value::Array(_) => "[]".to_owned(),
            leaf => scalar(leaf).unwrap_or_else(|| "null".to_owned()),
        };
        self.state(block.line(value.start()), path, Aspect::Example, &text);
    }

    /// The members of an object; those of a name that is there already are reported.
    fn each_once<'o, 'p>(
        &mut self,
        block: &Block,
        object: &'o Object<'p>,
        expected: &str,
    ) -> Vec<&'o ObjectProp<'p>> {
        let mut names = BTreeSet::new();
        let members = object.properties.iter();
        let (once, again): (Vec<_>, Vec<_>) =
            members.partition(|member| names.insert(member.name.as_str()));
        for member in again {
            self.unexpected_name(block, member, expected);
        }
        once
    }

    fn unexpected_name(&mut self, block: &Block, found: &ObjectProp, expected: &str) {
        let name = quoted(found.name.as_str());
        self.ledger.error(block.line(found.start()), expected, name);
    }

    fn unexpected_value(&mut self, block: &Block, found: &Value, expected: &str) {
        let text = &block.text[found.range().start..found.range().end];
        let first = quoted(text.lines().next().unwrap_or_default());
        self.ledger
            .error(block.line(found.start()), expected, first);
    }
}

pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::StringLit(text) => Some(text.value.clone().into_owned()),
        Value::NumberLit(number) => Some(number.value.to_owned()),
        Value::BooleanLit(truth) => Some(truth.value.to_string()),
        Value::Object(_) | Value::Array(_) | Value::NullKeyword(_) => None,
    }
}
