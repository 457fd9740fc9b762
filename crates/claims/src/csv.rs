//! Claims files: `line,operation,place,name,aspect,value,digest`, one claim a row.
//!
//! The first rows, without a line, are about the capture: its SHA-256, with a seal over all rows as
//! digest, and how its lines were accounted for.
//!
//! A cell that a spreadsheet would compute is written with an apostrophe in front, which is no part
//! of the claim.
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

/// Something in a claims file that is not as [`render()`] writes it.
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
    /// What it holds.
    pub page: PageClaims,
    /// Whether the rows are those that were written: a row that was changed, added or removed by
    /// hand breaks the seal.
    pub sealed: bool,
}
