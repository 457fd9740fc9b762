//! The responses, one status after the other: wordings, properties and an example as JSON.

use claims::Aspect;

use super::{OVERVIEW, PROPERTIES, RESPONSE_EXAMPLE, RESPONSES, Reference};
use crate::json::Block;
use crate::reader::NESTED;
use crate::source::Line;
use crate::{Rule, path};

/// What a response opens with.
const PREFIX: &str = "Response ";

/// The status of a response without a body (RFC 9110, section 15.3.5).
const NO_CONTENT: &str = "204";

/// The column of an example.
const WITHIN: usize = 4;

impl<'s> Reference<'s> {
    pub(super) fn responses(&mut self) {
        self.fixed(RESPONSES, Rule::Heading);
        self.fixed(OVERVIEW, Rule::Heading);
        while let Some(line) = self.lines.peek() {
            if let Some((status, title)) = status_and_title(&line) {
                self.lines.next();
                self.response(line, status, title);
            } else if self.is_cut_to(&line, &[PREFIX])
                || (self.lines.is_last(&line) && line.text.starts_with(PREFIX))
            {
                self.cut_line();
            } else {
                let expected = "`Response`, a status and the name of the body";
                self.unexpected_until(expected, |_, line| opens(line));
            }
        }
    }

    fn response(&mut self, line: Line<'s>, status: &'s str, title: &str) {
        if !self.layout.statuses.insert(status) {
            self.expected("a status that the operation does not have yet", line);
        }
        self.list(line.number, status, "");
        self.state(line.number, "", Aspect::Title, title);
        // A wording that ends a sentence may end the page.
        let wording = self.wordings("");
        if status == NO_CONTENT && wording.is_some_and(|line| line.text.ends_with('.')) {
            self.reached.is_open = false;
        }
        if self.lines.at(|line| line.text == PROPERTIES) {
            self.reached.is_open = true;
            self.state(line.number, "", Aspect::Type, NESTED);
            self.properties();
        }
        if self.example_headings(RESPONSE_EXAMPLE) {
            self.example();
        }
    }

    fn example(&mut self) {
        let is_object = |line: &Line| line.bullet().is_some_and(|text| text.starts_with('{'));
        if let Some(line) = self.lines.next_if(is_object) {
            if self.json_example(line) {
                self.reached.is_open = false;
            }
        } else {
            self.unexpected_until("an example as JSON", |_, line| opens(line));
        }
    }

    /// Reads an example from its first line, which was taken; whether it is there to its end.
    pub(super) fn json_example(&mut self, line: Line<'s>) -> bool {
        let text = line.bullet().unwrap_or(line.text);
        let opening = Line { text, ..line };
        let within = |line: &Line| line.indent >= WITHIN;
        let block = self.balanced(Block::EXAMPLE, opening, |_, line| within(line));
        let ends = |line: &Line| opens(line) || line.text == RESPONSES;
        let Some(block) = block else {
            // It is cut, or something else begins in it, which is reported.
            self.pass_over(|_, line| ends(line));
            return false;
        };
        // A line that opens an object is missing.
        if self.lines.peek().as_ref().is_some_and(within) {
            self.unexpected_until("the end of the example", |_, line| ends(line));
            return false;
        }
        self.example_block(&block);
        true
    }
}

/// Whether a line opens a response.
pub(super) fn opens(line: &Line) -> bool {
    status_and_title(line).is_some()
}

/// Status (RFC 9110, section 15), and reason and the name of the body, which ran together.
fn status_and_title<'l>(line: &Line<'l>) -> Option<(&'l str, &'l str)> {
    let (status, title) = line.text.strip_prefix(PREFIX)?.split_once(" - ")?;
    (path::is_status(status) && !title.is_empty()).then_some((status, title))
}
