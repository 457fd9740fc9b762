//! The layout of pages in Confluence that describe endpoints, as they stand or as a comparison of
//! versions.
//!
//! An operation is a heading with method and path, an address, wordings, tables of parameters,
//! examples, responses and tables of errors. A comparison explains its marks, names the compared
//! page, and shows what changed. `...` stands for the parts that did not change.
//!
//! # Quirks
//!
//! - Behind `...` it is not known which operation a table belongs to, unless its heading changed
//!   too: the operations are `table 1` and so on.
//! - The marks themselves are lost: whether a line was added or removed does not show.
//! - Every cell of a row stands on lines of its own; the cell *Required* is often empty. Where the
//!   columns changed, `...` stands between the cells.

mod errors;
mod gaps;
mod operation;
mod properties;

use std::collections::BTreeSet;

use claims::{Aspect, PageClaims};

use crate::reader::{Layout, Reader};
use crate::source::{Line, Source, cells};
use crate::{PageError, PageLayout, Rule, path};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "a Confluence version comparison: `Versions Compared`",
    draws_tables: false,
    recognises,
    read,
};

const OPENING: &str = "Versions Compared";

/// The lines about the comparison itself, after the opening.
const KEY: [&str; 4] = [
    "Key",
    "• This line was added.",
    "• This line was removed.",
    "• Formatting was changed.",
];

/// The line that stands for the parts that did not change.
const GAP: &str = "...";

/// The names of macros of Confluence, and of what one is told.
const MACROS: [&str; 3] = ["Table of Contents", "Code Block", "breakoutModewide"];

/// What stands around a page that is shown as it stands.
const NAVIGATION: [&str; 4] = [
    "Skip to end of metadata",
    "Go to start of metadata",
    "You are viewing an old version of this page. View the current version.",
    "Compare with Current View Page History",
];

/// The columns of the tables: of parameters and properties, where the third one may be missing, of
/// errors with a status, and of what is checked of a parameter.
const TABLES: [&[&str]; 3] = [
    &["Type", "Parameter", "Required", "Details"],
    &["Code", "Error", "Scenario"],
    &["Parameter", "Case", "Error Type"],
];

/// The headings of the parts of an operation.
const PARTS: [&str; 10] = [
    SUCCESS,
    FAILURES[0],
    FAILURES[1],
    "Parameters:",
    "Request Parameters:",
    RESPONSE,
    "Validations:",
    "Errors:",
    "Example Value:",
    "Example Request:",
];

const RESPONSE: &str = "Response Parameters:";

/// The heading of what is returned.
const SUCCESS: &str = "Success Response:";

/// The headings of what is returned otherwise.
const FAILURES: [&str; 2] = ["Error Responses:", "Error Response:"];

/// The reader of this layout. It remembers the operations.
type Comparison<'s> = Reader<'s, Operations>;

/// The operations so far.
#[derive(Default)]
struct Operations {
    /// How many of them have lost their heading.
    lost: u32,
    /// How many tables of errors without status the operation has.
    errors: u32,
    headings: BTreeSet<String>,
}

impl Layout for Operations {
    fn is_complete(&self) -> bool {
        self.lost > 0 || !self.headings.is_empty()
    }
}

fn recognises(source: &Source) -> bool {
    let texts: Vec<_> = source.lines().map(|line| line.text).collect();
    let [columns, ..] = TABLES;
    let is_row = |text: &&str| cells(text).is_some_and(|cells| cells.starts_with(&columns[..2]));
    texts.first() == Some(&OPENING)
        || texts.windows(columns.len()).any(|texts| texts == columns)
        || texts.iter().any(is_row)
}

fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut comparison = Comparison::new(source, Operations::default());
    comparison.lines.flatten_rows(|_| true);
    comparison.close_gaps();
    comparison.preamble();
    comparison.parts();
    comparison.close(source)
}

