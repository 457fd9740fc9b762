//! The definitions: JSON Schemas one behind the other, without indentation.

use super::Portal;
use crate::Rule;
use crate::json::Kind;
use crate::source::Line;

const HEADING: &str = "Definitions";

impl Portal<'_> {
    pub(super) fn definitions(&mut self) {
        self.fixed(HEADING, Rule::Heading);
        let mut definitions = 0;
        while let Some(line) = self.lines.peek() {
            if line.text != "{" {
                self.unexpected_until("`{` of a definition", |_, line| line.text == "{");
                continue;
            }
            self.lines.next();
            definitions += 1;
            let place = format!("definition {definitions}");
            self.reach(&place, "", "the rest of the definition");
            self.definition(line);
        }
    }

    fn definition(&mut self, opening: Line) {
        let block = self.balanced(Kind::Schema, opening, |before, line| {
            // An object within an array or behind another element of it; not one of its own.
            line.text != "{" || before.text.ends_with(['[', ',', ':'])
        });
        match (block, self.lines.peek()) {
            (Some(_), Some(line)) if line.text != "{" => {
                let expected = "`{` of a definition, or the end of the page";
                self.ledger.expected(expected, line);
                self.pass_over(|_, line| line.text == "{");
            }
            (Some(block), _) => {
                self.reached.due = "";
                self.layout.read += 1;
                self.schema_block(&block);
            }
            // It is cut, or another one begins in it, which is reported.
            (None, _) => {}
        }
    }
}

/// Whether a line opens the definitions.
pub(super) fn opens(line: &Line) -> bool {
    line.text == HEADING || line.text == "{"
}
