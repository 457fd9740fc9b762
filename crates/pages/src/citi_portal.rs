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
//!   [`NESTED`](crate::reader::NESTED).
//! - A bullet named `required` without a type lists the required properties beside it.
//!
//! # Errors
//!
//! The reader reports a line that the layout does not allow once, and continues at the next line
//! that it recognises with certainty: a heading, a status, a section. Skipping the lines between
//! loses nothing, because a page with an error makes no claims at all.

mod definitions;
mod endpoint_list;
mod parameters;
mod preamble;
mod responses;
mod section;

use claims::PageClaims;

use crate::reader::Reader;
use crate::source::Source;
use crate::{PageError, PageLayout};
use endpoint_list::Endpoints;

/// What the responses open with.
const RESPONSES: &str = "Responses";

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "the Citi developer portal: a product's name over `Select the following:`",
    draws_tables: false,
    recognises,
    read,
};

/// The reader of this layout; what it keeps in mind is the list of endpoints.
type Portal<'s> = Reader<'s, Endpoints<'s>>;

/// Whether a page opens as the portal's pages do: a product's name over the navigation, the older
/// navigation, or, without any, a summary and a list of endpoints.
fn recognises(source: &Source) -> bool {
    let mut lines = source.lines();
    let [first, second] = [lines.next(), lines.next()].map(|line| line.map_or("", |it| it.text));
    second == preamble::OPENING
        || first == preamble::OLDER[0]
        || (second == preamble::SUMMARY && lines.any(|line| line.text == preamble::LIST))
}

/// Reads a page of this layout.
fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut portal = Portal::new(source, Endpoints::default());
    portal.layout.has_statuses = source.lines().any(|line| responses::is_status(&line));
    portal.lines.flatten_rows(parameters::is_row);
    portal.preamble();
    while portal.lines.peek().is_some() {
        portal.section();
    }
    portal.close(source)
}
