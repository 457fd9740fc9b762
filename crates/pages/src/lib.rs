//! Reads captured documentation pages into claims, one reader per page layout.
//!
//! Nothing here knows the contract or a document: a witness does not share code with what it
//! testifies about. A reader never guesses and skips no line silently: every line that is not
//! blank is read into a claim or covered by a named [`Rule`] that says why it states nothing.

mod block;
mod citi_portal;
mod citibanamex_portal;
mod confluence_comparison;
mod cursor;
mod error;
pub mod html;
mod json;
mod layout;
mod ledger;
pub mod markdown;
mod path;
pub mod prose;
mod reader;
mod rule;
mod source;
mod worldline_reference;

pub use block::{Block, Kind};
pub use error::PageError;
pub use layout::Layout;
pub use rule::Rule;

use std::borrow::Cow;

use claims::PageClaims;
use source::Source;

/// One layout, and how to recognise it.
struct PageLayout {
    /// Its name in messages.
    name: &'static str,
    /// Whether its captures have tables that are drawn with bars and lines.
    draws_tables: bool,
    /// Returns whether a page begins like the pages of this layout.
    recognises: fn(&Source) -> bool,
    read: fn(&Source) -> Result<PageClaims, Vec<PageError>>,
}

/// Every known layout.
static LAYOUTS: [PageLayout; 4] = [
    citi_portal::LAYOUT,
    citibanamex_portal::LAYOUT,
    worldline_reference::LAYOUT,
    confluence_comparison::LAYOUT,
];

/// Reads one captured page.
///
/// `page` is the page's id (`citi-australia`); errors and claims carry it. `bytes` is the captured
/// text in UTF-8, with LF or CRLF line ends, or a saved HTML page, which is read by its
/// [capture](html).
///
/// A capture that ends in the middle of something makes one claim with the aspect
/// [`Cut`](claims::Aspect::Cut); its value is the column of the end. If too little of the last line
/// is left, the line makes no other claim. A reading decides whether the page really ends there.
///
/// # Errors
///
/// Returns an error for each line that is not UTF-8 or that the layout does not allow, or one error
/// if no layout is recognised.
pub fn read(page: &str, bytes: &[u8]) -> Result<PageClaims, Vec<PageError>> {
    let source = Source::decode(page, bytes)?;
    let layout = layout_of(&source)?;
    // In the text of some programs, tables are drawn, and what stands around them is lost: one cause.
    let drawn = |errors: &[PageError]| source.drawn(errors).filter(|_| !layout.draws_tables);
    (layout.read)(&source).map_err(|errors| drawn(&errors).map_or(errors, |error| vec![error]))
}

/// Returns the name of the layout of a captured page.
///
/// Captures with different layouts are captures of different pages.
///
/// # Errors
///
/// Returns an error for each line that is not UTF-8, or one error if no layout is recognised.
pub fn layout(page: &str, bytes: &[u8]) -> Result<&'static str, Vec<PageError>> {
    let source = Source::decode(page, bytes)?;
    Ok(layout_of(&source)?.name)
}

/// Returns the text whose lines the claims and errors of a page name.
#[must_use]
pub fn captured(bytes: &[u8]) -> Cow<'_, str> {
    match html::recognised(bytes) {
        Some(captured) => Cow::Owned(captured.text),
        None => match String::from_utf8_lossy(bytes) {
            Cow::Borrowed(text) => source::normalised(text),
            Cow::Owned(text) => Cow::Owned(source::normalised(&text).into_owned()),
        },
    }
}

fn layout_of(source: &Source) -> Result<&'static PageLayout, Vec<PageError>> {
    let layout = LAYOUTS.iter().find(|layout| (layout.recognises)(source));
    layout.ok_or_else(|| vec![source.unknown_layout(&LAYOUTS.each_ref().map(|layout| layout.name))])
}
