//! The responses of an endpoint, one status after the other.

use std::collections::BTreeSet;

use claims::Aspect;

use super::Portal;
use crate::reader::NESTED;
use crate::source::{Line, bullet, cells};
use crate::{Rule, path};

const DEFINITIONS: &str = "Definitions";
const EXAMPLE: &str = "Example Response for ";
const SCHEMA: &str = "Response Schema for ";
const TABLE_HEADING: &str = "TypeCodeDetails";
/// What its columns are called in a capture of HTML, which keeps them.
const COLUMNS: [&str; 3] = ["Type", "Code", "Details"];
/// What stands between the cells of a row in a claim.
const CELL: &str = " · ";
const NO_CONTENT: &str = "This operation returns no content.";

impl<'s> Portal<'s> {
    pub(super) fn responses(&mut self) {
        if let Some(line) = self.lines.peek().filter(|_| self.lacks_responses()) {
            self.ledger.expected("a status", line);
        }
        let mut statuses = BTreeSet::new();
        let first = self.lines.peek();
        // What the capture cuts may be a status.
        if !self.layout.has_statuses && first.is_some_and(|line| !self.lines.is_last(&line)) {
            self.responses_without_status();
        }
        while let Some(line) = self.lines.peek() {
            if is_status(&line) {
                self.lines.next();
                if !statuses.insert(line.text) {
                    self.ledger
                        .expected("a status that the endpoint does not have yet", line);
                }
                self.reach(line.text, "", "the response");
                self.state(line.number, "", Aspect::Listed, "");
                self.response(line.text);
            } else if self.at_section() {
                return;
            } else {
                let expected = "a status or the title of an endpoint in the list";
                self.unexpected_until(expected, |portal, line| {
                    is_status(line) || portal.at_section()
                });
            }
        }
    }

    /// Whether the next section begins here, and that was not reported.
    pub(super) fn lacks_responses(&self) -> bool {
        self.at_section() && (self.layout.has_statuses || self.ledger.errors() == 0)
    }

    /// Reads responses whose statuses are lost: a table of errors, or what begins with a wording.
    fn responses_without_status(&mut self) {
        let (mut tables, mut others) = (0, 0);
        while let Some(line) = self.lines.peek().filter(|_| !self.at_section()) {
            let failed = is_error(&line);
            let (place, number) = if failed {
                ("error table", &mut tables)
            } else {
                ("response", &mut others)
            };
            *number += 1;
            let place = format!("{place} {number}");
            // Of two wordings, the second one may belong to another response.
            let is_alone = self.lines.peek_at(1).is_none_or(|next| {
                ends_text(&next)
                    || self.lines.is_last(&next)
                    || next.text == NO_CONTENT
                    || self.layout.heading(next.text).is_some()
            });
            let is_title = self.layout.heading(line.text).is_some();
            if is_title || (!failed && (ends_text(&line) || !is_alone)) {
                self.unexpected_until("the wording of a response", |portal, _| portal.at_section());
                return;
            }
            self.reach(&place, "", "the response");
            self.state(line.number, "", Aspect::Listed, "");
            let errors = self.ledger.errors();
            self.response(&place);
            if self.ledger.errors() > errors {
                self.pass_over(|portal, _| portal.at_section());
            }
        }
    }

    fn response(&mut self, status: &str) {
        let failed = status.starts_with(['4', '5']) || status.starts_with("error");
        self.reached.due = if failed {
            self.error_rows();
            "the error's definitions"
        } else if self.wordings() {
            "the response's definitions"
        } else {
            ""
        };
        let has_content = !self.reached.due.is_empty();
        let body = |line: &Line| line.text == DEFINITIONS || bullet(line).is_some();
        if let Some(line) = self.lines.peek().filter(body) {
            if !has_content {
                self.ledger.expected("no body, as just stated", line);
            }
            self.body(status, line);
            // Behind a definition that the capture cut, that definition is what is due.
            if self.reached.name.is_empty() {
                self.reached.due = if failed {
                    "the response's schema"
                } else {
                    "the response's example"
                };
            }
        }
        self.reference(EXAMPLE, Rule::EmptyExample, "");
        if self.reference(SCHEMA, Rule::Heading, "the response's schema") {
            self.response_schema();
        } else if let Some(line) = self.lines.peek().filter(|line| line.text == "{") {
            self.ledger
                .expected(&format!("`{SCHEMA}{}`", self.heading_reached()), line);
            self.response_schema();
        }
    }

