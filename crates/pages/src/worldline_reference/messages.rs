//! The request: when to make it, its body, and a code sample; and the responses, one status after the
//! other: wordings, properties and an example as JSON.

use claims::Aspect;

use super::{
    LANGUAGE, OVERVIEW, REQUEST, REQUEST_EXAMPLE, RESPONSE_EXAMPLE, RESPONSES, Reference, SCENARIO,
    SCENARIOS, properties,
};
use crate::json::Block;
use crate::reader::NESTED;
use crate::source::{Line, is_word};
use crate::{Rule, path};

/// What the name of the body runs together with.
pub(super) const PAYLOAD: &str = "Payload";

/// What a response opens with.
const PREFIX: &str = "Response ";

/// The status of a response without a body (RFC 9110, section 15.3.5).
const NO_CONTENT: &str = "204";

/// The column of an example.
const WITHIN: usize = 4;

impl<'s> Reference<'s> {
    pub(super) fn request(&mut self) {
        self.fixed(REQUEST, Rule::Heading);
        self.wordings("");
        self.query_parameters();
        if let Some((line, name)) = self.lines.next_as(payload) {
            self.reach("body", "");
            self.state(line.number, "", Aspect::Title, name);
            self.state(line.number, "", Aspect::Type, NESTED);
            self.wordings("");
            self.properties();
        }
        if self.example_headings(REQUEST_EXAMPLE) {
            self.code_sample();
            while self.skip_text(SCENARIOS, Rule::Heading) {
                self.code_sample();
            }
        }
        self.leave("operation");
    }

    /// The headings over an example, if there is one; whether there is.
    pub(super) fn example_headings(&mut self, heading: &str) -> bool {
        if !self.skip_text(heading, Rule::Heading) {
            return false;
        }
        let expected = format!("`{LANGUAGE}` and a language");
        self.due_as(Rule::LanguageTab, &expected, |line| {
            line.text.starts_with(LANGUAGE)
        });
        self.fixed(SCENARIO, Rule::Heading);
        true
    }

    pub(super) fn responses(&mut self) {
        self.fixed(RESPONSES, Rule::Heading);
        self.fixed(OVERVIEW, Rule::Heading);
        while let Some(line) = self.lines.peek() {
            if let Some((status, title)) = status_and_title(&line) {
                self.lines.next();
                self.response(line, status, title);
            } else {
                self.reached.is_open |=
                    line.text.starts_with(PREFIX) || PREFIX.starts_with(line.text);
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
        if self.lines.at(|line| properties::opens(&line)) {
            self.reached.is_open = true;
            self.state(line.number, "", Aspect::Type, NESTED);
            self.properties();
        }
        let is_object = |line: &Line| line.bullet().is_some_and(|text| text.starts_with('{'));
        if !self.example_headings(RESPONSE_EXAMPLE) {
            return;
        }
        if let Some(line) = self.lines.next_if(is_object) {
            self.json_example(line);
        } else {
            self.unexpected_until("an example as JSON", |_, line| opens(line));
        }
    }

    /// Reads an example from its first line, which was taken.
    pub(super) fn json_example(&mut self, line: Line<'s>) {
        let text = line.bullet().unwrap_or(line.text);
        let opening = Line { text, ..line };
        let within = |line: &Line| line.indent >= WITHIN;
        let ends = |line: &Line| opens(line) || line.text == RESPONSES;
        let Some(block) = self.balanced(Block::EXAMPLE, opening, |_, line| within(line)) else {
            // It is cut, or something else begins in it, which is reported.
            return self.pass_over(|_, line| ends(line));
        };
        if self.lines.at(|line| within(&line)) {
            // A line that opens an object is missing.
            return self.unexpected_until("the end of the example", |_, line| ends(line));
        }
        // A response may be the last one.
        self.reached.is_open = self.reached.place == "body";
        self.example_block(&block);
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

/// `BoatRequest` of `PayloadBoatRequest`, `domain.Boat` of `Payloaddomain.Boat`.
pub(super) fn payload<'l>(line: &Line<'l>) -> Option<&'l str> {
    let name = line.text.strip_prefix(PAYLOAD)?;
    let class = name.rsplit('.').next().unwrap_or(name);
    let is_name = is_word(name, ".") && class.starts_with(|it: char| it.is_ascii_uppercase());
    is_name.then_some(name)
}
