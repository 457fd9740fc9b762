//! Where every statement of a document comes from.

mod row;

use std::collections::BTreeMap;

use claims::{Aspect, Claim};
use serde_json::Value;

use review::{Evidence, Expected, Reviewed};

use crate::spreadsheet::spreadsheet;
use row::{COLUMNS, Row};

/// Every claim of a document with its evidence, as CSV, one row a claim, page and readings, in the
/// order of pointers, so that the rows of an element stand together.
///
/// The basis is `documented` where a line of the page says exactly this, `described` where it says
/// it in words and the document in ours, otherwise that of the weakest reading that decides what is
/// said. Only lines that state the claim are in the column `lines`; those that a decision is about
/// have a column of their own. Readings that only tell of which operation, place or
/// name a line speaks stand in columns of their own. A cell that a spreadsheet would compute begins
/// with an apostrophe, as in a claims file. A claim without support has neither page nor
/// basis. The last two columns have the class of the element, which is our judgement.
///
/// At the end, without a pointer, stands what a page says and a reading leaves out. Of a wording,
/// which the document has in words of its own, the digest tells when the page's changes.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn traceability(reviewed: &Reviewed) -> String {
    let mut rows = Rows {
        urls: urls(&reviewed.expected),
        reviewed,
        all: Vec::new(),
    };
    for made in &reviewed.claims {
        let evidence = reviewed.evidence(&made.claim);
        rows.claim(&made.pointer.to_string(), &made.claim, evidence);
    }
    // Step by step, so that what is within an element follows it; of one element, claims keep their
    // order.
    rows.all
        .sort_by_cached_key(|row| row.pointer.replace('/', "\0"));
    for (claim, evidence) in &reviewed.expected.omitted {
        rows.claim("", claim, evidence);
    }
    let classed = &reviewed.classed;
    spreadsheet(COLUMNS, rows.all.iter().map(|row| row.cells(classed)))
}

/// The address of each page, where a document gives it.
fn urls(expected: &Expected) -> BTreeMap<&str, &str> {
    let claims = expected.claims.keys();
    claims
        .filter(|claim| claim.aspect == Aspect::Url && &*claim.place == "page")
        .map(|claim| (&*claim.name, &*claim.value))
        .collect()
}

struct Rows<'r> {
    reviewed: &'r Reviewed<'r>,
    urls: BTreeMap<&'r str, &'r str>,
    all: Vec<Row<'r>>,
}

impl<'r> Rows<'r> {
    /// One row for each page and reading that the claim rests on, or one row without any.
    fn claim(&mut self, pointer: &str, claim: &'r Claim, evidence: &'r [Evidence]) {
        let readings = self.reviewed.readings;
        let says = said(self.reviewed.document.pointer(pointer), pointer);
        let mut sources: BTreeMap<(&str, &[usize]), Vec<&Evidence>> = BTreeMap::new();
        for one in evidence {
            let source = sources.entry((&one.page, &one.readings));
            source.or_default().push(one);
        }
        let row = || Row::new(pointer.to_owned(), claim, says.clone());
        if sources.is_empty() {
            self.all.push(row());
        }
        for ((page, by), lines) in sources {
            let mut row = row();
            row.rests_on(by, &lines, readings);
            row.page = page;
            row.url = self.urls.get(page).copied().unwrap_or_default();
            self.all.push(row);
        }
    }
}

/// What a document says in a place, on one line; nothing of what holds other things.
fn said(value: Option<&Value>, pointer: &str) -> String {
    match value {
        _ if pointer.is_empty() => String::new(),
        Some(Value::String(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
        _ => String::new(),
    }
}
