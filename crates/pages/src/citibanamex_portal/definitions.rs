//! The definitions: JSON Schemas one behind the other, without indentation.

use super::Portal;
use crate::Rule;
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
            let mut name = (definitions + 1).to_string();
            // In the form that keeps names, that of the definition stands over it.
            let opens = |line: Line| line.text == "{";
            if self.is_definition_name(&line) && self.lines.peek_at(1).is_some_and(opens) {
                line.text.clone_into(&mut name);
                self.skip(|_| true, Rule::Heading);
            }
            let Some(opening) = self.lines.next_if_text("{") else {
                self.unexpected_until("`{` of a definition", |_, line| line.text == "{");
                continue;
            };
            definitions += 1;
            self.reach(&format!("definition {name}"), "");
            self.definition(opening, name);
        }
    }

    fn definition(&mut self, opening: Line, name: String) {
        let Some(block) = self.object(opening) else {
            // Which brace opens the next one is not told.
            return self.pass_over(|_, _| false);
        };
        self.reached.is_open = false;
        self.layout.defined.insert(name);
        let is_error = ["\"type\": {", "\"code\": {"];
        self.layout.has_error |= is_error.iter().all(|it| block.text.contains(it));
        match self.lines.peek() {
            Some(line) if line.text != "{" && !self.is_definition_name(&line) => {
                self.give_up("`{` of a definition, or the end of the page", line);
            }
            _ => self.schema_block(&block, ""),
        }
    }

    /// Whether a line is the name of a definition, and no part of one.
    fn is_definition_name(&self, line: &Line) -> bool {
        let letter = |letter: char| letter.is_alphanumeric() || "_-.".contains(letter);
        self.layout.is_named && line.text.chars().all(letter)
    }
}

/// Whether a line opens the definitions.
pub(super) fn opens(line: &Line) -> bool {
    line.text == HEADING || line.text == "{"
}
