//! The lines of JSON within a page.

use crate::Rule;
use crate::reader::{Layout, Reader};
use crate::source::Line;

/// What a block of JSON is.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Schema,
    Example,
}

impl Kind {
    /// The rule for lines that only hold the rest together.
    pub(crate) fn whole(self) -> Rule {
        match self {
            Self::Schema => Rule::SchemaStructure,
            Self::Example => Rule::ExampleStructure,
        }
    }

    /// The rule for the lines of a block that the capture cuts.
    pub(crate) fn cut(self) -> Rule {
        match self {
            Self::Schema => Rule::CutSchema,
            Self::Example => Rule::CutExample,
        }
    }
}

/// The text of a schema or an example with the page's line that each of its lines stands on.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) text: String,
    lines: Vec<u32>,
    /// Where each line of the text begins, in bytes.
    starts: Vec<usize>,
}

impl Block {
    pub(crate) fn push(&mut self, line: Line) {
        self.starts.push(self.text.len());
        self.lines.push(line.number);
        self.text.push_str(line.text);
        self.text.push('\n');
    }

    /// The page's line of a byte of the text.
    pub(crate) fn line(&self, offset: usize) -> u32 {
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

impl<L: Layout> Reader<'_, L> {
    /// The lines from one that opens an object, its text being `opening`, to the one that closes
    /// it, if that is there; `inside` tells from the line before whether a line can be one of them.
    pub(crate) fn balanced(
        &mut self,
        kind: Kind,
        opening: Line,
        inside: impl Fn(&Line, &Line) -> bool,
    ) -> Option<Block> {
        let mut depth = 0;
        let closes = |line: &Line| {
            depth += nesting(line.text);
            depth <= 0
        };
        let expected = "the rest of a JSON object";
        self.block(kind, opening, closes, expected, inside)
    }

    /// The lines from an opening one to one that closes the block, if all between them are inside.
    pub(crate) fn block(
        &mut self,
        kind: Kind,
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
                self.account(&block, kind.whole());
                return Some(block);
            }
            let Some(next) = self.lines.peek() else {
                self.account(&block, kind.cut());
                return None;
            };
            if !inside(&line, &next) {
                self.expected(expected, next);
                return None;
            }
            self.lines.next();
            line = next;
        }
    }

    /// The rule covers what the block does not state.
    fn account(&mut self, block: &Block, rule: Rule) {
        for line in &block.lines {
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
