//! What a document must say: the claims of a page under the readings about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, Digest, Element};

use crate::fate::Fate;
use crate::reading::{Basis, Certainty, Readings};
use crate::usage::Usage;

/// Why a claim is expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The page's id.
    pub page: Arc<str>,
    /// The page's line, from 1.
    pub line: u32,
    /// The places in [`Readings::all`] of the readings that lead from the line to the claim.
    pub readings: Vec<usize>,
    /// Whether the line says nothing of the kind and the reading supplies it.
    pub supplied: bool,
    /// The fingerprint of the page's wording, where the claim is one.
    pub digest: Option<Digest>,
}

/// Claims, each with its evidence.
pub type Evidenced = BTreeMap<Claim, Vec<Evidence>>;

/// What a document must say, and what of its page it must not.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// What it must say.
    pub claims: Evidenced,
    /// What the page says, with its lost handles bound, and a reading leaves out.
    pub omitted: Evidenced,
}

impl Expected {
    /// The evidence for a claim; empty if nothing supports it.
    #[must_use]
    pub fn evidence(&self, claim: &Claim) -> &[Evidence] {
        self.claims
            .get(claim)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Notes each supplied claim that the page states itself: such a supply explains nothing.
    pub(crate) fn needless(&self, page: &str, usage: &mut Usage) {
        for (claim, evidence) in &self.claims {
            let stated = evidence.iter().any(|evidence| !evidence.supplied);
            let supply = evidence.iter().find(|evidence| evidence.supplied);
            let reading = supply.and_then(|supply| supply.readings.last());
            if let (true, Some(reading)) = (stated, reading) {
                let needless = (page.to_owned(), claim.clone(), *reading);
                usage.needless.push(needless);
            }
        }
    }

    /// What the document of a page must say.
    pub(crate) fn of(page: &str, fates: &[Fate], readings: &Readings) -> Self {
        let id: Arc<str> = page.into();
        let mut expected = Self::default();
        let left_out = left_out(fates);
        for fate in fates {
            let stated = fate.stated;
            let evidence = |readings, supplied| Evidence {
                page: Arc::clone(&id),
                line: stated.line,
                readings,
                supplied,
                digest: stated.digest.filter(|_| !supplied),
            };
            let own = evidence(fate.readings.clone(), false);
            let by = fate.claim.as_ref();
            let by = by.and_then(|claim| omitted_by(claim, &left_out));
            match (&fate.claim, by) {
                (Some(claim), Some(by)) => {
                    let readings = [&*fate.readings, by].concat();
                    let by = evidence(readings, false);
                    push(&mut expected.omitted, claim.clone(), by);
                }
                (Some(claim), None) => add(&mut expected.claims, claim.clone(), own, readings),
                (None, _) => push(&mut expected.omitted, fate.called.clone(), own),
            }
            for (reading, claim) in &fate.supplied {
                let by = evidence(vec![*reading], true);
                add(&mut expected.claims, claim.clone(), by, readings);
            }
        }
        expected
    }

    /// The operations that the page documents.
    fn documented(&self) -> BTreeSet<&str> {
        let claims = self.claims.keys();
        claims
            .filter(|claim| claim.aspect == Aspect::Documented)
            .map(|claim| &*claim.operation)
            .collect()
    }
}

/// The elements that readings leave out, with the readings: what is said of them, and within them, goes
/// too.
fn left_out<'f>(fates: &'f [Fate]) -> BTreeMap<&'f Element, &'f [usize]> {
    let listed = fates.iter().filter(|fate| {
        let called = &fate.called;
        fate.claim.is_none() && called.aspect == Aspect::Listed && &*called.place != "operation"
    });
    let listed = listed.map(|fate| (&*fate.called.element, &*fate.readings));
    listed.collect()
}

