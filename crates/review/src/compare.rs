//! The comparison of two sorted sets.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Aspect, Claim, DocumentClaim, Pointer};

use crate::expected::{Evidence, Evidenced, Expected};
use crate::finding::{Finding, Kind, words};

/// A difference of one claim.
enum Difference<'c> {
    Missing(&'c Claim, &'c [Evidence]),
    Contradicted(&'c Claim, &'c [Evidence], &'c DocumentClaim),
    /// With the evidence for another value, where a page has one line for all of them.
    Unsupported(&'c DocumentClaim, &'c [Evidence]),
}

/// Compares what a document says with what it must say, in both directions.
///
/// `file` is the document's path, as findings name it. What is missing or too much as a whole is one
/// finding that counts what is within it.
#[must_use]
pub fn compare(expected: &Expected, document: &[DocumentClaim], file: &str) -> Vec<Finding> {
    let expected = &expected.claims;
    let (lacking, added) = apart(expected, document);
    if lacking.is_empty() && added.is_empty() {
        return Vec::new();
    }
    let places = Places::of(expected, document);
    let mut within: BTreeMap<&Claim, usize> = BTreeMap::new();
    let mut differences = Vec::new();
    let mut answered: BTreeSet<&Claim> = BTreeSet::new();
    for (claim, evidence) in lacking {
        if let Some(outer) = outermost(claim, &places.expected, &places.document) {
            *within.entry(outer).or_default() += 1;
            continue;
        }
        let first = added.partition_point(|made| made.claim.subject() < claim.subject());
        let rival = added[first..]
            .iter()
            .take_while(|made| made.claim.subject() == claim.subject())
            .find(|made| {
                !several(claim.aspect)
                    || keyword(claim).is_some_and(|it| keyword(&made.claim) == Some(it))
            });
        differences.push(match rival {
            Some(rival) => {
                answered.insert(&rival.claim);
                Difference::Contradicted(claim, evidence, rival)
            }
            None => Difference::Missing(claim, evidence),
        });
    }
    for made in added {
        if answered.contains(&made.claim) {
            continue;
        }
        if let Some(outer) = outermost(&made.claim, &places.document, &places.expected) {
            *within.entry(outer).or_default() += 1;
            continue;
        }
        let claim = Claim {
            value: "".into(),
            ..made.claim.clone()
        };
        let other = expected.range(claim..).next().filter(|(other, _)| {
            other.aspect == Aspect::MediaType && other.subject() == made.claim.subject()
        });
        let evidence = other.map_or(&[][..], |(_, evidence)| evidence);
        differences.push(Difference::Unsupported(made, evidence));
    }
    differences
        .into_iter()
        .map(|difference| places.finding(&difference, &within, file))
        .collect()
}

/// What only the first set has, and what only the second one has: one walk through both.
fn apart<'c>(
    expected: &'c Evidenced,
    document: &'c [DocumentClaim],
) -> (Vec<(&'c Claim, &'c [Evidence])>, Vec<&'c DocumentClaim>) {
    let mut said: Vec<&DocumentClaim> = document.iter().collect();
    // Of what is said twice, the first place counts.
    said.sort_by(|one, other| one.claim.cmp(&other.claim));
    said.dedup_by(|one, other| one.claim == other.claim);
    let mut said = said.into_iter().peekable();
    let (mut lacking, mut added) = (Vec::new(), Vec::new());
    for (claim, evidence) in expected {
        added.extend(std::iter::from_fn(|| {
            said.next_if(|made| made.claim < *claim)
        }));
        if said.next_if(|made| made.claim == *claim).is_none() {
            lacking.push((claim, evidence.as_slice()));
        }
    }
    added.extend(said);
    (lacking, added)
}

/// Returns whether one subject can have several claims of an aspect.
pub(crate) const fn several(aspect: Aspect) -> bool {
    matches!(
        aspect,
        Aspect::Listed
            | Aspect::Enum
            | Aspect::Error
            | Aspect::Example
            | Aspect::Field
            | Aspect::Inferred
            | Aspect::Keyword
            | Aspect::Likely
            | Aspect::MediaType
            | Aspect::Unread
    )
}

/// The keyword of a claim, if it can be there once; each scope of a security scheme is a claim.
fn keyword(claim: &Claim) -> Option<&str> {
    let once = claim.aspect == Aspect::Keyword && &*claim.place != "security";
    let (keyword, _) = claim.value.split_once('=').filter(|_| once)?;
    (keyword != "value").then_some(keyword)
}

/// The elements that each side has, with where they are.
struct Places<'c> {
    expected: BTreeMap<Element<'c>, (&'c Claim, &'c [Evidence])>,
    document: BTreeMap<Element<'c>, (&'c Claim, &'c Pointer)>,
}

