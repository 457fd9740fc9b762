//! How sure a decision is.

use std::borrow::Cow;

use serde::Deserialize;

use super::{Basis, Reading};

/// How sure a decision is, where that is less than its basis tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Someone else than the vendor shows it, such as client code that called the service.
    Likely,
}

impl Certainty {
    /// Its name, as in the file of readings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Likely => "likely",
        }
    }
}

impl Reading {
    /// Whether it is our judgement, or only likely.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.basis == Basis::Inferred || self.certainty.is_some()
    }

    /// What it rests on, for people: `vendor`, or `vendor (likely)`.
    #[must_use]
    pub fn rests_on(&self) -> Cow<'static, str> {
        rests_on(self.basis, self.certainty)
    }
}

/// What a decision of this basis and certainty rests on, for people.
pub(crate) fn rests_on(basis: Basis, certainty: Option<Certainty>) -> Cow<'static, str> {
    let basis = basis.as_str();
    match certainty {
        Some(certainty) => format!("{basis} ({})", certainty.as_str()).into(),
        None => basis.into(),
    }
}
