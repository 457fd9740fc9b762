//! How sure a decision is.

use serde::Deserialize;

use super::Reading;

/// How sure a decision is, where that is less than its basis tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Someone else than the vendor shows it, such as client code that called the service.
    Likely,
}

impl Certainty {
    /// Its name, as in `spec/readings.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Likely => "likely",
        }
    }
}

impl Reading {
    /// What it rests on, for people: `vendor`, or `vendor (likely)`.
    #[must_use]
    pub fn rests_on(&self) -> String {
        let basis = self.basis.as_str();
        match self.certainty {
            Some(certainty) => format!("{basis} ({})", certainty.as_str()),
            None => basis.to_owned(),
        }
    }
}
