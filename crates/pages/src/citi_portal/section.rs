//! One endpoint's section: heading, description, parameters, tabs and responses.

use std::collections::BTreeSet;

use claims::Aspect;

use super::endpoint_list::endpoint;
use super::parameters::group;
use super::responses::is_status;
use super::{Portal, RESPONSES};
use crate::Rule;
use crate::source::Line;

const DESCRIPTION: &str = "Description";
const EXAMPLE_REQUEST: &str = "Example Request";

/// What is expected behind the description.
const PARTS: &str = "parameters, a language tab, an empty example or `Responses`";

const LANGUAGES: [&str; 8] = [
    "cURL", "Ruby", "Python", "PHP", "Java", "Node", "Go", "Swift",
];

/// The words that open a sample of a call.
const CALLS: [&str; 6] = ["curl", "import", "package", "require", "var", "const"];

impl Portal<'_> {
    pub(super) fn section(&mut self) {
        if !self.at_section() {
            let expected = "the title of an endpoint in the list";
            return self.unexpected_until(expected, |portal, _| portal.at_section());
        }
        self.heading();
        self.description();
        self.parts();
        self.responses();
    }

    /// Whether the next line opens a section: a title over method and path, or one of the two
    /// where the other is missing.
    pub(super) fn at_section(&self) -> bool {
        self.lines.at(|line| match self.lines.peek_at(1) {
            _ if is_heading(line.text) => true,
            Some(next) if is_heading(next.text) => !is_fixed(&line),
            next => self.is_title(&line, next),
        })
    }

    /// Whether a line is a title although method and path are not behind it: there the capture
    /// ends, the next part follows, or a foreign line is between the two.
    fn is_title(&self, line: &Line, next: Option<Line>) -> bool {
        let Some(heading) = self.layout.heading(line.text) else {
            return false;
        };
        let Some(next) = next else { return true };
        let is_cut = self.lines.is_last(&next) && heading.starts_with(next.text);
        let behind = self.lines.peek_at(2);
        is_cut || next.text == DESCRIPTION || behind.is_some_and(|line| line.text == heading)
    }

    /// Reads title, method and path, which have to be those of one endpoint of the list.
    fn heading(&mut self) {
        let title = self.lines.next_if(|line| !is_heading(line.text));
        if title.is_none() {
            self.missing("a title over method and path");
        }
        // Where the two differ it is the one that has no section yet; a last line may be cut, so the
        // title tells.
        let by_title = title.and_then(|line| self.layout.heading(line.text));
        let behind = self.lines.peek().filter(|line| {
            by_title.is_none() || (!self.lines.is_last(line) && self.layout.is_due(line.text))
        });
        let heading = behind.map(|line| line.text).or(by_title);
        let Some((heading, due)) = heading.and_then(|it| self.layout.listed(it)) else {
            if let Some(title) = title {
                self.expected("the title of an endpoint in the list", title);
            }
            self.reach_operation(behind.map_or("", |line| line.text));
            self.lines.next();
            return;
        };
        self.reach_operation(heading);
        match title {
            Some(line) if line.text == due => self.state(line.number, "", Aspect::Title, due),
            Some(line) => self.expected(&format!("`{due}`, the title in the list"), line),
            None => {}
        }
        let Some(line) = self.lines.next_if(|line| line.text != DESCRIPTION) else {
            return self.missing("method and path");
        };
        if line.text != heading {
            self.expected(&format!("`{heading}`, as in the list"), line);
            self.lines.next_if_text(heading);
        } else if self.layout.open(heading) {
            self.state(line.number, "", Aspect::Documented, "");
        } else {
            self.expected("an endpoint of the list that has no section yet", line);
        }
    }

    fn description(&mut self) {
        if !self.skip_text(DESCRIPTION, Rule::Heading) {
            let is_wording = |line: &Line| !is_fixed(line) && !self.lines.is_last(line);
            if self.lines.at(|line| self.is_known(&line)) {
                // There is none.
                return;
            } else if self.lines.peek_at(1).as_ref().is_some_and(is_wording) {
                return self.unexpected_until("`Description`", Self::is_known);
            }
        }
        // A last line may be a wording that only starts like something else.
        let is_wording = |line: &Line| !self.is_known(line) || self.lines.is_last(line);
        if let Some(line) = self.lines.peek().filter(is_wording) {
            self.lines.next();
            self.describe(line.number, "", line.text);
        } else {
            self.unexpected_until("a description", Self::is_known);
        }
    }

    /// Groups of parameters, language tabs and the headings of examples, which are empty.
    fn parts(&mut self) {
        let (mut groups, mut has_examples) = (BTreeSet::new(), false);
        while let Some(line) = self.lines.peek() {
            if line.text == RESPONSES || is_status(&line) || self.at_section() {
                return;
            } else if self.skip(is_tab, Rule::LanguageTab)
                || self.skip_text(EXAMPLE_REQUEST, Rule::EmptyExample)
            {
                has_examples = true;
                self.code_sample();
            } else if let Some((line, place)) = self.lines.next_as(group) {
                if std::mem::take(&mut has_examples) {
                    self.expected("parameters before the examples", line);
                } else if groups.insert(place) {
                    self.ledger.rule(line.number, Rule::Heading);
                } else {
                    self.expected("one group of these parameters", line);
                }
                self.reach(place, "");
                self.parameters();
                self.leave("operation");
            } else {
                self.unexpected_until(PARTS, Self::is_known);
            }
        }
    }

    /// A sample of a call, which a page has that was saved in a browser.
    fn code_sample(&mut self) {
        let opens = |line: &Line| {
            let (first, _) = line.text.split_once(' ').unwrap_or_default();
            let is_code = line.text.contains(['(', '{', '<', ';']) && !line.text.ends_with('.');
            CALLS.contains(&first) || is_code
        };
        if self.lines.at(|line| opens(&line) && !self.is_known(&line)) {
            while self.lines.at(|line| !self.is_known(&line)) {
                self.skip(|_| true, Rule::CodeSample);
            }
        }
    }

    /// Whether the next line, this one, is known for certain: the layout has it in every section,
    /// or it opens the next one.
    pub(super) fn is_known(&self, line: &Line) -> bool {
        is_fixed(line) || self.at_section()
    }
}

/// Whether a text is method and path, `get /v1/customers/profiles`.
fn is_heading(text: &str) -> bool {
    endpoint(text).is_some_and(|(_, title)| title.is_empty())
}

/// A line that the layout has in every section, and that is neither name nor wording.
fn is_fixed(line: &Line) -> bool {
    let headings = [EXAMPLE_REQUEST, RESPONSES];
    headings.contains(&line.text) || group(line).is_some() || is_status(line) || is_tab(line)
}

fn is_tab(line: &Line) -> bool {
    line.bullet().is_some_and(|tab| LANGUAGES.contains(&tab))
}
