//! The request: when to make it, its body, and a code sample.

use claims::Aspect;

use super::{LANGUAGE, REQUEST, REQUEST_EXAMPLE, Reference, SCENARIO};
use crate::Rule;
use crate::reader::NESTED;
use crate::source::{Line, is_word};

/// What the name of the body runs together with.
pub(super) const PREFIX: &str = "Payload";

impl Reference<'_> {
    pub(super) fn request(&mut self) {
        self.fixed(REQUEST, Rule::Heading);
        self.wordings("");
        self.query_parameters();
        if let Some((line, name)) = self.lines.next_as(name) {
            self.reach("body", "");
            self.state(line.number, "", Aspect::Title, name);
            self.state(line.number, "", Aspect::Type, NESTED);
            self.wordings("");
            self.properties();
        }
        if self.example_headings(REQUEST_EXAMPLE) {
            self.code_sample();
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
}

/// `BoatRequest` of `PayloadBoatRequest`.
pub(super) fn name<'l>(line: &Line<'l>) -> Option<&'l str> {
    let name = line.text.strip_prefix(PREFIX)?;
    let is_name = is_word(name, "") && name.starts_with(|it: char| it.is_ascii_uppercase());
    is_name.then_some(name)
}
