//! The request: when to make it, its body, and a code sample.

use claims::Aspect;

use super::{LANGUAGE, REQUEST, REQUEST_EXAMPLE, Reference, SCENARIO, is_known};
use crate::Rule;
use crate::reader::NESTED;
use crate::source::Line;

/// What the name of the body runs together with.
pub(super) const PREFIX: &str = "Payload";

impl Reference<'_> {
    pub(super) fn request(&mut self) {
        self.fixed(REQUEST, Rule::Heading);
        self.wordings("", "when to make the request");
        let Some(line) = self.lines.peek() else {
            return;
        };
        if let Some(name) = name(&line) {
            self.lines.next();
            self.reach("body", "", "the rest of the request");
            self.state(line.number, "", Aspect::Title, name);
            self.state(line.number, "", Aspect::Type, NESTED);
        } else {
            self.unexpected_until("`Payload` and the name of the body", |_, line| {
                is_known(line)
            });
            self.lines.next_if(|line| name(line).is_some());
        }
        self.wordings("", "what the body is");
        self.properties();
        self.example_headings(REQUEST_EXAMPLE);
        self.code_sample();
    }

    /// The headings over an example.
    pub(super) fn example_headings(&mut self, heading: &str) {
        self.fixed(heading, Rule::Heading);
        self.fixed(LANGUAGE, Rule::LanguageTab);
        self.fixed(SCENARIO, Rule::Heading);
    }
}

/// `BoatRequest` of `PayloadBoatRequest`.
pub(super) fn name<'l>(line: &Line<'l>) -> Option<&'l str> {
    let name = line.text.strip_prefix(PREFIX)?;
    let is_word = name.chars().all(|letter| letter.is_ascii_alphanumeric());
    (is_word && name.starts_with(|first: char| first.is_ascii_uppercase())).then_some(name)
}
