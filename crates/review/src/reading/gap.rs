//! What a capture does not hold of its page, where no line of it says so.

use claims::PageClaims;
use serde::Deserialize;
use toml::Spanned;

use super::Readings;
use crate::finding::{Finding, Kind};

/// A part of a page that was not captured. A capture that stops in the middle of something shows
/// that itself, and needs none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The page's id.
    pub page: Spanned<String>,
    /// What is not there, as the end of "not captured: …".
    pub missing: String,
    /// How the capture was made that it is not there, and what that means for what is there.
    pub how: String,
}

impl Gap {
    /// The page's id.
    #[must_use]
    pub fn page(&self) -> &str {
        self.page.get_ref()
    }

    /// Why it cannot be taken as it is.
    pub(super) fn problem(&self) -> Option<&'static str> {
        let clause = |text: &str| !text.trim().is_empty() && !text.trim_end().ends_with('.');
        (!clause(&self.missing) || !clause(&self.how))
            .then_some("expected what is `missing` and `how`, each a clause without its full stop")
    }
}

/// Gaps of pages that there are not.
#[must_use]
pub fn stale_gaps(pages: &[&PageClaims], readings: &Readings) -> Vec<Finding> {
    let gaps = readings.gaps().iter();
    let stale = gaps.filter(|gap| pages.iter().all(|page| page.page != gap.page()));
    let finding = |gap: &Gap| {
        let problem = format!("no page is called `{}`", gap.page());
        let mut finding = Finding::new(Kind::StaleReading, problem).in_file("readings.toml");
        finding.reading = Some(gap.page().to_owned());
        finding.fixed_by("correct or remove the gap in spec/readings.toml")
    };
    stale.map(finding).collect()
}
