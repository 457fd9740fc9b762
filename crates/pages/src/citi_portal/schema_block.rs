//! The lines of a JSON Schema within a page.

use super::Portal;
use crate::Rule;
use crate::source::Line;

/// A schema's text with the page's line that each of its lines stands on.
#[derive(Default)]
pub(super) struct Block {
    pub(super) text: String,
    lines: Vec<u32>,
    /// Where each line of the text begins, in bytes.
    starts: Vec<usize>,
}

impl Block {
    fn push(&mut self, line: Line) {
        self.starts.push(self.text.len());
        self.lines.push(line.number);
        self.text.push_str(line.text);
        self.text.push('\n');
    }

    /// The page's line of a byte of the text.
    pub(super) fn line(&self, offset: usize) -> u32 {
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
    /// The schema's lines, if it is there to its end.
    pub(super) fn block(&mut self) -> Option<Block> {
        let mut block = Block::default();
        let Some(mut line) = self.lines.next_if_text("{") else {
            if let Some(line) = self.lines.peek() {
                self.ledger.expected("`{`", line);
            }
            return None;
        };
        loop {
            block.push(line);
            if line.indent == 0 && line.text == "}" {
                self.reached.due = "";
                self.account(&block, Rule::SchemaStructure);
                return Some(block);
            }
            let Some(next) = self.lines.peek() else {
                self.account(&block, Rule::CutSchema);
                return None;
            };
            if next.indent == 0 && next.text != "}" {
                self.ledger.expected("`}` in the first column", next);
                return None;
            }
            self.lines.next();
            line = next;
        }
    }

    fn account(&mut self, block: &Block, rule: Rule) {
        for line in &block.lines {
            self.ledger.rule(*line, rule);
        }
    }
}
