//! What a document must say: the claims of a page under the readings about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Claim, Digest, PageClaims};

use crate::fate::{Fate, fates};
use crate::reading::{Basis, Readings};
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

/// The claims that a document of this page must make; counts in `usage` what the readings did.
#[must_use]
pub fn expect(page: &PageClaims, readings: &Readings, usage: &mut Usage) -> Expected {
    let id: Arc<str> = page.page.as_str().into();
    let mut expected = Expected::default();
    fates(page, readings, usage, |fate| {
        let Fate {
            stated,
            called,
            readings: by,
            claim,
            supplied,
            ..
        } = fate;
        let evidence = |readings, supplied| Evidence {
            page: Arc::clone(&id),
            line: stated.line,
            readings,
            supplied,
            digest: stated.digest.filter(|_| !supplied),
        };
        match claim {
            Some(claim) => add(&mut expected.claims, claim, evidence(by, false), readings),
            None => push(&mut expected.omitted, called, evidence(by, false)),
        }
        for (reading, claim) in supplied {
            add(
                &mut expected.claims,
                claim,
                evidence(vec![reading], true),
                readings,
            );
        }
    });
    needless(&expected.claims, page, usage);
    expected
}

/// Adds a claim that a reading leads to; what is inferred is to be marked in the document.
fn add(expected: &mut Evidenced, claim: Claim, evidence: Evidence, readings: &Readings) {
    // Where only the handle's meaning is our judgement, what is said there is not.
    let inferred = readings.basis(&evidence.readings, &claim) == Some(Basis::Inferred);
    if inferred && claim.aspect != Aspect::Description {
        let mark = mark(&claim);
        let evidence = Evidence {
            supplied: true,
            digest: None,
            ..evidence.clone()
        };
        push(expected, mark, evidence);
    }
    push(expected, claim, evidence);
}

/// How a document marks that a claim is our judgement: beside the element that it is about; of
/// servers and security, which are labels in a list, beside the operation that has them; of an
/// operation that is found again by judgement, its method: no path is found so.
fn mark(claim: &Claim) -> Claim {
    let (place, name, value) = match (&*claim.place, claim.aspect) {
        ("server" | "security", _) => ("operation", "", &*claim.place),
        ("operation", Aspect::Listed) => ("operation", "", "method"),
        (place, aspect) => (place, &*claim.name, aspect.as_str()),
    };
    Claim::new(&claim.operation, place, name, Aspect::Inferred, value)
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

/// A supply that the page states itself explains nothing.
fn needless(expected: &Evidenced, page: &PageClaims, usage: &mut Usage) {
    for (claim, evidence) in expected {
        let stated = evidence.iter().any(|evidence| !evidence.supplied);
        let supply = evidence.iter().find(|evidence| evidence.supplied);
        if let (true, Some(Evidence { readings, .. })) = (stated, supply)
            && let Some(reading) = readings.last()
        {
            usage
                .needless
                .push((page.page.clone(), claim.clone(), *reading));
        }
    }
}