impl Comparison<'_> {
    fn preamble(&mut self) {
        self.reach("page", self.page);
        if self.skip_text(OPENING, Rule::VersionComparison) {
            for text in KEY {
                self.fixed(text, Rule::VersionComparison);
            }
        }
        while self.skip(is_navigation, Rule::Navigation) {}
        match self.lines.peek() {
            Some(line) if self.lines.is_last(&line) => self.cut_line(),
            // Otherwise the title did not change.
            Some(line) if !self.is_known(&line) && !is_sentence(line.text) => {
                self.lines.next();
                self.state(line.number, self.page, Aspect::Title, line.text);
            }
            _ => {}
        }
    }

    fn parts(&mut self) {
        while let Some(line) = self.lines.peek() {
            if self.skip_text(GAP, Rule::VersionComparison) {
                self.leave_operation();
                self.reached.is_open = false;
            } else if self.skip(is_macro, Rule::VersionComparison) {
            } else if method(&line).is_some() {
                self.operation(None);
            } else if self.is_title() {
                self.lines.next();
                self.operation(Some(line));
            } else if let Some(columns) = self.peek_columns() {
                self.table(columns);
            } else if self.skip(is_part, Rule::Heading) {
                self.part(line);
            } else if self.is_cut_to(&line, &[GAP, SUCCESS, TABLES[0][0]]) {
                self.cut_line();
            } else {
                self.operation_line(line);
            }
        }
    }

    /// What comes next belongs to no operation that is known.
    fn leave_operation(&mut self) {
        self.reached.operation.clear();
        self.reach("page", self.page);
    }

    /// The columns of the table that the next lines open, as much of them as the capture does not cut.
    fn peek_columns(&self) -> Option<&'static [&'static str]> {
        let first = self.lines.peek()?;
        let is_next = |text: &str| {
            let next = self.lines.peek_at(1);
            next.is_none_or(|next| next.text == text || self.is_cut_to(&next, &[text]))
        };
        let mut tables = TABLES.into_iter();
        tables.find(|columns| first.text == columns[0] && is_next(columns[1]))
    }

    /// Reads a table. Where its heading is lost, so is the operation.
    fn table(&mut self, columns: &'static [&'static str]) {
        if self.reached.operation.is_empty()
            && let Some(line) = self.lines.peek()
        {
            self.layout.lost += 1;
            let operation = format!("table {}", self.layout.lost);
            let place = std::mem::take(&mut self.reached.place);
            self.open_operation(line, &operation, "");
            if place == operation::UNKNOWN {
                self.reached.place = place;
            }
        }
        // A heading that stays in view is there twice.
        while self.peek_columns() == Some(columns) {
            for column in columns {
                if *column != "Required" || self.lines.at(|line| line.text != "Details") {
                    self.fixed(column, Rule::TableHeading);
                }
            }
        }
        if columns == TABLES[0] {
            self.properties();
        } else {
            self.errors(columns == TABLES[1]);
        }
    }

    /// Whether the next line, this one, opens a part of the page.
    fn is_known(&self, line: &Line) -> bool {
        is_fixed(line)
            || is_macro(line)
            || method(line).is_some()
            || self.peek_columns().is_some()
            || self.is_title()
    }

    /// Whether the next line is the title of an operation, which stands over method and path.
    fn is_title(&self) -> bool {
        let behind = self.lines.peek_at(1);
        let is_item = |first: char| first.is_ascii_digit() || "•}".contains(first);
        behind.as_ref().and_then(method).is_some()
            && self.lines.at(|line| {
                line.text.split(' ').count() <= 6
                    && !line.text.starts_with(is_item)
                    && !is_fixed(&line)
                    && !is_sentence(line.text)
                    && !line.text.contains(": ")
            })
    }
}

/// Whether a line stands for a gap or is the heading of a part.
fn is_fixed(line: &Line) -> bool {
    line.text == GAP || is_part(line)
}

/// Whether a line is the heading of a part; an example may have a title: `Example Request: Sunk`.
fn is_part(line: &Line) -> bool {
    let titled = |part: &str| {
        let title = line.text.strip_prefix(part);
        let is_title = |title: &str| title.starts_with(' ') && !is_sentence(title);
        part.starts_with("Example") && title.is_some_and(is_title)
    };
    PARTS.iter().any(|part| line.text == *part || titled(part))
}

fn is_macro(line: &Line) -> bool {
    MACROS.contains(&line.text)
}

fn is_navigation(line: &Line) -> bool {
    NAVIGATION.contains(&line.text) || line.text.starts_with("« Previous ")
}

/// Whether a text is a sentence, and no title.
fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', '!', '?'])
}

/// `POST` and `/boats/{boat_id}`.
fn method<'l>(line: &Line<'l>) -> Option<(&'l str, &'l str)> {
    let (method, path) = path::operation(line.text)?;
    let known = method == method.to_uppercase() && !path.contains(char::is_whitespace);
    known.then_some((method, path))
}

/// Status and title of `200 - Success`.
fn status<'l>(line: &Line<'l>) -> Option<(&'l str, &'l str)> {
    let (status, title) = line.text.split_once(" - ")?;
    path::is_status(status).then_some((status, title))
}
