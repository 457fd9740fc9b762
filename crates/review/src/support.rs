//! What a claim of a document rests on, in one word.

use crate::expected::Evidence;
use crate::reading::{Basis, Readings};

/// What a claim rests on, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// A line of a page says just this.
    Documented,
    /// A reading leads from a line to it.
    Reading(Basis),
    /// Nothing leads to it.
    Unsupported,
}

impl Support {
    /// Every support, the strongest first.
    pub const ALL: [Self; 6] = [
        Self::Documented,
        Self::Reading(Basis::SamePage),
        Self::Reading(Basis::OtherPage),
        Self::Reading(Basis::Vendor),
        Self::Reading(Basis::Inferred),
        Self::Unsupported,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Reading(basis) => basis.as_str(),
            Self::Unsupported => "unsupported",
        }
    }

    /// What one piece of evidence is worth.
    #[must_use]
    pub fn of(evidence: &Evidence, readings: &Readings) -> Self {
        readings
            .basis(&evidence.readings)
            .map_or(Self::Documented, Self::Reading)
    }
}

/// What a claim rests on: the strongest of its evidence.
#[must_use]
pub fn support(evidence: &[Evidence], readings: &Readings) -> Support {
    evidence
        .iter()
        .map(|evidence| Support::of(evidence, readings))
        .min()
        .unwrap_or(Support::Unsupported)
}
