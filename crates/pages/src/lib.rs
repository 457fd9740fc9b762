//! Reads captured documentation pages into claims, one reader per page layout.
//!
//! Nothing here knows the contract or a document: a witness does not share code with what it
//! testifies about. A reader never guesses and skips no line silently: every line that is not
//! blank is read into a claim or covered by a named [`Rule`] that says why it states nothing.

mod citi_portal;
mod citibanamex_portal;
mod confluence_comparison;
mod cursor;
mod error;
mod json;
mod ledger;
mod path;
pub mod prose;
mod reader;
mod rule;
mod source;
mod worldline_reference;

pub use error::PageError;
pub use rule::Rule;

use claims::PageClaims;
use source::Source;

/// What is known of a layout before a page is read.
struct PageLayout {
    /// What it is called in messages.
    name: &'static str,
    /// Whether a page opens as the pages of this layout do.
    recognises: fn(&Source) -> bool,
    read: fn(&Source) -> Result<PageClaims, Vec<PageError>>,
}

/// Every layout that is known.
static LAYOUTS: [PageLayout; 4] = [
    citi_portal::LAYOUT,
    citibanamex_portal::LAYOUT,
    worldline_reference::LAYOUT,
    confluence_comparison::LAYOUT,
];

/// Reads one captured page.
///
/// `page` is the page's id (`citi-australia`), which is not looked at, only passed on; `bytes` is
/// the captured text in UTF-8, with LF or CRLF line ends.
///
/// A capture that ends in the middle of something gives one claim with the aspect
/// [`Cut`](claims::Aspect::Cut), whose value is the column of the end. A last line of which
/// too little is left states nothing else. Whether the page really ends there is for a reading to
/// say.
///
/// # Errors
///
/// Every place where the text is not UTF-8, is of no known layout, or is not as its layout has it.
pub fn read(page: &str, bytes: &[u8]) -> Result<PageClaims, Vec<PageError>> {
    let source = Source::decode(page, bytes)?;
    (layout_of(&source)?.read)(&source)
}

/// The name of the layout that a captured page has: pages of two layouts are two pages.
///
/// # Errors
///
/// Every place where the text is not UTF-8, or that it is of no known layout.
pub fn layout(page: &str, bytes: &[u8]) -> Result<&'static str, Vec<PageError>> {
    let source = Source::decode(page, bytes)?;
    Ok(layout_of(&source)?.name)
}

fn layout_of(source: &Source) -> Result<&'static PageLayout, Vec<PageError>> {
    let layout = LAYOUTS.iter().find(|layout| (layout.recognises)(source));
    layout.ok_or_else(|| vec![source.unknown_layout(&LAYOUTS.each_ref().map(|layout| layout.name))])
}
