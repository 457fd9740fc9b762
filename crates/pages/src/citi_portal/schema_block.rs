//! The body of an error a second time, as a JSON Schema.

use super::Portal;
use crate::json::{Block, Kind};

impl Portal<'_> {
    /// Reads the schema from its opening brace to the closing one in the first column.
    pub(super) fn response_schema(&mut self) {
        if let Some(block) = self.block() {
            self.schema_block(&block, "");
        }
    }

    /// The schema's lines, if it is there to its end.
    fn block(&mut self) -> Option<Block> {
        let mut block = Block::default();
        self.expect("`{`", |_, line| line.text != "{");
        let mut line = self.lines.next_if_text("{")?;
        loop {
            block.push(line);
            if line.indent == 0 && line.text == "}" {
                self.reached.due = "";
                self.account(&block, Kind::Schema.whole());
                return Some(block);
            }
            let Some(next) = self.lines.peek() else {
                self.account(&block, Kind::Schema.cut());
                return None;
            };
            if next.indent == 0 && next.text != "}" {
                self.expected("`}` in the first column", next);
                return None;
            }
            self.lines.next();
            line = next;
        }
    }
}
