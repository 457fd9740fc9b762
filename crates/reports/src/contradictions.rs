//! `spec/reports/contradictions.csv`: where sources contradict each other or themselves.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;
use review::contradictions::{Rule, Side, Site};
use review::words::distinct;
use review::{Case, Cases, Contradiction};

use crate::readings::weight::is_code;
use crate::spreadsheet::spreadsheet;

const COLUMNS: [&str; 9] = [
    "contradiction",
    "between",
    "changes-code",
    "says",
    "page",
    "lines",
    "operations",
    "source",
    "ask",
];

/// Every contradiction as CSV: one row for each thing that is said, and for each page that says it.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn contradictions(cases: &Cases, contradictions: &[Contradiction]) -> String {
    let mut rows = Vec::new();
    for one in contradictions {
        let yes = if changes_code(one, cases) {
            "yes"
        } else {
            "no"
        };
        let [says, page, lines, operations, source] = [3, 4, 5, 6, 7];
        for (said, side) in one.says().into_iter().zip(&one.sides) {
            let mut row = COLUMNS.map(|_| String::new());
            row[0] = one.problem.replace('`', "");
            between(one).clone_into(&mut row[1]);
            yes.clone_into(&mut row[2]);
            row[says] = said.replace('`', "");
            row[source] = side.source.clone().unwrap_or_default();
            row[8] = one.ask.clone().unwrap_or_default();
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

/// Whether the sides make for different code: they differ in a type, a name or another fact, and not
/// only in words.
pub(crate) fn changes_code(contradiction: &Contradiction, cases: &Cases) -> bool {
    match contradiction.rule {
        Rule::TypedDifferently | Rule::UnfitType | Rule::LookupPath => true,
        Rule::UnfitExample
        | Rule::ErrorDetails
        | Rule::LookupCode
        | Rule::SharedWording
        | Rule::Reworded => false,
        Rule::Noted => contradiction.sites().any(|site| states_code(site, cases)),
    }
}

/// Whether the line of a site states a fact that code is written by. Where the line describes
/// something, a contradiction is about the words, unless they tell which values there are.
fn states_code(site: &Site, cases: &Cases) -> bool {
    let statements = cases.get(&site.page).map(Case::statements);
    let here = statements.into_iter().flatten().filter(|statement| {
        let claim = &statement.claim;
        statement.line == site.line
            && (&claim.operation, &claim.place, &claim.name)
                == (&site.operation, &site.place, &site.name)
    });
    let aspects: BTreeSet<Aspect> = here.map(|statement| statement.claim.aspect).collect();
    let described = aspects.contains(&Aspect::Description);
    aspects.into_iter().any(|aspect| match aspect {
        Aspect::Listed | Aspect::Format => !described,
        // A scheme and its example stand on one line.
        Aspect::Scheme => false,
        aspect => is_code(aspect),
    })
}

/// `` `string` (oslo line 4 and 2 more) ``.
pub(crate) fn said_at((says, side): (&str, &Side)) -> String {
    if let Some(source) = &side.source {
        return format!("{says} ({source})");
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
