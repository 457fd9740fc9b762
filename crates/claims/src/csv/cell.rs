//! Cells that a spreadsheet would take for formulas.
//!
//! Excel, `LibreOffice` and Gnumeric compute what begins with one of a few characters, also where it
//! is quoted in CSV. An apostrophe in front keeps it a text, and is taken away when it is read.

use std::borrow::Cow;

/// What stands in front of a cell that would be computed.
const APOSTROPHE: char = '\'';

/// Writes a cell as a text: an apostrophe in front keeps a formula from being computed.
///
/// What begins with an apostrophe gets another one, so that [`unescaped`] gives back any cell.
#[must_use]
pub fn escaped(cell: &str) -> Cow<'_, str> {
    if is_escaped_for(cell) {
        Cow::Owned(format!("{APOSTROPHE}{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Reads a cell as it was before [`escaped`].
#[must_use]
pub fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix(APOSTROPHE) {
        Some(rest) if is_escaped_for(rest) => rest,
        _ => cell,
    }
}

/// Whether a cell needs an apostrophe: it begins as a formula does, perhaps behind blanks, which
/// some spreadsheets skip, or as an escaped one.
fn is_escaped_for(cell: &str) -> bool {
    // Tabs and line ends are swallowed when CSV is opened, and what follows them counts.
    let formula = |text: &str| {
        text.starts_with([
            '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
        ])
    };
    cell.starts_with(['\t', '\r', '\n', APOSTROPHE]) || formula(cell.trim_start())
}
