//! An example as JSON: each leaf is an example of the property that it is.

use std::collections::BTreeSet;

use claims::Aspect;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use super::{Block, scalar};
use crate::reader::{Layout, Reader, within};

impl<L: Layout> Reader<'_, L> {
    /// Reads the example that a block holds.
    pub(crate) fn example_block(&mut self, block: &Block) {
        if let Some(example) = self.json_object(block) {
            self.example_members(block, "", &example);
        }
    }

    fn example_members(&mut self, block: &Block, path: &str, object: &Object) {
        let mut names = BTreeSet::new();
        for member in &object.properties {
            let name = member.name.as_str();
            if names.insert(name) {
                self.example_value(block, &within(path, name), &member.value);
            } else {
                self.unexpected_name(block, member, "each member once");
            }
        }
    }

    /// The leaves of a value; arrays add no brackets to the path.
    pub(super) fn example_value(&mut self, block: &Block, path: &str, value: &Value) {
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
}
