//! Anchors: which words of a page each text of ours was written for.
//!
//! They are kept as CSV, `page,operation,place,name,aspect,value,words,text`, one text a row. The
//! digests in `words` are what a person confirmed; a page that words the statement differently
//! today does not change them.

use std::collections::BTreeSet;

use ::csv::{Terminator, WriterBuilder};

use crate::csv::{escaped, unescaped};
use crate::rows::{CsvError, Row, Rows, each};
use crate::{Claim, Digest};

/// The header row.
pub const COLUMNS: [&str; 8] = [
    "page",
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "words",
    "text",
];

/// One text of ours, and the words that it renders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The page's id.
    pub page: String,
    /// What the page says, with lost handles restored.
    pub claim: Claim,
    /// The digests of the words, one for each way in which the page says it.
    pub words: BTreeSet<Digest>,
    /// Our text; empty if a reading leaves the statement out. If the words stand in several places of
    /// the page, and a reading cites one of them as evidence: which one, such as `2 of 5`.
    pub text: String,
}

impl Anchor {
    /// Returns whether two anchors are about the same statement of the same page.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        (&self.page, &self.claim) == (&other.page, &other.claim)
    }
}

/// Writes anchors in the given order.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn render(anchors: &[Anchor]) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let mut row = |cells: [&str; COLUMNS.len()]| {
        let cells = cells.map(escaped);
        let row = writer.write_record(cells.iter().map(|cell| cell.as_bytes()));
        row.expect("writing to memory does not fail, and each row has all columns");
    };
    row(COLUMNS);
    for Anchor {
        page,
        claim,
        words,
        text,
    } in anchors
    {
        let words: Vec<&str> = words.iter().map(Digest::as_str).collect();
        row([
            page,
            &claim.operation,
            &claim.place,
            &claim.name,
            claim.aspect.as_str(),
            &claim.value,
            &words.join(" "),
            text,
        ]);
    }
    let bytes = writer.into_inner();
    let bytes = bytes.expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}

/// Reads anchors.
///
/// # Errors
///
/// Returns an error with line and column for each malformed row.
pub fn parse(text: &str) -> Result<Vec<Anchor>, Vec<CsvError>> {
    let mut rows = Rows::of(text.strip_prefix('\u{feff}').unwrap_or(text));
    let header = match rows.next() {
        Some(Ok(row)) => row.record.iter().eq(COLUMNS),
        _ => false,
    };
    if !header {
        return Err(vec![CsvError {
            line: 1,
            column: 1,
            problem: format!("expected the header `{}`", COLUMNS.join(",")),
        }]);
    }
    each(rows, anchor)
}

fn anchor(row: &Row) -> Result<Anchor, CsvError> {
    let (count, due) = (row.record.len(), COLUMNS.len());
    if count != due {
        let problem = format!("expected {due} columns, but found {count} instead");
        return row.error(count.min(due), problem);
    }
    let [page, operation, place, name, aspect, value, words, text] =
        std::array::from_fn(|column| unescaped(&row.record[column]));
    let aspect = aspect.parse();
    let aspect = aspect.or_else(|unknown| row.error(4, format!("{unknown}")))?;
    let words = words.split(' ').map(str::parse).collect();
    let words: Result<_, crate::digest::NotADigest> = words;
    Ok(Anchor {
        page: page.to_owned(),
        claim: Claim::new(operation, place, name, aspect, value),
        words: words.or_else(|wrong| row.error(6, wrong.to_string()))?,
        text: text.to_owned(),
    })
}
