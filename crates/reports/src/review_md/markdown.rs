//! Pieces of Markdown.

use std::collections::{BTreeMap, BTreeSet};

use crate::contradictions::{lines, said_at};
use review::Contradiction;
use review::contradictions::Site;
use review::reading::Breaks;
use review::words::count;
use review::words::distinct;
use review::words::listed;

/// How many operations are named before the others are counted.
const NAMED: usize = 3;

/// A text as a cell of a table: bars would end it, and so would a line end.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\r', '\n'], " ")
}

/// How many lines are listed before the others are counted.
const LINES: usize = 6;

/// Numbers of lines as a list; of many the first, and how many more `traceability.csv` has.
pub(super) fn short(lines: impl IntoIterator<Item = u32>) -> String {
    let lines: BTreeSet<u32> = lines.into_iter().collect();
    match lines.first() {
        Some(first) if lines.len() > LINES => {
            format!("{first} and {} more", lines.len() - 1)
        }
        _ => listed(lines),
    }
}

/// A sentence from a clause that may begin in lower case.
pub(super) fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A contradiction as a list item, in one line. Where it breaks calls or messages, with what is said
/// and where; the table of contradictions has that of all.
pub(super) fn contradiction(contradiction: &Contradiction) -> String {
    let problem = sentence(&contradiction.problem);
    let said = contradiction.says().into_iter().zip(&contradiction.sides);
    let said = match contradiction.breaks {
        Breaks::Calls | Breaks::Shapes => said.map(said_at).collect::<Vec<_>>().join("; "),
        Breaks::Values => placed(contradiction),
        Breaks::Words => String::new(),
    };
    let colon = if said.is_empty() { "" } else { ": " };
    let by = contradiction.reading.as_ref();
    let by = by.map_or_else(String::new, |id| format!(", by `{id}`"));
    let document = &contradiction.document;
    format!("- {problem}{colon}{said}. The document {document}{by}.\n")
}

/// `market-one lines 54 and 849`, the first line of each side on each page.
fn placed(contradiction: &Contradiction) -> String {
    let mut first: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for side in &contradiction.sides {
        for (page, lines) in lines(side) {
            first.entry(page).or_default().extend(lines.first());
        }
    }
    let on = |(page, lines): (&str, BTreeSet<u32>)| {
        let plural = if lines.len() == 1 { "" } else { "s" };
        format!("{page} line{plural} {}", listed(lines))
    };
    first.into_iter().map(on).collect::<Vec<_>>().join(", ")
}

/// `market-one lines 54 and 849`, with the operations, page by page.
pub(super) fn places<'s>(sites: impl IntoIterator<Item = &'s Site>) -> String {
    let sites: Vec<&Site> = sites.into_iter().collect();
    let pages = distinct(sites.iter().map(|site| &*site.page));
    let on = |page: &str| {
        let here = || sites.iter().filter(|site| &*site.page == page);
        let lines: BTreeSet<u32> = here().map(|site| site.line).collect();
        let plural = if lines.len() == 1 { "" } else { "s" };
        let operations = here().map(|site| &*site.operation);
        let operations = distinct(operations.filter(|operation| !operation.is_empty()));
        let mut named: Vec<String> = operations
            .iter()
            .take(NAMED)
            .map(|operation| format!("`{operation}`"))
            .collect();
        if operations.len() > NAMED {
            named.push(count(operations.len() - NAMED, "other operation"));
        }
        let named = if named.is_empty() {
            String::new()
        } else {
            format!(" ({})", listed(named))
        };
        format!("{page} line{plural} {}{named}", short(lines))
    };
    pages.into_iter().map(on).collect::<Vec<_>>().join("; ")
}
