//! The layout of Citi's developer portal.
//!
//! A page is a preamble with the list of endpoints, then one section per endpoint: title, method
//! and path, description, parameter groups, language tabs over empty examples, and responses.
//! A response has a description or error rows, its body as nested bullets, and, for errors, the
//! same body again as a JSON Schema.
//!
//! # Quirks
//!
//! - Captures stop after some 40,000 characters: the last sections are missing or cut.
//! - The columns of the error tables ran together: `invalidinvalidRequestMissing or …` is read as
//!   it stands, and a reading says where its columns part.
//! - Nested bullets do not say whether they are an object or an array: their type is read as
//!   [`NESTED`].
//! - A bullet named `required` without a type lists the required properties beside it.
//!
//! # Errors
//!
//! A line that is not as the layout has it is reported once, and the reader goes on at the next
//! line that it knows for certain: a heading, a status, a section. What it passed over is no loss,
//! since a page with an error gives no claims at all.

mod cursor;
mod definitions;
mod endpoint;
mod endpoint_list;
mod parameters;
mod preamble;
mod property;
mod response_schema;
mod responses;
mod schema_block;
mod section;

use claims::{Aspect, Claim, PageClaims};

use crate::PageError;
use crate::ledger::Ledger;
use crate::source::{Line, Source};
use cursor::Cursor;
use endpoint::Endpoints;

/// What this layout is called in messages.
pub(crate) const LAYOUT: &str =
    "the Citi developer portal: a product's name over `Select the following:`";

/// The type of what has nested fields: object or array, the page does not say which.
const NESTED: &str = "nested";

/// What is due where the capture was cut in the middle of a line.
const REST_OF_LINE: &str = "the rest of the line";

/// The type names of JSON Schema (2020-12 validation, section 6.1.1).
const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "object", "array"];

/// Whether a page opens as the portal's pages do: a product's name over the navigation.
pub(crate) fn recognises(source: &Source) -> bool {
    source
        .lines()
        .nth(1)
        .is_some_and(|line| line.text == preamble::OPENING)
}

/// Reads a page of this layout.
pub(crate) fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut portal = Portal {
        page: source.page,
        lines: Cursor::new(source),
        ledger: Ledger::new(source.page),
        endpoints: Endpoints::default(),
        reached: Reached::default(),
    };
    portal.preamble();
    while portal.lines.peek().is_some() {
        portal.section();
    }
    portal.end(source);
    portal.ledger.close(source)
}

/// How far the reader got: what a capture that ends here is in the middle of.
#[derive(Default)]
struct Reached {
    operation: String,
    place: String,
    name: String,
    /// What the layout has next; empty where a page may end.
    due: &'static str,
}

struct Portal<'s> {
    page: &'s str,
    lines: Cursor<'s>,
    ledger: Ledger<'s>,
    endpoints: Endpoints,
    reached: Reached,
}

impl Portal<'_> {
    /// A claim at the operation and place that the reader has reached.
    fn state(&mut self, line: u32, name: &str, aspect: Aspect, value: &str) {
        let claim = self.claim(name, aspect, value);
        self.ledger.state(line, claim);
    }

    /// A wording, and the facts in it.
    fn describe(&mut self, line: u32, name: &str, wording: &str) {
        let claim = self.claim(name, Aspect::Description, "stated");
        self.ledger.state_wording(line, claim, wording);
        for (aspect, value) in crate::prose::facts(wording) {
            self.state(line, name, aspect, &value);
        }
    }

    fn claim(&self, name: &str, aspect: Aspect, value: &str) -> Claim {
        let Reached {
            operation, place, ..
        } = &self.reached;
        Claim::new(operation, place, name, aspect, value)
    }

    /// Marks how far the reader got in the operation.
    fn reach(&mut self, place: &str, name: &str, due: &'static str) {
        place.clone_into(&mut self.reached.place);
        self.reach_name(name, due);
    }

    /// Marks how far the reader got in the place.
    fn reach_name(&mut self, name: &str, due: &'static str) {
        name.clone_into(&mut self.reached.name);
        self.reached.due = due;
    }

    /// The line is not as the layout has it: an error, unless it is the page's last line and
    /// something is missing behind it. Then the capture was cut in the middle of the line, and
    /// the claim about the cut accounts for it.
    fn unexpected(&mut self, expected: &str, line: Line) {
        let cut = self.lines.is_last(&line) && self.is_unfinished();
        if cut {
            self.reached.due = REST_OF_LINE;
        } else {
            self.ledger.expected(expected, line);
        }
    }

    /// Something is missing before the next line if that one is known; otherwise it is not as the
    /// layout has it, nor what follows up to a line that is known.
    fn unexpected_until(&mut self, expected: &str, known: impl Fn(&Self, &Line) -> bool) {
        let Some(line) = self.lines.peek() else {
            return;
        };
        if known(self, &line) {
            self.ledger.expected(expected, line);
            return;
        }
        self.lines.next();
        self.unexpected(expected, line);
        self.pass_over(known);
    }

    /// Passes over lines behind one that is reported.
    fn pass_over(&mut self, known: impl Fn(&Self, &Line) -> bool) {
        while self.lines.peek().is_some_and(|line| !known(self, &line)) {
            self.lines.next();
        }
    }

    /// Whether something is missing if the page ends here.
    fn is_unfinished(&self) -> bool {
        !self.reached.due.is_empty() || !self.endpoints.is_complete()
    }

    /// Says where the capture ends, if that is in the middle of something.
    fn end(&mut self, source: &Source) {
        if self.ledger.errors() > 0 || !self.is_unfinished() {
            return;
        }
        let (line, column) = source.end();
        let name = std::mem::take(&mut self.reached.name);
        let value = format!("column {column}");
        self.state(line, &name, Aspect::Cut, &value);
    }
}
