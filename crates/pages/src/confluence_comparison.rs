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
mod row;
mod table;

use std::collections::BTreeSet;

use claims::{Aspect, Claim, PageClaims};

use crate::reader::{Layout, Reader};
use crate::source::{Line, Source};
use crate::{PageError, PageLayout, Rule};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "a Confluence version comparison: `Versions Compared`",
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

/// The headings of the parts of an operation.
const PARTS: [&str; 7] = [
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
    let mut lines = source.lines();
    let Some(first) = lines.next() else {
        return false;
    };
    let texts: Vec<_> = lines.map(|line| line.text).collect();
    let has_table = || {
        texts
            .windows(table::HEADINGS.len())
            .any(|it| it == table::HEADINGS)
    };
    let has_row = || texts.iter().any(|it| table::is_heading_row(it));
    first.text == OPENING || has_table() || has_row()
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
        let page = self.page;
        self.reach("page", page, "the rest of the preamble");
        if self.lines.at(|line| line.text == OPENING) {
            self.fixed(OPENING, Rule::VersionComparison);
            for text in KEY {
                self.fixed(text, Rule::VersionComparison);
            }
        }
        while let Some(line) = self.lines.next_if(is_navigation) {
            self.ledger.rule(line.number, Rule::Navigation);
        }
        match self.lines.peek() {
            None => {}
            Some(line) if self.lines.is_last(&line) => self.cut_line(),
            // The title did not change.
            Some(line) if self.is_known(&line) || is_sentence(line.text) => {
                self.reached.due = "the changes";
            }
            Some(line) => {
                self.lines.next();
                let claim = Claim::new("", "page", page, Aspect::Title, line.text);
                self.ledger.state(line.number, claim);
                self.reached.due = "the changes";
            }
        }
    }

    fn parts(&mut self) {
        while let Some(line) = self.lines.peek() {
            if line.text == GAP {
                self.lines.next();
                self.ledger.rule(line.number, Rule::VersionComparison);
                self.leave_operation("");
            } else if MACROS.contains(&line.text) {
                self.lines.next();
                self.ledger.rule(line.number, Rule::VersionComparison);
            } else if operation::method(&line).is_some() {
                self.operation(None);
            } else if self.is_title() {
                self.lines.next();
                self.operation(Some(line));
            } else if table::opens(self.lines.peek(), self.lines.peek_at(1)) {
                self.table();
            } else if let Some(columns) = self.peek_errors() {
                self.errors(columns);
            } else if line.text == SUCCESS || PARTS.contains(&line.text) {
                self.lines.next();
                self.ledger.rule(line.number, Rule::Heading);
                self.part(line);
            } else if self.is_cut_to(&line, &[GAP, SUCCESS, table::HEADING]) {
                self.cut_line();
            } else {
                self.operation_line(line);
            }
        }
    }

    /// What comes next belongs to no operation that is known.
    fn leave_operation(&mut self, due: &'static str) {
        self.reached.operation.clear();
        let page = self.page;
        self.reach("page", page, due);
    }

    /// Whether the next line, this one, opens a part of the page.
    fn is_known(&self, line: &Line) -> bool {
        let next = self.lines.peek_at(1);
        [GAP, SUCCESS].contains(&line.text)
            || MACROS.contains(&line.text)
            || PARTS.contains(&line.text)
            || operation::method(line).is_some()
            || table::opens(Some(*line), next)
            || self.peek_errors().is_some()
            || self.is_title()
    }

    /// Whether the next line is the title of an operation, which stands over method and path.
    fn is_title(&self) -> bool {
        let [line, next] = [0, 1].map(|ahead| self.lines.peek_at(ahead));
        let is_item = |line: &Line| {
            line.text
                .starts_with(|first: char| first.is_ascii_digit() || "•}".contains(first))
        };
        let is_short = |line: Line| line.text.split(' ').count() <= 6 && !is_item(&line);
        next.as_ref().and_then(operation::method).is_some()
            && line.is_some_and(|line| {
                let known = [GAP, SUCCESS].contains(&line.text) || PARTS.contains(&line.text);
                is_short(line) && !known && !is_sentence(line.text) && !line.text.contains(": ")
            })
    }
}

fn is_navigation(line: &Line) -> bool {
    NAVIGATION.contains(&line.text) || line.text.starts_with("« Previous ")
}

/// Whether a text is a sentence, and no title.
fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', '!', '?'])
}
