//! The lines of JSON within a page.

use crate::Rule;
use crate::reader::{Layout, Reader};
use crate::source::Line;

/// Why lines of a block state nothing: they hold the rest together, or the capture cuts the block.
pub(crate) type Rules = [Rule; 2];

/// The text of a schema or an example with the page's line that each of its lines stands on.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) text: String,
    /// Where each line of the text begins, in bytes, and its number on the page.
    lines: Vec<(usize, u32)>,
}

impl Block {
    pub(crate) const SCHEMA: Rules = [Rule::SchemaStructure, Rule::CutSchema];
    pub(crate) const EXAMPLE: Rules = [Rule::ExampleStructure, Rule::CutExample];

    pub(crate) fn push(&mut self, line: Line) {
        self.lines.push((self.text.len(), line.number));
        self.text.push_str(line.text);
        self.text.push('\n');
    }

    /// The page's line of a byte of the text.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        let after = self.lines.partition_point(|(start, _)| *start <= offset);
        let line = self.lines[..after].last();
        line.map_or(1, |(_, line)| *line)
    }
}

impl<L: Layout> Reader<'_, L> {
    /// The lines from one that opens an object, its text being `opening`, to the one that closes
    /// it, if that is there; `inside` tells from the line before whether a line can be one of them.
    pub(crate) fn balanced(
        &mut self,
        rules: Rules,
        opening: Line,
        inside: impl Fn(&Line, &Line) -> bool,
    ) -> Option<Block> {
        let mut depth = 0;
        let closes = |line: &Line| {
            depth += nesting(line.text);
            depth <= 0
        };
        let expected = "the rest of a JSON object";
        self.block(rules, opening, closes, expected, inside)
    }

    /// The lines from an opening one to one that closes the block, if all between them are inside.
    pub(crate) fn block(
        &mut self,
        rules: Rules,
        opening: Line,
        mut closes: impl FnMut(&Line) -> bool,
        expected: &str,
        inside: impl Fn(&Line, &Line) -> bool,
    ) -> Option<Block> {
        let mut block = Block::default();
        let mut line = opening;
        loop {
            block.push(line);
            if closes(&line) {
                self.account(&block, rules[0]);
                return Some(block);
            }
            let Some(next) = self.lines.peek() else {
                self.account(&block, rules[1]);
                return None;
            };
            if !inside(&line, &next) {
                self.ledger.expected(expected, next);
                return None;
            }
            self.lines.next();
            line = next;
        }
    }

    /// The rule covers what the block does not state.
    fn account(&mut self, block: &Block, rule: Rule) {
        for (_, line) in &block.lines {
            self.ledger.rule(*line, rule);
        }
    }
}

/// How many objects a line opens and leaves open; less than none if it closes more.
fn nesting(text: &str) -> i32 {
    let (mut depth, mut in_text, mut escaped) = (0, false, false);
    for character in text.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '{' if !in_text => depth += 1,
            '}' if !in_text => depth -= 1,
            _ => {}
        }
    }
    depth
}
