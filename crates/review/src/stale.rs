//! Entries of the readings file that no page bears out any more, or that nobody has completed.

use std::collections::BTreeSet;

use crate::contradictions::side;
use crate::finding::{Finding, Kind, stale};
use crate::reading::{Becomes, Gap, Misspelling, Reading, Readings, UNFINISHED};
use crate::statement::Statement;

/// Readings that are drafts still.
pub(crate) fn unfinished(readings: &Readings) -> Vec<Finding> {
    let is_draft = |reading: &&Reading| {
        let becomes = match &reading.becomes {
            Some(Becomes::Value(value)) => Some(value),
            Some(Becomes::Parts(parts)) => parts.operation.as_ref(),
            None => None,
        };
        let texts = [&reading.reason, &reading.evidence]
            .into_iter()
            .chain(becomes);
        let mut texts = texts
            .chain(reading.values.values())
            .chain(reading.names.values());
        texts.any(|text| text.contains(UNFINISHED))
    };
    let drafts = readings.all().iter().filter(is_draft);
    let finding = |reading: &Reading| {
        let id = reading.id();
        let problem =
            format!("expected `{id}` to be decided, but found a draft with `{UNFINISHED}` instead");
        let finding = stale(reading.id(), problem);
        Finding {
            kind: Kind::UnfinishedReading,
            ..finding
        }
    };
    drafts.map(finding).collect()
}

/// Misspellings that no page has: a name that was corrected is no longer misspelt.
pub(crate) fn misspellings(statements: &[&Statement], readings: &Readings) -> Vec<Finding> {
    let names: BTreeSet<&str> = statements
        .iter()
        .flat_map(|statement| statement.claim.name.split('.'))
        .collect();
    let all = readings.misspellings().iter();
    all.map(Misspelling::name)
        .filter(|name| !names.contains(name))
        .map(|name| stale(name, format!("no field of any page is named `{name}`")))
        .collect()
}

/// Noted contradictions with a side that no page takes any more.
pub(crate) fn contradictions(statements: &[&Statement], readings: &Readings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for noted in readings.noted() {
        let of_page = noted.sides.iter().filter(|side| side.page.is_some());
        for one in of_page.filter(|one| side(one, statements, readings).sites.is_empty()) {
            let problem = format!("no statement of a page says that {}", one.says);
            findings.push(stale(noted.id(), problem));
        }
    }
    findings
}

/// Gaps of pages that do not exist.
pub(crate) fn gaps(pages: &[&str], readings: &Readings) -> Vec<Finding> {
    let gaps = readings.gaps().iter().map(Gap::page);
    gaps.filter(|page| !pages.contains(page))
        .map(|page| stale(page, format!("no page is called `{page}`")))
        .collect()
}
