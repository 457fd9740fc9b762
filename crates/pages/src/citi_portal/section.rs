//! One endpoint's section: heading, description, parameters, tabs and responses.

use claims::Aspect;

use super::{Endpoint, Portal};
use crate::Rule;
use crate::source::Line;

const LANGUAGES: [&str; 8] = [
    "cURL", "Ruby", "Python", "PHP", "Java", "Node", "Go", "Swift",
];

impl Portal<'_> {
    /// Reads a section, or reports and leaves one line that opens none.
    pub(super) fn section(&mut self) {
        let Some(title) = self.lines.next() else {
            return;
        };
        let Some(heading) = self.section_of(title, 0) else {
            self.ledger
                .expected("the title of an endpoint in the list", title);
            return;
        };
        if let Some(endpoint) = self.index.get_mut(&heading) {
            endpoint.has_section = true;
            self.reached.operation.clone_from(&endpoint.operation);
        }
        self.reach("operation", "", "method and path");
        self.state(title.number, "", Aspect::Title, title.text);
        let Some(heading) = self.lines.next() else {
            return;
        };
        self.state(heading.number, "", Aspect::Documented, "");
        self.reached.due = "the rest of the section";
        if self.heading("Description")
            && let Some(line) = self.lines.next()
        {
            self.describe(line.number, "", line.text);
        }
        self.parameter_groups();
        self.examples();
        self.reached.due = "the responses";
        if self.heading("Responses") {
            self.responses();
        }
    }

    /// The endpoint whose section a title opens; the line behind it names method and path.
    fn section_of(&self, title: Line, ahead: usize) -> Option<String> {
        let opens = |endpoint: &Endpoint| !endpoint.has_section && endpoint.title == title.text;
        match self.lines.peek_at(ahead) {
            Some(heading) => {
                let endpoint = self.index.get(heading.text)?;
                opens(endpoint).then(|| heading.text.to_owned())
            }
            // The capture ends behind the title.
            None => self
                .index
                .iter()
                .find(|(_, endpoint)| opens(endpoint))
                .map(|(h, _)| h.clone()),
        }
    }

    /// Whether the next line opens a section.
    pub(super) fn at_section(&self) -> bool {
        self.lines
            .peek()
            .is_some_and(|title| self.section_of(title, 1).is_some())
    }

    /// A heading that must be here; where the page ends instead, the cut says so.
    fn heading(&mut self, text: &str) -> bool {
        if let Some(line) = self.lines.next_if_text(text) {
            self.ledger.rule(line.number, Rule::Heading);
            return true;
        }
        if let Some(line) = self.lines.next() {
            self.ledger.expected(&format!("`{text}`"), line);
        }
        false
    }

    /// Language tabs and the headings of examples, all of them empty in this layout.
    fn examples(&mut self) {
        let tab = |line: &Line| {
            line.text
                .strip_prefix("• ")
                .is_some_and(|tab| LANGUAGES.contains(&tab))
        };
        while let Some(line) = self.lines.next_if(tab) {
            self.ledger.rule(line.number, Rule::LanguageTab);
        }
        while let Some(line) = self.lines.next_if_text("Example Request") {
            self.ledger.rule(line.number, Rule::EmptyExample);
        }
    }
}
