//! The layout of the Worldline Connect API reference.
//!
//! A page is one operation: title, method and address, the request with its properties and a code
//! sample, and the responses, each with its properties and an example as JSON.
//!
//! # Quirks
//!
//! - The columns *Property*, *Type* and *Required* are lost: a row is the word `close` and the
//!   details. Its properties are `#1`, `#2`, … in the order of the rows.
//! - A capture of HTML keeps the columns, but not how deep a property is in others: behind an
//!   object its handle is `#5`, and its name is stated of that.
//! - One more row stands for the elements of an array and names their type.
//! - The status line and the name of the body ran together: `200 - OKBoat` is read as it stands,
//!   and a reading says where its parts are.
//! - The backslashes in `BOAT\\_GONE` are read as they stand.

mod code_sample;
mod heading;
mod messages;
mod properties;

use std::collections::BTreeSet;

use claims::PageClaims;

use crate::reader::{Layout, Reader};
use crate::source::{Line, Source, cells};
use crate::{PageError, PageLayout, Rule};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "the Worldline Connect reference: `This site requires javascript to be enabled.`",
    draws_tables: false,
    recognises,
    read,
};

const OPENING: &str = "This site requires javascript to be enabled.";

/// What older pages open with: the API and its version, over the language of the samples.
const VERSIONS: [&str; 2] = ["Server API version ", "Client API version "];

/// What may stand over that.
const TITLE: &str = "API Reference";

/// The navigation, in order. Not every page has all of it.
const NAVIGATION: [&str; 8] = [
    OPENING,
    "• Search AI-powered",
    "Results for",
    "xxx",
    "icon-search-large",
    "icon-search-large No search results yet",
    "No search results yet",
    "Enter your search query above",
];

const REQUEST: &str = "Request";
const PROPERTIES: &str = "Properties";
const COLUMNS: &str = "Property Type Required Details";
const REQUEST_EXAMPLE: &str = "Request example";
const LANGUAGE: &str = "SDK: ";
const SCENARIO: &str = "This scenario you will probably use the most";
const SCENARIOS: &str = "Other scenarios";
const RESPONSES: &str = "Responses";
const OVERVIEW: &str = "Please find below an overview of the possible responses.";
const RESPONSE_EXAMPLE: &str = "Response example";

/// Lines that the layout has and no wording is.
const FIXED: [&str; 12] = [
    REQUEST,
    PROPERTIES,
    COLUMNS,
    REQUEST_EXAMPLE,
    LANGUAGE,
    SCENARIO,
    SCENARIOS,
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
    /// Whether the row of the property has its type.
    is_typed: bool,
}

impl Layout for Operation<'_> {
    /// Whether it has a response.
    fn is_complete(&self) -> bool {
        !self.statuses.is_empty()
    }
}

/// Whether a page opens as those of the reference do, or is one without navigation: a title over
/// method and address, and the heading of the request.
fn recognises(source: &Source) -> bool {
    let mut lines = source.lines().skip_while(|line| line.text == TITLE);
    let opens = |line: &Line| line.text == OPENING || is_version(line);
    lines.next().as_ref().is_some_and(opens)
        || (lines.next().as_ref().is_some_and(heading::is_address)
            && lines.any(|line| line.text == REQUEST))
}

fn is_version(line: &Line) -> bool {
    VERSIONS.iter().any(|start| line.text.starts_with(start))
}

fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut reference = Reference::new(source, Operation::default());
    reference.reach("page", reference.page);
    reference.navigation();
    reference.heading();
    reference.request();
    reference.responses();
    reference.close(source)
}

impl<'s> Reference<'s> {
    fn navigation(&mut self) {
        self.skip_text(TITLE, Rule::Navigation);
        if self.skip(is_version, Rule::Navigation) {
            let is_language = |line: &Line| !NAVIGATION.contains(&line.text);
            self.skip(is_language, Rule::Navigation);
        }
        for text in NAVIGATION {
            self.skip_text(text, Rule::Navigation);
        }
    }

    /// Wordings of what a name stands for, if there are any, and the bullets below one; the last one.
    fn wordings(&mut self, name: &str) -> Option<Line<'s>> {
        let mut last = None;
        loop {
            if let Some(line) = self.wording() {
                self.describe(line.number, name, line.text);
                last = Some(line);
            } else if let Some(line) = self.lines.next_if(|it| last.is_some() && it.is_bullet()) {
                self.describe(line.number, name, line.bullet().unwrap_or_default());
            } else {
                return last;
            }
        }
    }

    /// The heading of a table.
    fn columns(&mut self, known: &str) {
        let expected = format!("`{known}`");
        self.due_as(Rule::TableHeading, &expected, |line| {
            are_columns(line, known)
        });
    }

    /// The next line, if it is a wording for certain.
    fn wording(&mut self) -> Option<Line<'s>> {
        let line = self.lines.peek()?;
        if self.is_cut_to(&line, &FIXED) || self.is_cut_to(&line, &[messages::PAYLOAD]) {
            self.cut_line();
            return None;
        }
        let is_code = line.is_bullet() || ["•", "{", "}"].contains(&line.text);
        self.lines.next_if(|line| !is_code && !is_known(line))
    }
}

/// Whether a line is the heading of a table, in one line or in cells; the last column is named in two
/// ways.
fn are_columns(line: &Line, known: &str) -> bool {
    let cells = cells(line.text).map(|cells| cells.join(" "));
    let heading = cells.as_deref().unwrap_or(line.text);
    heading == known || heading.replace("Description", "Details") == known
}

/// Whether a line is one that the layout has, and no wording.
fn is_known(line: &Line) -> bool {
    FIXED.contains(&line.text)
        || properties::opens(line)
        || line.text.starts_with(LANGUAGE)
        || messages::payload(line).is_some()
        || messages::opens(line)
        || properties::opens_query(line)
        || properties::Row::parse(line).is_some()
}
