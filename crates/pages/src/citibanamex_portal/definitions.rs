//! The definitions: JSON Schemas one behind the other, without indentation.

use super::Portal;
use crate::Rule;
use crate::json::{Block, Kind};
use crate::source::Line;

pub(super) const HEADING: &str = "Definitions";

impl Portal<'_> {
    pub(super) fn definitions(&mut self) {
        self.fixed(HEADING, Rule::Heading);
        if self.layout.operations.len() > 1 && self.lines.peek().is_some() {
            // The page does not tell which of them uses a definition.
            self.reached.operation.clear();
        }
        let mut definitions = 0;
        while let Some(line) = self.lines.peek() {
            let opens = |line: Line| line.text == "{";
            let mut place = format!("definition {}", definitions + 1);
            let mut line = line;
            // In the form that keeps names, that of the definition stands over it.
            if self.layout.is_named
                && is_name(line.text)
                && self.lines.peek_at(1).is_some_and(opens)
                && let Some(opening) = self.lines.peek_at(1)
            {
                self.lines.next();
                self.ledger.rule(line.number, Rule::Heading);
                place = format!("definition {}", line.text);
                line = opening;
            }
            if !opens(line) {
                self.unexpected_until("`{` of a definition", |_, line| line.text == "{");
                continue;
            }
            self.lines.next();
            definitions += 1;
            self.reach(&place, "", "the rest of the definition");
            self.definition(line);
        }
    }

    fn definition(&mut self, opening: Line) {
        let Some(block) = self.definition_block(Kind::Schema, opening) else {
            // Which brace opens the next one is not told.
            return self.pass_over(|_, _| false);
        };
        self.reached.due = "";
        self.layout.read += 1;
        let is_error = ["\"type\": {", "\"code\": {"];
        self.layout.has_error |= is_error.iter().all(|it| block.text.contains(it));
        let named = self.layout.is_named;
        match self.lines.peek() {
            Some(line) if line.text != "{" && !(named && is_name(line.text)) => {
                let expected = "`{` of a definition, or the end of the page";
                self.give_up(expected, line);
            }
            _ => self.schema_block(&block, ""),
        }
    }

    /// The lines of an object, which have no indentation. It is cut or another one begins in it, which
    /// is reported, if there is none.
    pub(super) fn definition_block(&mut self, kind: Kind, opening: Line) -> Option<Block> {
        self.balanced(kind, opening, |before, line| {
            // An object within an array or behind another element of it; not one of its own.
            line.text != "{" || before.text.ends_with(['[', ',', ':'])
        })
    }
}

/// Whether a text is the name of a definition, and no part of one.
fn is_name(text: &str) -> bool {
    let letter = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
    text.chars().all(letter)
}

/// Whether a line opens the definitions.
pub(super) fn opens(line: &Line) -> bool {
    line.text == HEADING || line.text == "{"
}
