//! Several markets in one document.

use std::collections::BTreeSet;

use claims::Aspect;

use crate::expected::{Evidence, Expected};

/// A page's expectations of its own document.
#[derive(Clone, Debug)]
pub struct Market {
    /// The page's id.
    pub page: String,
    /// What its document must say.
    pub expected: Expected,
}

impl Market {
    /// The operations that the page documents.
    fn documented(&self) -> BTreeSet<&str> {
        let claims = self.expected.claims.keys();
        claims
            .filter(|claim| claim.aspect == Aspect::Documented)
            .map(|claim| &*claim.operation)
            .collect()
    }
}

/// What the document of several markets must say.
///
/// Where one market documents an operation and another only lists it, the operation takes the
/// documented shape: of the other market count its own statements, not what was supplied for it.
#[must_use]
pub fn consolidated(markets: &[Market]) -> Expected {
    let documented: Vec<BTreeSet<&str>> = markets.iter().map(Market::documented).collect();
    let anywhere: BTreeSet<&str> = documented.iter().flatten().copied().collect();
    let mut union = Expected::default();
    for (market, own) in markets.iter().zip(&documented) {
        for (claim, evidence) in &market.expected.claims {
            let operation = &*claim.operation;
            let shaped_elsewhere = !own.contains(operation) && anywhere.contains(operation);
            // A decision about the title, which the page does state, keeps its mark.
            let mark = claim.aspect == Aspect::Inferred && &*claim.value == "title";
            let counts = |evidence: &&Evidence| mark || !shaped_elsewhere || !evidence.supplied;
            let evidence: Vec<_> = evidence.iter().filter(counts).cloned().collect();
            if !evidence.is_empty() {
                union
                    .claims
                    .entry(claim.clone())
                    .or_default()
                    .extend(evidence);
            }
        }
        for (claim, evidence) in &market.expected.omitted {
            union
                .omitted
                .entry(claim.clone())
                .or_default()
                .extend(evidence.iter().cloned());
        }
    }
    union
}