/// The readings that leave out what a claim is about, or something that it is within. A rule that
/// nobody has read is still to be read.
fn omitted_by<'f>(
    claim: &Claim,
    left_out: &BTreeMap<&'f Element, &'f [usize]>,
) -> Option<&'f [usize]> {
    if left_out.is_empty() || claim.aspect == Aspect::Unread {
        return None;
    }
    let mut element = (*claim.element).clone();
    loop {
        if let Some(readings) = left_out.get(&element) {
            return Some(readings);
        }
        let outer = element.name.rsplit_once('.').map_or("", |(outer, _)| outer);
        if element.name.is_empty() {
            return None;
        }
        element.name = outer.into();
    }
}

/// What the document of several pages must say.
///
/// Where one page documents an operation and another only lists it, the operation takes the
/// documented shape: the other page's own statements count, and what was supplied for it does not.
pub(crate) fn consolidated<'e>(pages: impl Iterator<Item = &'e Expected>) -> Expected {
    let pages: Vec<(&Expected, BTreeSet<&str>)> =
        pages.map(|page| (page, page.documented())).collect();
    let anywhere: BTreeSet<&str> = pages.iter().flat_map(|(_, own)| own).copied().collect();
    let mut union = Expected::default();
    for (page, own) in &pages {
        for (claim, evidence) in &page.claims {
            let operation = &*claim.operation;
            let shaped_elsewhere = !own.contains(operation) && anywhere.contains(operation);
            // A decision about the title, which the page does state, keeps its mark.
            let mark = claim.aspect == Aspect::Inferred && &*claim.value == "title";
            let counts = |evidence: &&Evidence| mark || !shaped_elsewhere || !evidence.supplied;
            let mut evidence = evidence.iter().filter(counts).cloned().peekable();
            if evidence.peek().is_some() {
                let known = union.claims.entry(claim.clone()).or_default();
                known.extend(evidence);
            }
        }
        for (claim, evidence) in &page.omitted {
            let known = union.omitted.entry(claim.clone()).or_default();
            known.extend(evidence.iter().cloned());
        }
    }
    union
}

/// Adds a claim that a reading leads to. What is inferred or only likely is to be marked in the
/// document, unless the reading says itself where the mark stands.
fn add(expected: &mut Evidenced, claim: Claim, evidence: Evidence, readings: &Readings) {
    // Where only the handle's meaning is our judgement, what is said there is not.
    let basis = readings.basis(&evidence.readings, &claim);
    let aspect = match basis {
        _ if readings.marks_itself(&evidence.readings) => None,
        // Descriptions are our own words anyway.
        Some(Basis::Inferred) if claim.aspect == Aspect::Description => None,
        Some(Basis::Inferred) => Some(Aspect::Inferred),
        Some(_) => {
            let certainty = readings.certainty(&evidence.readings, &claim);
            certainty.map(|Certainty::Likely| Aspect::Likely)
        }
        None => None,
    };
    if let Some(aspect) = aspect {
        let mark = mark(&claim, aspect);
        let evidence = Evidence {
            supplied: true,
            digest: None,
            ..evidence.clone()
        };
        push(expected, mark, evidence);
    }
    push(expected, claim, evidence);
}

/// How a document marks that a claim is our judgement or only likely: beside the element that it is
/// about. That a server or a security scheme is one of an operation is our judgement beside the
/// operation. Of an operation that is found again by judgement it is the method: no path is found so.
fn mark(claim: &Claim, aspect: Aspect) -> Claim {
    let (place, name, value) = match (&*claim.place, claim.aspect) {
        ("server" | "security", _) if aspect == Aspect::Inferred => {
            ("operation", "", &*claim.place)
        }
        ("operation", Aspect::Listed | Aspect::Documented) => ("operation", "", "method"),
        (place, aspect) => (place, &*claim.name, aspect.as_str()),
    };
    Claim::new(&claim.operation, place, name, aspect, value)
}

fn push(expected: &mut Evidenced, claim: Claim, evidence: Evidence) {
    // Most claims have one piece of evidence: there is no room for more.
    let known = expected
        .entry(claim)
        .or_insert_with(|| Vec::with_capacity(1));
    if known.last() != Some(&evidence) {
        known.push(evidence);
    }
}
