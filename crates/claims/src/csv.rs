//! Claims files: `operation,place,name,aspect,value,digest,down`, one claim a row.
//!
//! `down` says how many lines below the claim of the row above this one stands on the page, so that
//! a page that moved changes one row. The first rows have no `down`. They describe the capture: its
//! SHA-256, with a seal over all rows in the digest column, and the digest of its
//! [file of lines](crate::lines).
//!
//! A cell that a spreadsheet would compute gets an apostrophe in front, which is not part of the
//! claim.
//!
//! The seal is a digest over the exact bytes of the rows as [`render()`] writes them. Line ends and
//! quotes, which a spreadsheet writes its own way, do not break it; any other change does.

mod cell;
mod parse;
mod render;

use crate::{Digest, PageClaims, lines};

pub use crate::rows::CsvError;
pub use cell::{escaped, unescaped};
pub use parse::parse;
pub use render::render;

/// The header row.
pub const COLUMNS: [&str; 7] = [
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "digest",
    "down",
];

/// The place of the rows that are about the capture.
const CAPTURE: &str = "capture";

/// A claims file that could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct ClaimsFile {
    /// The page and its claims.
    pub page: PageClaims,
    /// Whether the rows are unchanged since they were written. Changing, adding or removing a row
    /// breaks the seal.
    pub sealed: bool,
    /// The digest of the file of lines that belongs to it.
    lines: Digest,
}

impl ClaimsFile {
    /// Returns the same claims with the lines of the capture. The seal is broken if the file of
    /// lines is not the one that was written with the claims.
    ///
    /// # Errors
    ///
    /// Returns an error with line and column for each malformed row of the file of lines.
    pub fn with_lines(mut self, text: &str) -> Result<Self, Vec<CsvError>> {
        self.page.capture.lines = lines::parse(text)?;
        let written = Digest::of_bytes(lines::render(&self.page.capture).as_bytes());
        self.sealed &= written == self.lines;
        Ok(self)
    }
}
