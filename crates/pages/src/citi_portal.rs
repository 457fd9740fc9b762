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

mod cursor;
mod definitions;
mod parameters;
mod preamble;
mod response_schema;
mod responses;
mod section;

use std::collections::BTreeMap;

use claims::{Aspect, Claim, PageClaims};

use crate::PageError;
use crate::ledger::Ledger;
use crate::source::Source;
use cursor::Cursor;

/// What this layout is called in messages.
pub(crate) const LAYOUT: &str = "the Citi developer portal";

/// The type of what has nested fields: object or array, the page does not say which.
const NESTED: &str = "nested";

/// Whether a page opens as the portal's pages do: a product's name over the navigation.
pub(crate) fn recognises(source: &Source) -> bool {
    source
        .lines()
        .nth(1)
        .is_some_and(|line| line.text == preamble::NAVIGATION[0])
}

/// Reads a page of this layout.
pub(crate) fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut portal = Portal {
        page: source.page,
        lines: Cursor::new(source),
        ledger: Ledger::new(source.page),
        index: BTreeMap::new(),
        reached: Reached::default(),
    };
    portal.preamble();
    while portal.lines.peek().is_some() {
        portal.section();
    }
    portal.end(source);
    portal.ledger.close(source)
}

/// One line of the list of endpoints.
struct Endpoint {
    /// `GET /v1/customers/profiles`.
    operation: String,
    title: String,
    has_section: bool,
}

/// How far the reader got: what a capture that ends here is in the middle of.
#[derive(Clone, Default)]
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
    /// By heading, `get /v1/customers/profiles`, as the page writes it.
    index: BTreeMap<String, Endpoint>,
    reached: Reached,
}

impl Portal<'_> {
    /// A claim at the operation and place that the reader has reached.
    fn claim(&self, name: &str, aspect: Aspect, value: &str) -> Claim {
        Claim::new(
            &self.reached.operation,
            &self.reached.place,
            name,
            aspect,
            value,
        )
    }

    fn state(&mut self, line: u32, name: &str, aspect: Aspect, value: &str) {
        self.ledger.state(line, self.claim(name, aspect, value));
    }

    /// A wording, and the facts in it.
    fn describe(&mut self, line: u32, name: &str, wording: &str) {
        let claim = self.claim(name, Aspect::Description, "stated");
        self.ledger.state_wording(line, claim, wording);
        for (aspect, value) in crate::prose::facts(wording) {
            self.state(line, name, aspect, &value);
        }
    }

    /// Marks how far the reader got in the operation.
    fn reach(&mut self, place: &str, name: &str, due: &'static str) {
        place.clone_into(&mut self.reached.place);
        name.clone_into(&mut self.reached.name);
        self.reached.due = due;
    }

    /// Says where the capture ends, if that is in the middle of something.
    fn end(&mut self, source: &Source) {
        let missing = self.index.values().any(|endpoint| !endpoint.has_section);
        if self.ledger.has_errors() || (self.reached.due.is_empty() && !missing) {
            return;
        }
        let (line, column) = source.end();
        let name = self.reached.name.clone();
        self.state(
            line,
            &name,
            Aspect::Cut,
            &format!("line {line}, column {column}"),
        );
    }
}
