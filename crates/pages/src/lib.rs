//! Reads captured documentation pages into claims, one reader per page layout.
//!
//! Nothing here knows the contract or a document: a witness does not share code with what it
//! testifies about. A reader never guesses and skips no line silently: every line that is not
//! blank is read into a claim or covered by a named [`Rule`] that says why it states nothing.

mod citi_portal;
mod error;
mod ledger;
pub mod prose;
mod rule;
mod source;

pub use error::PageError;
pub use rule::Rule;

use claims::PageClaims;

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
    let source = source::Source::decode(page, bytes)?;
    if citi_portal::recognises(&source) {
        return citi_portal::read(&source);
    }
    Err(vec![source.unknown_layout(&[citi_portal::LAYOUT])])
}
