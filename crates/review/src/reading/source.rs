//! Evidence from elsewhere: where it can be opened, what stands there, and when it was read.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::Cited;

/// Public material that is not one of the pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// What readings call it; unique.
    pub id: Spanned<String>,
    /// What it is.
    pub title: String,
    /// Where it can be opened.
    pub address: String,
    /// Its version or commit, where it has one.
    #[serde(default)]
    pub version: Option<String>,
    /// The day on which it was read.
    pub read: Datetime,
    /// Whether somebody other than the vendor wrote it.
    #[serde(default)]
    pub third_party: bool,
}

/// What a source shows about a decision.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The id of the source.
    pub source: String,
    /// What stands there, in our words.
    pub shows: String,
    /// Whether it speaks against the decision.
    #[serde(default)]
    pub against: bool,
}

impl Source {
    /// The source's id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.get_ref()
    }

    /// Why it cannot be taken as it is.
    pub(super) fn problem(&self) -> Option<&'static str> {
        if !self.address.starts_with("https://") || self.address.contains(char::is_whitespace) {
            Some("expected an `address` that can be opened, beginning with `https://`")
        } else if self.title.trim().is_empty() {
            Some("expected a `title`")
        } else if self.read.date.is_none() || self.read.time.is_some() {
            Some("expected the day on which it was `read`, such as 2026-11-27")
        } else {
            None
        }
    }

    /// The source as what says something.
    pub(super) fn cited(&self) -> Cited {
        let version = self.version.iter().map(|version| format!(", {version}"));
        let version: String = version.collect();
        Cited {
            title: format!("{}{version}", self.title),
            address: Some((self.address.clone(), self.read.to_string())),
        }
    }
}

impl Shown {
    /// What it shows, and where; nothing if no source has its id.
    pub(super) fn words(&self, sources: &[Source]) -> Option<String> {
        let source = sources.iter().find(|source| source.id() == self.source)?;
        let side = if self.against { "Against it: " } else { "" };
        Some(format!("{side}{} ({}).", self.shows, source.cited()))
    }
}
