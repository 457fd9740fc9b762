//! Entries of the readings file that no page bears out any more.

use std::collections::BTreeSet;

use crate::case::{Case, Cases};
use crate::contradictions::side;
use crate::finding::{Finding, stale};

/// Misspellings that no page has: a name that was corrected is no longer misspelt.
pub(crate) fn misspellings(cases: &Cases) -> Vec<Finding> {
    let statements = cases.pages.iter().flat_map(Case::statements);
    let names: BTreeSet<&str> = statements
        .flat_map(|statement| statement.claim.name.split('.'))
        .collect();
    let all = cases.readings.misspellings().iter();
    all.map(|misspelling| misspelling.name())
        .filter(|name| !names.contains(name))
        .map(|name| stale(name, format!("no field of any page is named `{name}`")))
        .collect()
}

/// Noted contradictions with a side that no page takes any more.
pub(crate) fn contradictions(cases: &Cases) -> Vec<Finding> {
    let statements = cases.statements();
    let mut findings = Vec::new();
    for noted in cases.readings.noted() {
        let of_page = noted.sides.iter().filter(|side| side.page.is_some());
        for one in of_page.filter(|one| side(one, &statements).sites.is_empty()) {
            let problem = format!("no statement of a page says that {}", one.says);
            findings.push(stale(noted.id(), problem));
        }
    }
    findings
}

/// Gaps of pages that do not exist.
pub(crate) fn gaps(cases: &Cases) -> Vec<Finding> {
    let gaps = cases.readings.gaps().iter().map(|gap| gap.page());
    gaps.filter(|page| cases.get(page).is_none())
        .map(|page| stale(page, format!("no page is called `{page}`")))
        .collect()
}
