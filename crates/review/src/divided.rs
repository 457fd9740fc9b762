//! A page that says one thing of an element in one line, and another thing in another.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use claims::{Aspect, Claim, Element, PageClaims};
use serde_json::Value;

use crate::case::Case;
use crate::compare::several;
use crate::finding::{Finding, Kind};
use crate::reading::Readings;

/// Names both lines where a page contradicts itself: one finding in place of those that tell only of
/// one of its two values, and one where a document agrees with either line.
///
/// What a reading decides or supplies contradicts nothing.
pub fn divided(findings: &mut Vec<Finding>, page: &PageClaims, readings: &Readings) {
    if !says_again(page) {
        return;
    }
    let case = Case::of(page, readings, &Value::Null);
    let expected = &case.reviewed.expected;
    let claims: Vec<(&Claim, BTreeSet<u32>)> = expected
        .claims
        .iter()
        .filter(|(_, evidence)| evidence.iter().all(|it| it.readings.is_empty()))
        .map(|(claim, evidence)| (claim, evidence.iter().map(|it| it.line).collect()))
        .collect();
    let known = findings.iter().filter_map(|it| it.claim.as_ref());
    let known: BTreeSet<Claim> = known.cloned().collect();
    let mut told = BTreeMap::new();
    for place in claims.chunk_by(|(one, _), (other, _)| {
        one.operation == other.operation && one.place == other.place
    }) {
        let said = place.chunk_by(|(one, _), (other, _)| one.subject() == other.subject());
        for said in said {
            let (first, lines) = &said[0];
            let pair = match first.aspect {
                Aspect::Enum => lists(said),
                Aspect::Required if said.len() == 1 && &*first.value == "true" => {
                    let row = unmarked(first, lines, place);
                    row.map(|row| (*first, lines, "optional".to_owned(), row))
                }
                aspect if several(aspect) || said.len() == 1 => None,
                _ => {
                    // The document agrees with one of them: of the other there is a finding.
                    let is_found = |(claim, _): &&(&Claim, _)| known.contains(claim);
                    let found = said.iter().find(is_found);
                    let other = said.iter().find(|it| !is_found(it));
                    found
                        .zip(other)
                        .and_then(|((claim, lines), (other, there))| {
                            let there = *there.first()?;
                            Some((*claim, lines, format!("`{}`", other.value), there))
                        })
                }
            };
            told.extend(pair.and_then(|(claim, lines, other, there)| {
                let here = *lines.iter().find(|here| **here != there)?;
                let problem =
                    format!("the page says `{claim}` in line {here}, and {other} in line {there}");
                let finding = Finding::new(Kind::Contradicted, problem);
                let fix = "decide with a reading of kind `override` which of them counts";
                let finding = finding.on(case.id(), [here, there]).about(claim);
                Some((about(claim), finding.fixed_by(fix)))
            }));
        }
    }
    findings.retain(|finding| {
        let about = finding.claim.as_ref().map(about);
        let told = about.and_then(|about| told.get_mut(&about));
        let Some(told) = told.filter(|_| finding.kind != Kind::Unsupported) else {
            return true;
        };
        (told.file, told.pointer) = (finding.file.clone(), finding.pointer.clone());
        false
    });
    findings.extend(told.into_values());
}

/// Whether a page speaks in two lines of one thing that can be said once, as most pages never do.
fn says_again(page: &PageClaims) -> bool {
    let mut said = HashMap::new();
    page.claims.iter().any(|stated| {
        let claim = &stated.claim;
        let value = match claim.aspect {
            Aspect::Enum => &*claim.value,
            // Its heading names it as well, and it is required wherever it stands.
            Aspect::Listed if &*claim.place == "path" => return false,
            Aspect::Listed => "",
            aspect if several(aspect) => return false,
            _ => "",
        };
        let about = (&*claim.element, claim.aspect, value);
        *said.entry(about).or_insert(stated.line) != stated.line
    })
}

/// What a claim is about, whatever its value.
fn about(claim: &Claim) -> (Arc<Element>, Aspect) {
    (Arc::clone(&claim.element), claim.aspect)
}

/// A claim and where it is said, and what is said instead and where.
type Pair<'c> = (&'c Claim, &'c BTreeSet<u32>, String, u32);

/// A value that one list of values has and another does not: lists are lines that follow each other,
/// and are two of one thing if they share a value.
fn lists<'c>(said: &'c [(&'c Claim, BTreeSet<u32>)]) -> Option<Pair<'c>> {
    let mut by_line: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for (claim, lines) in said {
        for line in lines {
            by_line.entry(*line).or_default().insert(&claim.value);
        }
    }
    let lines: Vec<_> = by_line.into_iter().collect();
    let lists = lines.chunk_by(|(one, _), (other, _)| one + 1 == *other);
    let lists = lists.map(|list| {
        let values: BTreeSet<&str> = list.iter().flat_map(|(_, it)| it).copied().collect();
        (list[0].0, values)
    });
    let lists: Vec<_> = lists.filter(|(_, values)| values.len() > 1).collect();
    let (first, rest) = lists.split_first()?;
    rest.iter().find_map(|other| {
        if first.1.is_disjoint(&other.1) {
            return None;
        }
        let [more, less] = if first.1.is_superset(&other.1) {
            [first, other]
        } else {
            [other, first]
        };
        let value = more.1.difference(&less.1).next()?;
        let (claim, lines) = said.iter().find(|(claim, _)| *claim.value == **value)?;
        let values = less.1.iter().map(|value| format!("`{value}`"));
        let values = values.collect::<Vec<_>>().join(", ");
        Some((*claim, lines, format!("only {values}"), less.0))
    })
}

/// The row of an element that does not mark it as required, where rows that follow it or that it
/// follows are marked.
fn unmarked(
    claim: &Claim,
    marked: &BTreeSet<u32>,
    place: &[(&Claim, BTreeSet<u32>)],
) -> Option<u32> {
    let of = |aspect| {
        let claims = place.iter().filter(move |(it, _)| it.aspect == aspect);
        claims.map(|(claim, lines)| (*claim, lines))
    };
    let own = of(Aspect::Listed).find(|(it, _)| it.name == claim.name)?;
    let mut unmarked = own.1.difference(marked).peekable();
    unmarked.peek()?;
    let rows: BTreeSet<u32> = of(Aspect::Listed)
        .flat_map(|(_, lines)| lines)
        .copied()
        .collect();
    let marks: BTreeSet<u32> = of(Aspect::Required)
        .filter(|(it, _)| &*it.value == "true")
        .flat_map(|(_, lines)| lines)
        .copied()
        .collect();
    unmarked.copied().find(|row| {
        let before = (0..*row).rev().take_while(|it| rows.contains(it));
        let after = (row + 1..).take_while(|it| rows.contains(it));
        before.chain(after).any(|it| marks.contains(&it))
    })
}
