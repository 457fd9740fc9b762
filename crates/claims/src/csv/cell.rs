//! Cells that a spreadsheet would take for formulas.
//!
//! Excel, `LibreOffice` and Gnumeric take a cell for a formula if it begins with one of a few
//! characters, even if the cell is quoted. We write an apostrophe in front to keep it a text, and
//! remove it when we read the file.

use std::borrow::Cow;

/// The mark in front of a cell that a spreadsheet would compute.
const APOSTROPHE: char = '\'';

/// Escapes a cell: adds an apostrophe in front if a spreadsheet would take it for a formula.
///
/// A cell that begins with an apostrophe gets another one, so that [`unescaped`] restores every cell.
#[must_use]
pub fn escaped(cell: &str) -> Cow<'_, str> {
    if is_escaped_for(cell) {
        Cow::Owned(format!("{APOSTROPHE}{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Restores a cell that [`escaped`] has written.
#[must_use]
pub fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix(APOSTROPHE) {
        Some(rest) if is_escaped_for(rest) => rest,
        _ => cell,
    }
}

/// Returns whether a cell needs an apostrophe: it begins like a formula or like an escaped cell.
///
/// Leading blanks do not count, because some spreadsheets skip them.
fn is_escaped_for(cell: &str) -> bool {
    // Spreadsheets drop tabs and line ends when they open a file, so the next character counts.
    let formula = |text: &str| {
        text.starts_with([
            '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
        ])
    };
    cell.starts_with(['\t', '\r', '\n', APOSTROPHE]) || formula(cell.trim_start())
}
