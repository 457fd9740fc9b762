//! What a document says about a body: media types, schemas and examples.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use super::ERROR_CELL;
use crate::reader::Meaning::{Label, Within};
use crate::reader::{Reader, Subject, members, plain};
use crate::{Aspect, Pointer};

/// The columns of error tables, in the order of their cells in a claim; others follow by name.
const ERROR_COLUMNS: [&str; 4] = ["type", "code", "details", "moreInfo"];

impl<'d> Reader<'d> {
    pub(super) fn content(
        &mut self,
        this: &Subject,
        node: &Arc<str>,
        content: &'d Value,
    ) -> Option<()> {
        for (media_type, value) in members(content)? {
            let node = Pointer::step(node, media_type);
            self.say(this, Aspect::MediaType, media_type, Pointer::to(&node));
            self.element(
                this,
                &node,
                value,
                &[
                    ("schema", Within(Self::schema)),
                    ("example", self.meant(Self::one_example())),
                    ("examples", Within(Self::examples)),
                ],
            );
        }
        Some(())
    }

    pub(super) fn examples(
        &mut self,
        this: &Subject,
        node: &Arc<str>,
        examples: &'d Value,
    ) -> Option<()> {
        for (label, example) in members(examples)? {
            let mut node = Pointer::step(node, label);
            let mut example = example;
            if self.is_lenient {
                (node, example) = self.referred(&node, example);
            }
            let words = || self.meant(|_, _, _, _| Some(()));
            let table = [
                ("summary", Label),
                ("description", words()),
                ("value", Within(Self::one_example())),
                ("dataValue", self.meant(Self::one_example())),
                // The same once more, as it is sent, and where else it is kept.
                ("serializedValue", words()),
                ("externalValue", words()),
            ];
            self.element(this, &node, example, &table);
        }
        Some(())
    }

    /// Reads the value of an example.
    fn one_example() -> crate::reader::Within<'d> {
        |reader, this, node, value| {
            reader.example(this, node, value);
            Some(())
        }
    }

    /// Of an error status, an example without anything nested is a row of its error table; of any
    /// other example each leaf is one.
    fn example(&mut self, this: &Subject, node: &Arc<str>, value: &Value) {
        let nested = |cell: &Value| cell.is_object() || cell.is_array();
        let row = members(value).is_none_or(|cells| !cells.values().any(nested));
        if row && this.place.starts_with(['4', '5']) {
            self.say(this, Aspect::Error, &error_row(value), Pointer::to(node));
        } else {
            self.leaves(this, value, &Pointer::to(node));
        }
    }

    fn leaves(&mut self, this: &Subject, value: &Value, pointer: &Pointer) {
        match value {
            Value::Object(members) if !members.is_empty() => {
                for (member, value) in members {
                    self.leaves(&this.property(member), value, pointer);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for item in items {
                    self.leaves(this, item, pointer);
                }
            }
            leaf => self.say(this, Aspect::Example, &plain(leaf), pointer.clone()),
        }
    }
}

fn error_row(value: &Value) -> Cow<'_, str> {
    let Some(cells) = members(value) else {
        return plain(value);
    };
    let mut cells: Vec<_> = cells.iter().collect();
    let column = |name: &str| ERROR_COLUMNS.iter().position(|column| *column == name);
    cells.sort_by_key(|(name, _)| (column(name).unwrap_or(ERROR_COLUMNS.len()), *name));
    cells
        .into_iter()
        .map(|(_, cell)| plain(cell))
        .collect::<Vec<_>>()
        .join(ERROR_CELL)
        .into()
}
