//! `spec/reports/contradictions.csv`: where sources contradict each other or themselves.

use std::collections::{BTreeMap, BTreeSet};

use review::Contradiction;
use review::contradictions::Side;
use review::reading::Cited;
use review::words::distinct;

use crate::spreadsheet::spreadsheet;

const COLUMNS: [&str; 11] = [
    "contradiction",
    "between",
    "breaks",
    "says",
    "page",
    "lines",
    "operations",
    "source",
    "document",
    "reading",
    "ask",
];

/// Every contradiction as CSV: one row for each thing that is said, and for each page that says it.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn contradictions(contradictions: &[Contradiction]) -> String {
    let mut rows = Vec::new();
    for one in contradictions {
        let [says, page, lines, operations, source] = [3, 4, 5, 6, 7];
        for (said, side) in one.says().into_iter().zip(&one.sides) {
            let mut row = COLUMNS.map(|_| String::new());
            row[0] = one.problem.replace('`', "");
            between(one).clone_into(&mut row[1]);
            one.breaks.as_str().clone_into(&mut row[2]);
            row[says] = said.replace('`', "");
            row[source] = side
                .source
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            row[8] = one.document.replace('`', "");
            row[9] = one.reading.clone().unwrap_or_default();
            row[10] = one.ask.clone().unwrap_or_default();
            if side.sites.is_empty() {
                rows.push(row);
                continue;
            }
            for id in distinct(side.sites.iter().map(|site| &*site.page)) {
                let here = || side.sites.iter().filter(|site| &*site.page == id);
                let mut row = row.clone();
                id.clone_into(&mut row[page]);
                let numbers: BTreeSet<u32> = here().map(|site| site.line).collect();
                row[lines] = spaced(&numbers);
                row[operations] = distinct(here().map(|site| &*site.operation)).join("; ");
                rows.push(row);
            }
        }
    }
    spreadsheet(COLUMNS, rows)
}

fn spaced(numbers: &BTreeSet<u32>) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join(" ")
}

/// What contradicts each other.
fn between(contradiction: &Contradiction) -> &'static str {
    if contradiction.has_other_source() {
        "other material"
    } else if contradiction.is_between_pages() {
        "pages"
    } else {
        "one page"
    }
}

/// `` `string` (oslo line 4 and 2 more) ``.
pub(crate) fn said_at((says, side): (&str, &Side)) -> String {
    if let Some(Cited { title, address }) = &side.source {
        return match address {
            Some((address, _)) => format!("{says} ([{title}]({address}))"),
            None => format!("{says} ({title})"),
        };
    }
    let page = |(page, lines): (&str, BTreeSet<u32>)| {
        let first = lines.first().copied().unwrap_or_default();
        match lines.len() {
            0 | 1 => format!("{page} line {first}"),
            all => format!("{page} line {first} and {} more", all - 1),
        }
    };
    let pages: Vec<String> = lines(side).into_iter().map(page).collect();
    format!("{says} ({})", pages.join(", "))
}

/// The lines of each page that say a side.
pub(crate) fn lines(side: &Side) -> BTreeMap<&str, BTreeSet<u32>> {
    let mut lines: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for site in &side.sites {
        lines.entry(&site.page).or_default().insert(site.line);
    }
    lines
}
