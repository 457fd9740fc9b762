//! Claims files: `line,operation,place,name,aspect,value,digest`, one claim a row.
//!
//! The first rows have no line. They describe the capture: its SHA-256, a seal over all rows in the
//! digest column, and how many lines each rule covers.
//!
//! A cell that a spreadsheet would compute gets an apostrophe in front, which is not part of the
//! claim.
//!
//! The seal is a digest over the exact bytes of the rows as [`render()`] writes them. Line ends and
//! quotes, which a spreadsheet writes its own way, do not break it; any other change does.

mod cell;
mod parse;
mod render;
mod rows;

use crate::PageClaims;

pub use cell::{escaped, unescaped};
pub use parse::parse;
pub use render::render;

/// The header row.
pub const COLUMNS: [&str; 7] = [
    "line",
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "digest",
];

/// The place of the rows that are about the capture.
const CAPTURE: &str = "capture";

/// A place where a claims file differs from what [`render()`] writes.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct CsvError {
    /// The line of the file, from 1, on which the row starts.
    pub line: u64,
    /// The column of the row, from 1, as a spreadsheet counts.
    pub column: usize,
    /// What was expected and what was found.
    pub problem: String,
}

/// A claims file that could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct ClaimsFile {
    /// The page and its claims.
    pub page: PageClaims,
    /// Whether the rows are unchanged since they were written. Changing, adding or removing a row
    /// breaks the seal.
    pub sealed: bool,
}
