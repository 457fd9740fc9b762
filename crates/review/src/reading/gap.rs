//! What a capture does not hold of its page, where no line of it says so.

use serde::Deserialize;
use toml::Spanned;

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