/// Operation, place and name of what is listed.
type Element<'c> = (&'c str, &'c str, &'c str);

impl<'c> Places<'c> {
    fn of(expected: &'c Evidenced, document: &'c [DocumentClaim]) -> Self {
        let element = |claim: &'c Claim| {
            let element = (&*claim.operation, &*claim.place, &*claim.name);
            (claim.aspect == Aspect::Listed).then_some(element)
        };
        Self {
            expected: expected
                .iter()
                .filter_map(|(claim, at)| Some((element(claim)?, (claim, at.as_slice()))))
                .collect(),
            document: document
                .iter()
                .filter_map(|made| Some((element(&made.claim)?, (&made.claim, &made.pointer))))
                .collect(),
        }
    }

    fn finding(
        &self,
        difference: &Difference,
        within: &BTreeMap<&Claim, usize>,
        file: &str,
    ) -> Finding {
        let and_within = |claim: &Claim| match within.get(claim) {
            Some(1) => " (and 1 claim within it)".to_owned(),
            Some(count) => format!(" (and {count} claims within it)"),
            None => String::new(),
        };
        match difference {
            Difference::Missing(claim, evidence) if claim.aspect == Aspect::Unread => {
                let parts = [&claim.operation, &claim.place, &claim.name];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                let problem = format!(
                    "the page's words look like a rule (`{}`), and no claim carries it: `{}`",
                    claim.value,
                    parts.map(|part| &**part).collect::<Vec<_>>().join(" · ")
                );
                on(Finding::new(Kind::UnreadRule, problem), evidence).about(claim)
            }
            Difference::Missing(claim, evidence) => {
                let problem = format!(
                    "the document does not say {}{}",
                    words(claim),
                    and_within(claim)
                );
                let finding = Finding::new(Kind::Missing, problem);
                self.near(on(finding, evidence), claim)
                    .in_file(file)
                    .about(claim)
            }
            Difference::Contradicted(claim, evidence, made) => {
                let value = &made.claim.value;
                let problem = format!(
                    "the page says {}, the document says `{value}`",
                    words(claim)
                );
                let finding = Finding::new(Kind::Contradicted, problem);
                on(finding, evidence)
                    .at(&made.pointer)
                    .in_file(file)
                    .about(claim)
            }
            Difference::Unsupported(made, other) => {
                let claim = &made.claim;
                let problem = format!(
                    "neither page nor reading supports {}{}",
                    words(claim),
                    and_within(claim)
                );
                let finding = Finding::new(Kind::Unsupported, problem);
                let around = ancestors(claim)
                    .find_map(|element| self.expected.get(&element).map(|(_, evidence)| *evidence));
                let other = Some(*other).filter(|other| !other.is_empty());
                on(finding, other.or(around).unwrap_or_default())
                    .at(&made.pointer)
                    .in_file(file)
                    .about(claim)
            }
        }
    }

    /// The pointer to the closest element that the document has.
    fn near(&self, finding: Finding, claim: &Claim) -> Finding {
        match ancestors(claim).find_map(|element| self.document.get(&element)) {
            Some((_, pointer)) => finding.at(pointer),
            None => finding.at(&"/paths"),
        }
    }
}

fn on(finding: Finding, evidence: &[Evidence]) -> Finding {
    let Some(first) = evidence.first() else {
        return finding;
    };
    let lines = evidence
        .iter()
        .filter(|other| other.page == first.page)
        .map(|other| other.line);
    finding.on(&first.page, lines)
}

/// The element that a claim is about, then what that is within, outwards.
fn ancestors(claim: &Claim) -> impl Iterator<Item = Element<'_>> {
    let (operation, place) = (&*claim.operation, &*claim.place);
    let mut name = Some(&*claim.name);
    let names = std::iter::from_fn(move || {
        let current = name?;
        name = current.rsplit_once('.').map(|(outer, _)| outer);
        Some(current)
    });
    let names = names.map(move |name| (operation, place, name));
    names.chain([(operation, place, ""), (operation, "operation", "")])
}

/// The claim that lists the outermost element around a claim which one side has and the other
/// has not, unless that is the claim itself.
fn outermost<'c, A, B>(
    claim: &'c Claim,
    here: &BTreeMap<Element<'c>, (&'c Claim, A)>,
    there: &BTreeMap<Element<'c>, (&'c Claim, B)>,
) -> Option<&'c Claim> {
    let lacking = ancestors(claim).filter(|element| !there.contains_key(element));
    let outer = lacking.filter_map(|element| here.get(&element)).last()?.0;
    (outer != claim).then_some(outer)
}
