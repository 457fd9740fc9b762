//! Code: JSON in a body or a response is an example, other code shows how to make a call.

use claims::Aspect;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::field::Opens;
use super::page::{Page, Place, is_status};
use crate::json::{STRICT, scalar};
use crate::reader::within;
use crate::{Kind, Rule};

/// How deep an example may be.
const DEEPEST: usize = 100;

/// What comes first in the claim of an error, and what stands between.
const COLUMNS: [&str; 4] = ["type", "code", "details", "moreInfo"];
const CELL: &str = " · ";

impl Page<'_> {
    /// Reads the lines of one piece of code and returns how many there are.
    pub(super) fn code(&mut self, index: usize) -> usize {
        let follows = |(at, next): (usize, &crate::Block)| {
            let before = &self.blocks[index + at];
            let between = before.line as usize..(next.line as usize).saturating_sub(1);
            next.kind == Kind::Code
                && next.line >= before.line
                && self
                    .blank
                    .get(between)
                    .is_none_or(|lines| lines.iter().all(|blank| *blank))
        };
        let rest = &self.blocks[index + 1..];
        let count = 1 + rest
            .iter()
            .enumerate()
            .take_while(|it| follows(*it))
            .count();
        let blocks = &self.blocks[index..index + count];
        let is_placed = matches!(self.state.place, Place::Of(_) | Place::Parameters)
            && self.operation.is_some();
        let opened = self.opened(index).filter(|(opens, _)| {
            *opens != Opens::Operation || !is_placed || self.taken.contains(&index)
        });
        if let Some((opens, fields)) = opened {
            self.open(index, opens, &fields);
            // What follows the lines of a message's head is its body.
            let is_json = |block: &crate::Block| block.text.trim_start().starts_with(['{', '[']);
            let body = blocks
                .iter()
                .skip(1)
                .position(is_json)
                .map_or(count, |at| at + 1);
            for block in &blocks[1..body] {
                self.rule(block.line, Rule::CodeSample);
            }
            return if body < count {
                body + self.sample(index + body, count - body)
            } else {
                count
            };
        }
        self.sample(index, count)
    }

    /// Reads lines of code that open nothing.
    fn sample(&mut self, index: usize, count: usize) -> usize {
        let blocks = &self.blocks[index..index + count];
        let texts: Vec<_> = blocks.iter().map(|block| &*block.text).collect();
        let text = texts.join("\n");
        let is_json = text.trim_start().starts_with(['{', '[']);
        let place = match &self.state.place {
            Place::Of(place) if (place == "body" || is_status(place)) && !self.state.is_list => {
                Some(place.clone())
            }
            _ => None,
        };
        let is_read = match place {
            Some(place) if is_json && self.reading.is_empty() => self.example(&place, index, &text),
            _ => false,
        };
        let rule = match (is_read, is_json) {
            (true, _) => Rule::ExampleStructure,
            (false, true) => Rule::Unread,
            (false, false) => Rule::CodeSample,
        };
        for block in blocks {
            self.rule(block.line, rule);
        }
        count
    }

    fn example(&mut self, place: &str, index: usize, text: &str) -> bool {
        if depth(text) > DEEPEST {
            return false;
        }
        let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT);
        let Some(value) = parsed.ok().and_then(|parsed| parsed.value) else {
            return false;
        };
        let name = match self.state.elements.last() {
            Some(element) if self.state.is_within && element.place == place => element.name.clone(),
            _ => String::new(),
        };
        if let (Value::Object(object), true) =
            (&value, place.starts_with(['4', '5']) && name.is_empty())
            && let Some(row) = error(object)
        {
            self.say(self.blocks[index].line, place, "", Aspect::Error, &row);
            return true;
        }
        self.leaves(place, &name, &value, &|offset| {
            index + text[..offset].matches('\n').count()
        });
        true
    }

    /// Each leaf is an example of the property that it is; arrays add nothing to the name.
    fn leaves(&mut self, place: &str, name: &str, value: &Value, block: &dyn Fn(usize) -> usize) {
        let text = match value {
            Value::Object(object) if !object.properties.is_empty() => {
                for member in &object.properties {
                    self.leaves(
                        place,
                        &within(name, member.name.as_str()),
                        &member.value,
                        block,
                    );
                }
                return;
            }
            Value::Array(items) if !items.elements.is_empty() => {
                for item in &items.elements {
                    self.leaves(place, name, item, block);
                }
                return;
            }
            Value::Object(_) => "{}".to_owned(),
            Value::Array(_) => "[]".to_owned(),
            leaf => scalar(leaf).unwrap_or_else(|| "null".to_owned()),
        };
        // `"name": "string"` shows a type, not a value.
        if matches!(value, Value::StringLit(_)) && self.is_type(&text) {
            return;
        }
        let line = self.blocks[block(value.start())].line;
        self.say(line, place, name, Aspect::Example, &text);
    }
}

/// The row that an error is, if nothing is nested in it.
fn error(object: &Object) -> Option<String> {
    let mut cells = Vec::new();
    for member in &object.properties {
        let name = member.name.as_str();
        let order = COLUMNS
            .iter()
            .position(|column| *column == name)
            .unwrap_or(COLUMNS.len());
        let cell = match &member.value {
            Value::Object(_) | Value::Array(_) => return None,
            leaf => scalar(leaf).unwrap_or_else(|| "null".to_owned()),
        };
        cells.push((order, name, cell));
    }
    cells.sort();
    let cells: Vec<_> = cells.into_iter().map(|cell| cell.2).collect();
    Some(cells.join(CELL))
}

/// How deep brackets are nested, at most.
fn depth(text: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for letter in text.bytes() {
        match letter {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}
