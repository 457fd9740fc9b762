//! Readings: the recorded decisions of `spec/readings.toml`.

mod parse;
mod selector;

use std::collections::BTreeMap;

use claims::{Aspect, PageClaim};
use serde::Deserialize;
use toml::Spanned;

pub use parse::ReadingError;
pub use selector::{Names, Pattern, Selector};

/// What a decision does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A handle that the page lost means this.
    Bind,
    /// The document says this although the page does not.
    Supply,
    /// The page says X, the document says Y.
    Override,
    /// The page says it and OpenAPI carries it elsewhere or cannot.
    Omit,
}

impl Kind {
    /// The kind's name, as in `spec/readings.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bind => "bind",
            Self::Supply => "supply",
            Self::Override => "override",
            Self::Omit => "omit",
        }
    }
}

/// What a decision rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Another line of the page shows it.
    SamePage,
    /// Another page shows it.
    OtherPage,
    /// The vendor's own public material says it.
    Vendor,
    /// Our judgement, and the document marks it so.
    Inferred,
}

impl Basis {
    /// The basis's name, as in `spec/readings.toml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SamePage => "same-page",
            Self::OtherPage => "other-page",
            Self::Vendor => "vendor",
            Self::Inferred => "inferred",
        }
    }
}

/// One recorded decision.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reading {
    /// What reports call it; unique.
    pub id: Spanned<String>,
    /// The pages it is about, `*` for any run of characters.
    pub page: Pattern,
    /// What it does.
    pub kind: Kind,
    /// The claims of the page that it explains or hangs on.
    pub applies_to: Vec<Selector>,
    /// `bind` and `override`: what every such claim says instead.
    #[serde(default)]
    pub becomes: Option<String>,
    /// `bind` and `override`: what a claim says instead, by what it says.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// `supply`: what the document says as well.
    #[serde(default)]
    pub says: Vec<Says>,
    /// What it rests on.
    pub basis: Basis,
    /// Why it was decided so.
    pub reason: String,
    /// Where to see that: lines, pages, addresses.
    pub evidence: String,
}

/// What a `supply` reading adds for each claim that it hangs on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// The place, if it is not that of the claim.
    pub place: Option<String>,
    /// The name or names, if not that of the claim.
    pub name: Option<Names>,
    /// What is said.
    #[serde(deserialize_with = "selector::aspect")]
    pub aspect: Aspect,
    /// The value, empty where being said is all there is.
    #[serde(default)]
    pub value: String,
}

impl Reading {
    /// The reading's id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.get_ref()
    }

    /// Which of its selectors, if any, covers a claim; `documented` tells whether the page
    /// documents the claim's operation.
    #[must_use]
    pub fn covers(&self, stated: &PageClaim, documented: bool) -> Option<usize> {
        self.applies_to
            .iter()
            .position(|selector| selector.covers(&stated.claim, documented))
    }

    /// What the page's value means, for `bind` and `override`.
    #[must_use]
    pub fn meaning(&self, value: &str) -> Option<&str> {
        self.becomes
            .as_deref()
            .or_else(|| self.values.get(value).map(String::as_str))
    }
}

/// All readings, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Readings(Vec<Reading>);

impl Readings {
    /// Reads `spec/readings.toml`.
    ///
    /// # Errors
    ///
    /// Every reading that is not complete, with line and column; or the first place that is no
    /// TOML.
    pub fn parse(text: &str) -> Result<Self, Vec<ReadingError>> {
        parse::parse(text).map(Self)
    }

    /// The readings.
    #[must_use]
    pub fn all(&self) -> &[Reading] {
        &self.0
    }

    /// The readings about a page, with their places in [`Readings::all`].
    pub fn about<'r>(&'r self, page: &'r str) -> impl Iterator<Item = (usize, &'r Reading)> {
        self.0
            .iter()
            .enumerate()
            .filter(move |(_, reading)| reading.page.matches(page))
    }
}
