//! What a claim of a document rests on, in one word.

use claims::Claim;

use crate::expected::Evidence;
use crate::reading::{Basis, Certainty, Readings};

/// What a claim rests on, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// A line of a page says exactly this.
    Documented,
    /// A line of a page describes it, and the words are ours.
    Described,
    /// A reading leads from a line to it.
    Reading(Basis),
    /// Nothing leads to it.
    Unsupported,
}

impl Support {
    /// Every support, the strongest first.
    pub const ALL: [Self; 8] = [
        Self::Documented,
        Self::Described,
        Self::Reading(Basis::SamePage),
        Self::Reading(Basis::OtherPage),
        Self::Reading(Basis::Vendor),
        Self::Reading(Basis::Observed),
        Self::Reading(Basis::Inferred),
        Self::Unsupported,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Described => "described",
            Self::Reading(basis) => basis.as_str(),
            Self::Unsupported => "unsupported",
        }
    }

    /// What one piece of the evidence of a claim is worth.
    #[must_use]
    pub fn of(evidence: &Evidence, claim: &Claim, readings: &Readings) -> Self {
        Self::by(&evidence.readings, claim, readings)
    }

    /// What a claim rests on to which these readings lead from a line.
    #[must_use]
    pub fn by(by: &[usize], claim: &Claim, readings: &Readings) -> Self {
        match readings.basis(by, claim) {
            Some(basis) => Self::Reading(basis),
            None if claim.aspect.is_wording() => Self::Described,
            None => Self::Documented,
        }
    }

    /// Whether a line of a page states the claim, as a fact or in words of its own.
    #[must_use]
    pub const fn is_stated(self) -> bool {
        matches!(self, Self::Documented | Self::Described)
    }
}

/// What a claim rests on, how sure that is, and what its place rests on; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backing {
    /// What the claim rests on.
    pub support: Support,
    /// How sure that is, where less than the basis tells.
    pub certainty: Option<Certainty>,
    /// What the readings rest on, if any, that only tell what the line is about.
    pub placement: Option<Basis>,
}

impl Backing {
    /// What one piece of the evidence of a claim is worth.
    #[must_use]
    pub fn of(evidence: &Evidence, claim: &Claim, readings: &Readings) -> Self {
        Self {
            support: Support::of(evidence, claim, readings),
            certainty: readings.certainty(&evidence.readings, claim),
            placement: readings.placement(&evidence.readings, claim),
        }
    }

    /// What a claim with this evidence rests on: the strongest of it.
    #[must_use]
    pub fn strongest(evidence: &[Evidence], claim: &Claim, readings: &Readings) -> Self {
        let backing = |evidence| Self::of(evidence, claim, readings);
        evidence.iter().map(backing).min().unwrap_or(Self {
            support: Support::Unsupported,
            certainty: None,
            placement: None,
        })
    }
}
