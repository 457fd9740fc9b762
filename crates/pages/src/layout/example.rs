//! Code: JSON in a body or a response is an example, other code shows how to make a call.

use claims::Aspect;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::page::{Page, is_body};
use super::table::CELL;
use crate::json::{STRICT, scalar};
use crate::reader::within;
use crate::{Kind, Rule};

/// How deep an example may be.
const DEEPEST: usize = 100;

/// What comes first in the claim of an error.
const COLUMNS: [&str; 4] = ["type", "code", "details", "moreInfo"];

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

impl Page<'_> {
    /// Reads the lines of one piece of code and returns how many there are.
    pub(super) fn code(&mut self, index: usize) -> usize {
        let mut end = index + 1;
        while let Some(next) = self.blocks.get(end).filter(|next| next.kind == Kind::Code) {
            let before = self.blocks[end - 1].line as usize;
            let between = before..(next.line as usize).saturating_sub(1);
            let mut between = self.lines.get(between).into_iter().flatten();
            if between.any(|line| !line.trim().is_empty()) {
                break;
            }
            end += 1;
        }
        let is_placed = !["", "operation"].contains(&&*self.state.place);
        let is_call = is_placed && !self.taken.contains(&index);
        let opened = self.opened(index);
        let Some((opens, fields)) = opened.filter(|it| it.0 != "operation" || !is_call) else {
            self.sample(index, end);
            return end - index;
        };
        self.open(index, opens, &fields);
        // What follows the lines of a message's head is its body.
        let body = (index + 1..end).find(|at| is_json(&self.blocks[*at].text));
        let body = body.unwrap_or(end);
        (index + 1..body).for_each(|at| self.rule(self.blocks[at].line, Rule::CodeSample));
        if body < end {
            self.sample(body, end);
        }
        end - index
    }

    /// Reads lines of code that open nothing.
    fn sample(&mut self, index: usize, end: usize) {
        let texts = self.blocks[index..end].iter().map(|block| &*block.text);
        let text = texts.collect::<Vec<_>>().join("\n");
        let place = self.state.place.clone();
        let is_placed = is_body(&place) && !self.state.is_list && self.reading.is_empty();
        let rule = match is_json(&text) {
            false => Rule::CodeSample,
            true if is_placed && self.example(&place, index, &text) => Rule::ExampleStructure,
            true => Rule::Unread,
        };
        (index..end).for_each(|at| self.rule(self.blocks[at].line, rule));
    }

    fn example(&mut self, place: &str, index: usize, text: &str) -> bool {
        let depth = text.bytes().scan(0_usize, |depth, letter| {
            *depth += usize::from(letter == b'{' || letter == b'[');
            *depth = depth.saturating_sub(usize::from(letter == b'}' || letter == b']'));
            Some(*depth)
        });
        if depth.max().is_none_or(|depth| depth > DEEPEST) {
            return false;
        }
        let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT);
        let Some(value) = parsed.ok().and_then(|parsed| parsed.value) else {
            return false;
        };
        let name = self
            .element()
            .map_or_else(String::new, |element| element.name);
        let is_error = place.starts_with(['4', '5']) && name.is_empty();
        if let Some(row) = value.as_object().filter(|_| is_error).and_then(error) {
            self.say(self.blocks[index].line, place, "", Aspect::Error, &row);
            return true;
        }
        let breaks: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let block = |at| index + breaks.partition_point(|it| *it < at);
        self.leaves(place, &name, &value, &block);
        true
    }

    /// Each leaf is an example of the property that it is; arrays add nothing to the name.
    fn leaves(&mut self, place: &str, name: &str, value: &Value, block: &dyn Fn(usize) -> usize) {
        match value {
            Value::Object(object) if !object.properties.is_empty() => {
                for member in &object.properties {
                    let name = within(name, member.name.as_str());
                    self.leaves(place, &name, &member.value, block);
                }
            }
            Value::Array(items) if !items.elements.is_empty() => {
                for item in &items.elements {
                    self.leaves(place, name, item, block);
                }
            }
            // `"name": "string"` shows a type, not a value.
            Value::StringLit(text) if self.is_type(&text.value) => {}
            leaf => {
                let line = self.blocks[block(leaf.start())].line;
                self.say(line, place, name, Aspect::Example, &shown(leaf));
            }
        }
    }
}

fn shown(leaf: &Value) -> String {
    scalar(leaf).unwrap_or_else(|| match leaf {
        Value::Object(_) => "{}".to_owned(),
        Value::Array(_) => "[]".to_owned(),
        _ => "null".to_owned(),
    })
}

/// The row that an error is, if nothing is nested in it.
fn error(object: &Object) -> Option<String> {
    let is_nested = |value: &Value| matches!(value, Value::Object(_) | Value::Array(_));
    let mut members: Vec<_> = object.properties.iter().collect();
    if members.iter().any(|member| is_nested(&member.value)) {
        return None;
    }
    members.sort_by_key(|member| {
        let name = member.name.as_str();
        let order = COLUMNS.iter().position(|column| *column == name);
        (order.unwrap_or(COLUMNS.len()), name)
    });
    let cells = members.iter().map(|member| shown(&member.value));
    Some(cells.collect::<Vec<_>>().join(CELL))
}
