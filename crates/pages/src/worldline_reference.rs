//! The layout of the Worldline Connect API reference.
//!
//! A page is one operation: title, method and address, the request with its properties and a code
//! sample, and the responses, each with its properties and an example as JSON.
//!
//! # Quirks
//!
//! - The columns *Property*, *Type* and *Required* are lost: a row is the word `close` and the
//!   details. Its properties are `#1`, `#2`, … in the order of the rows.
//! - One more row stands for the elements of an array and names their type.
//! - The status line and the name of the body ran together: `200 - OKBoat` is read as it stands,
//!   and a reading says where its parts are.
//! - The backslashes in `BOAT\\_GONE` are read as they stand.

mod code_sample;
mod heading;
mod payload;
mod properties;
mod responses;

use std::collections::BTreeSet;

use claims::PageClaims;

use crate::reader::{Layout, Reader};
use crate::source::{Line, Source, bullet};
use crate::{PageError, PageLayout, Rule};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "the Worldline Connect reference: `This site requires javascript to be enabled.`",
    recognises,
    read,
};

const OPENING: &str = "This site requires javascript to be enabled.";

/// The navigation, in order.
const NAVIGATION: [&str; 4] = [OPENING, "• Search AI-powered", "Results for", "xxx"];

const REQUEST: &str = "Request";
const PROPERTIES: &str = "Properties";
const COLUMNS: &str = "Property Type Required Details";
const REQUEST_EXAMPLE: &str = "Request example";
const LANGUAGE: &str = "SDK: iOS";
const SCENARIO: &str = "This scenario you will probably use the most";
const RESPONSES: &str = "Responses";
const OVERVIEW: &str = "Please find below an overview of the possible responses.";
const RESPONSE_EXAMPLE: &str = "Response example";

/// Lines that the layout has and no wording is.
const FIXED: [&str; 11] = [
    REQUEST,
    PROPERTIES,
    COLUMNS,
    REQUEST_EXAMPLE,
    LANGUAGE,
    SCENARIO,
    RESPONSES,
    OVERVIEW,
    RESPONSE_EXAMPLE,
    properties::ROW,
    properties::DESCRIPTION,
];

/// The reader of this layout; what it keeps in mind is the operation.
type Reference<'s> = Reader<'s, Operation<'s>>;

/// The operation of a page.
#[derive(Default)]
struct Operation<'s> {
    /// The names in its path.
    names: BTreeSet<&'s str>,
    statuses: BTreeSet<&'s str>,
}

impl Layout for Operation<'_> {
    /// Whether it has a response.
    fn is_complete(&self) -> bool {
        !self.statuses.is_empty()
    }
}

fn recognises(source: &Source) -> bool {
    source
        .lines()
        .next()
        .is_some_and(|line| line.text == OPENING)
}

fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut reference = Reference::new(source, Operation::default());
    let page = reference.page;
    reference.reach("page", page, "the rest of the page");
    for text in NAVIGATION {
        reference.fixed(text, Rule::Navigation);
    }
    reference.heading();
    reference.request();
    reference.responses();
    reference.close(source)
}

impl<'s> Reference<'s> {
    /// Wordings of what a name stands for, at least one.
    fn wordings(&mut self, name: &str, expected: &str) {
        let mut found = false;
        while let Some(line) = self.wording() {
            self.describe(line.number, name, line.text);
            found = true;
        }
        if let Some(line) = self.lines.peek().filter(|_| !found) {
            self.unexpected(expected, line);
        }
    }

    /// The next line, if it is a wording for certain.
    fn wording(&mut self) -> Option<Line<'s>> {
        let line = self.lines.peek()?;
        if self.is_cut_to(&line, &FIXED) || self.is_cut_to(&line, &[payload::PREFIX]) {
            self.cut_line();
            return None;
        }
        let is_code = bullet(&line).is_some() || ["•", "{", "}"].contains(&line.text);
        if is_code || is_known(&line) {
            return None;
        }
        self.lines.next()
    }
}

/// Whether a line is one that the layout has, and no wording.
fn is_known(line: &Line) -> bool {
    FIXED.contains(&line.text) || payload::name(line).is_some() || responses::opens(line)
}
