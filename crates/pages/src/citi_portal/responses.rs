//! The responses of an endpoint, one status after the other.

use std::collections::BTreeSet;

use claims::Aspect;

use super::{Portal, RESPONSES};
use crate::json::Block;
use crate::reader::NESTED;
use crate::source::{Line, cells, is_word, row};
use crate::{Rule, path};

const DEFINITIONS: &str = "Definitions";
const EXAMPLE: &str = "Example Response for ";
const SCHEMA: &str = "Response Schema for ";
const TABLE_HEADINGS: [&str; 2] = ["TypeCodeDetails", "TypeCodeDetailsMore Info"];
/// What its columns are called in a capture of HTML, which keeps them.
const COLUMNS: [&str; 3] = ["Type", "Code", "Details"];
/// What the schema of a body begins with.
const KEYWORDS: [&str; 4] = [
    "\"type\": \"object\"",
    "\"properties\":",
    "\"required\": [",
    "\"$schema\":",
];
/// What stands over the codes in a table of one column.
const COLUMN: &str = "error";
const NO_CONTENT: &str = "This operation returns no content.";

impl<'s> Portal<'s> {
    pub(super) fn responses(&mut self) {
        self.reached.is_open = true;
        let has_heading = self.skip_text(RESPONSES, Rule::Heading);
        let lacks = self.at_section() && (self.layout.has_statuses || self.ledger.errors() == 0);
        if !has_heading && (lacks || !self.at_section()) {
            self.missing("`Responses`");
        } else if lacks {
            self.missing("a status");
        }
        let mut statuses = BTreeSet::new();
        // What the capture cuts may be a status.
        if !self.layout.has_statuses && self.lines.at(|line| !self.lines.is_last(&line)) {
            self.responses_without_status();
        }
        while let Some(line) = self.lines.peek() {
            if is_status(&line) {
                self.lines.next();
                if !statuses.insert(line.text) {
                    self.ledger
                        .expected("a status that the endpoint does not have yet", line);
                }
                self.list(line.number, line.text, "");
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

    /// Reads responses whose statuses are lost: a table of errors, or what begins with a wording.
    fn responses_without_status(&mut self) {
        let (mut tables, mut others) = (0, 0);
        while let Some(line) = self.lines.peek().filter(|_| !self.at_section()) {
            let failed = is_error(&line);
            let place = if failed {
                tables += 1;
                format!("error table {tables}")
            } else {
                others += 1;
                format!("response {others}")
            };
            // Of two wordings, the second one may belong to another response.
            let is_alone = self.lines.peek_at(1).is_none_or(|next| {
                ends_text(&next)
                    || self.lines.is_last(&next)
                    || next.text == NO_CONTENT
                    || self.layout.heading(next.text).is_some()
            });
            let is_title = self.layout.heading(line.text).is_some();
            if is_title || (!failed && (ends_text(&line) || !is_alone)) {
                return self.unexpected_until("the wording of a response", |portal, _| {
                    portal.at_section()
                });
            }
            self.list(line.number, &place, "");
            let errors = self.ledger.errors();
            self.response(&place);
            if self.ledger.errors() > errors {
                self.pass_over(|portal, _| portal.at_section());
            }
        }
    }

    fn response(&mut self, status: &str) {
        let failed = status.starts_with(['4', '5']) || status.starts_with("error");
        if failed {
            self.error_rows();
        }
        let has_content = failed || self.wordings();
        self.reached.is_open = has_content;
        let body = |line: &Line| line.text == DEFINITIONS || line.is_bullet();
        let is_first = self.lines.at(|line| line.text.starts_with(EXAMPLE));
        if is_first {
            self.example();
        }
        if let Some(line) = self.lines.peek().filter(body) {
            if !has_content {
                self.expected("no body, as just stated", line);
            }
            self.body(status, line);
        }
        if !is_first {
            self.example();
        }
        if self.reference(SCHEMA, Rule::Heading) {
            self.response_schema();
        } else if self.lines.at(|line| line.text == "{") {
            self.missing(&format!("`{SCHEMA}{}`", self.layout.reached));
            self.response_schema();
        }
    }

    /// The heading of an example, and what it is over in a page that was saved in a browser; a schema
    /// has keywords first.
    fn example(&mut self) {
        if !self.reference(EXAMPLE, Rule::EmptyExample) {
            return;
        }
        self.reached.is_open = false;
        let behind = self.lines.peek_at(1);
        let is_schema = |line: Line| KEYWORDS.iter().any(|word| line.text.starts_with(word));
        if self.lines.at(|line| line.text == "{") && behind.is_none_or(is_schema) {
            return;
        }
        if let Some(line) = self.lines.next_if(|line| line.text.starts_with('{')) {
            let inside = |_: &Line, line: &Line| !is_status(line);
            if let Some(block) = self.balanced(Block::EXAMPLE, line, inside) {
                self.example_block(&block);
            }
        }
    }

    fn body(&mut self, status: &str, line: Line) {
        if line.text == DEFINITIONS {
            self.lines.next();
            self.state(line.number, "", Aspect::Type, NESTED);
        } else {
            self.missing("`Definitions`");
        }
        self.reach(status, "");
        self.definitions();
    }

    /// The body of an error a second time, as a JSON Schema that ends in the first column.
    fn response_schema(&mut self) {
        self.reached.is_open = true;
        let Some(opening) = self.lines.next_if_text("{") else {
            return self.missing("`{`");
        };
        let expected = "`}` in the first column";
        let closes = |line: &Line| line.indent == 0 && line.text == "}";
        let inside = |_: &Line, line: &Line| line.indent > 0 || line.text == "}";
        if let Some(block) = self.block(Block::SCHEMA, opening, closes, expected, inside) {
            self.reached.is_open = false;
            self.schema_block(&block, "");
        }
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
        let has_heading = self.skip(is_heading, Rule::TableHeading);
        // A sentence over a table, or in the place of one.
        let is_wording = |line: &Line| {
            let first = line.text.split_once(' ').map(|(first, _)| first);
            first.is_some_and(|it| !it.contains('_')) && line.text.ends_with('.')
        };
        let is_row = |line: &Line| has_heading || is_error(line) || cells(line.text).is_some();
        while let Some(line) = self.lines.peek()
            && !is_row(&line)
            && is_wording(&line)
            && let Some(line) = self.text()
        {
            self.describe(line.number, "", line.text);
        }
        self.skip(is_heading, Rule::TableHeading);
        let is_code = |line: &Line| is_word(alone(line), "_-");
        if self.lines.peek_at(1).as_ref().is_some_and(is_code) {
            self.skip(|line| alone(line) == COLUMN, Rule::TableHeading);
        }
        while let Some(line) = self.text() {
            let row = cells(line.text).map_or_else(|| line.text.to_owned(), |it| row(&it));
            self.state(line.number, "", Aspect::Error, &row);
        }
    }

    /// The next line, if it is a wording or an error row.
    fn text(&mut self) -> Option<Line<'s>> {
        let line = self.lines.peek()?;
        let is_title = !self.layout.has_statuses && self.layout.heading(line.text).is_some();
        let ends = ends_text(&line) || is_title || self.at_section();
        self.lines.next_if(|_| !ends)
    }

    /// A heading that repeats the endpoint it belongs to.
    fn reference(&mut self, prefix: &str, rule: Rule) -> bool {
        let Some(line) = self.lines.next_if(|line| line.text.starts_with(prefix)) else {
            return false;
        };
        let expected = format!("{prefix}{}", self.layout.reached);
        if line.text == expected {
            self.ledger.rule(line.number, rule);
        } else {
            self.expected(&format!("`{expected}`"), line);
        }
        true
    }
}

/// Whether a line is a status.
pub(super) fn is_status(line: &Line) -> bool {
    path::is_status(line.text)
}

fn is_heading(line: &Line) -> bool {
    let is_row = |cells: Vec<&str>| cells.starts_with(&COLUMNS);
    TABLE_HEADINGS.contains(&line.text) || cells(line.text).is_some_and(is_row)
}

/// The text of a line, or of a row with one cell.
fn alone<'l>(line: &Line<'l>) -> &'l str {
    let row = cells(line.text).filter(|cells| cells.len() == 1);
    row.map_or(line.text, |cells| cells[0])
}

/// Whether a line is the heading of a table of errors, or a row whose columns ran together.
fn is_error(line: &Line) -> bool {
    const TYPES: [&str; 4] = ["error", "invalid", "fatal", "warn"];
    let code = TYPES.iter().find_map(|ty| line.text.strip_prefix(ty));
    let word = code.map_or("", |code| code.split(' ').next().unwrap_or_default());
    let in_camel_case = word.starts_with(char::is_alphabetic) && word.contains(char::is_uppercase);
    is_heading(line) || in_camel_case
}

fn ends_text(line: &Line) -> bool {
    let text = line.text;
    let ends = [DEFINITIONS, "{", "}", "•"];
    ends.contains(&text)
        || is_heading(line)
        || is_status(line)
        || line.is_bullet()
        || text.starts_with(EXAMPLE)
        || text.starts_with(SCHEMA)
}