    fn body(&mut self, status: &str, line: Line) {
        if line.text == DEFINITIONS {
            self.lines.next();
            self.state(line.number, "", Aspect::Type, NESTED);
        } else {
            self.ledger.expected("`Definitions`", line);
        }
        self.reach(status, "", "a definition");
        self.definitions();
    }

    /// What the page says about a response that is no error; whether it may have a body.
    fn wordings(&mut self) -> bool {
        while let Some(line) = self.text() {
            self.describe(line.number, "", line.text);
            if line.text == NO_CONTENT {
                self.state(line.number, "", Aspect::MediaType, "none");
                return false;
            }
        }
        true
    }

    /// The rows of an error table, whose columns ran together.
    fn error_rows(&mut self) {
        if let Some(line) = self.lines.next_if(is_heading) {
            self.ledger.rule(line.number, Rule::TableHeading);
        }
        while let Some(line) = self.text() {
            let cells = cells(&line).map(|cells| cells.join(CELL).replace("\\|", "|"));
            let row = cells.as_deref().unwrap_or(line.text);
            self.state(line.number, "", Aspect::Error, row);
        }
    }

    /// The next line, if it is a wording or an error row.
    fn text(&mut self) -> Option<Line<'s>> {
        let ends = self.lines.peek().is_none_or(|line| {
            let is_title = !self.layout.has_statuses && self.layout.heading(line.text).is_some();
            ends_text(&line) || is_title
        });
        if ends || self.at_section() {
            None
        } else {
            self.lines.next()
        }
    }

    /// A heading that repeats the endpoint it belongs to.
    fn reference(&mut self, prefix: &str, rule: Rule, due: &'static str) -> bool {
        let Some(line) = self.lines.next_if(|line| line.text.starts_with(prefix)) else {
            return false;
        };
        let expected = format!("{prefix}{}", self.heading_reached());
        if line.text == expected {
            self.ledger.rule(line.number, rule);
            self.reached.due = due;
        } else {
            self.unexpected(&format!("`{expected}`"), line);
        }
        true
    }

    /// Method and path of the operation that the reader has reached, as the page writes them.
    fn heading_reached(&self) -> String {
        let (method, path) = self.reached.operation.split_once(' ').unwrap_or_default();
        format!("{} {path}", method.to_lowercase())
    }
}

/// Whether a line is a status.
pub(super) fn is_status(line: &Line) -> bool {
    path::is_status(line.text)
}

fn is_heading(line: &Line) -> bool {
    line.text == TABLE_HEADING || cells(line).is_some_and(|cells| cells.starts_with(&COLUMNS))
}

/// Whether a line is the heading of a table of errors, or a row whose columns ran together.
fn is_error(line: &Line) -> bool {
    const TYPES: [&str; 4] = ["error", "invalid", "fatal", "warn"];
    let code = TYPES.iter().find_map(|ty| line.text.strip_prefix(ty));
    let word = code
        .and_then(|code| code.split(' ').next())
        .unwrap_or_default();
    let in_camel_case = word.starts_with(char::is_alphabetic) && word.contains(char::is_uppercase);
    is_heading(line) || in_camel_case
}

fn ends_text(line: &Line) -> bool {
    let text = line.text;
    let ends = [DEFINITIONS, "{", "}", "•"];
    ends.contains(&text)
        || is_heading(line)
        || is_status(line)
        || bullet(line).is_some()
        || text.starts_with(EXAMPLE)
        || text.starts_with(SCHEMA)
}
