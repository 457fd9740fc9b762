//! Readings: the recorded decisions of the file of readings.

mod ask;
mod becomes;
mod certainty;
mod gap;
mod misspelling;
mod noted;
mod parse;
mod placement;
mod selector;
mod source;
mod widened;

use std::collections::BTreeMap;

use claims::{Aspect, Claim};
use serde::Deserialize;
use toml::Spanned;

pub use becomes::{Becomes, Parts};
pub use certainty::Certainty;
pub(crate) use certainty::rests_on;
pub use gap::Gap;
pub use misspelling::Misspelling;
pub use noted::{Breaks, Cited, Noted, NotedSide};
pub(crate) use parse::located;
pub use parse::{ReadingError, entries};
pub use selector::{Names, Pattern, Selector};
pub use source::{Shown, Source};
pub use widened::wider;

/// What a drafted sentence begins with until a person has written it.
pub const UNFINISHED: &str = "TODO:";

/// What a decision does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadingKind {
    /// A handle that the page lost means this.
    Bind,
    /// The document says this although the page does not.
    Supply,
    /// The page says X, the document says Y.
    Override,
    /// The page says it and OpenAPI carries it elsewhere or cannot.
    Omit,
}

impl ReadingKind {
    /// Every kind, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Bind, Self::Supply, Self::Override, Self::Omit];

    /// The kind's name, as in the file of readings.
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

/// What a decision rests on, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Another line of the page shows it.
    SamePage,
    /// Another page shows it.
    OtherPage,
    /// The vendor's own public material says it.
    Vendor,
    /// Recorded traffic shows it.
    Observed,
    /// Our judgement, and the document marks it so.
    Inferred,
}

impl Basis {
    /// Every basis, the strongest first.
    pub const ALL: [Self; 5] = [
        Self::SamePage,
        Self::OtherPage,
        Self::Vendor,
        Self::Observed,
        Self::Inferred,
    ];

    /// The basis's name, as in the file of readings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SamePage => "same-page",
            Self::OtherPage => "other-page",
            Self::Vendor => "vendor",
            Self::Observed => "observed",
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
    pub kind: ReadingKind,
    /// The claims of the page that it explains or hangs on.
    pub applies_to: Vec<Selector>,
    /// `bind` and `override`: what every such claim says instead.
    #[serde(default)]
    pub becomes: Option<Becomes>,
    /// `bind` and `override`: what a claim says instead, by what it says.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// `bind`: which name each handle stands for, by the handle.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// `supply`: what the document says as well.
    #[serde(default)]
    pub says: Vec<Says>,
    /// What it rests on.
    pub basis: Basis,
    /// How sure that is; without it, as sure as its basis.
    #[serde(default)]
    pub certainty: Option<Certainty>,
    /// Why it was decided so.
    pub reason: String,
    /// Where the pages and the standards show that: lines and sections.
    #[serde(default)]
    pub evidence: String,
    /// What shows it elsewhere, and what speaks against it there.
    #[serde(default)]
    pub elsewhere: Vec<Shown>,
    /// What to ask the vendor, in the vendor's terms; see [`Noted::ask`].
    #[serde(default)]
    pub ask: Option<String>,
}

/// What a `supply` reading adds for each claim that it hangs on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// The operation, if it is not that of the claim; empty for what is said of none.
    pub operation: Option<String>,
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
    pub fn covers(&self, claim: &Claim, documented: bool) -> Option<usize> {
        self.applies_to
            .iter()
            .position(|selector| selector.covers(claim, documented))
    }

    /// Whether it says what a lost handle is: another operation, place, name or aspect.
    #[must_use]
    pub fn binds_handles(&self) -> bool {
        matches!(&self.becomes, Some(Becomes::Parts(_))) || !self.names.is_empty()
    }

    /// What a claim of the page means, for `bind` and `override`: nothing if it is none of the
    /// values or names that the reading has, several if it is said of several places.
    #[must_use]
    pub fn meanings(&self, claim: &Claim) -> Vec<Claim> {
        let mut meant = claim.clone();
        match &self.becomes {
            Some(Becomes::Parts(parts)) => return parts.of(claim),
            Some(Becomes::Value(value)) => meant.value = value.as_str().into(),
            None => match (self.values.get(&*claim.value), self.names.get(&*claim.name)) {
                (Some(value), _) => meant.value = value.as_str().into(),
                (None, Some(name)) => meant.name = name.as_str().into(),
                (None, None) => return Vec::new(),
            },
        }
        vec![meant]
    }
}

/// All that the file of readings holds, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    all: Vec<Reading>,
    misspellings: Vec<Misspelling>,
    noted: Vec<Noted>,
    gaps: Vec<Gap>,
    sources: Vec<Source>,
    /// By reading id, misspelt name or page of a gap, the line from 1.
    lines: BTreeMap<String, u32>,
}

impl Readings {
    /// Reads the file of readings.
    ///
    /// # Errors
    ///
    /// Returns an error with line and column for every incomplete reading, or for the first place that
    /// is not TOML.
    pub fn parse(text: &str) -> Result<Self, Vec<ReadingError>> {
        parse::parse(text)
    }

    /// The readings.
    #[must_use]
    pub fn all(&self) -> &[Reading] {
        &self.all
    }

    /// The names that pages misspell.
    #[must_use]
    pub fn misspellings(&self) -> &[Misspelling] {
        &self.misspellings
    }

    /// The contradictions that people found.
    #[must_use]
    pub fn noted(&self) -> &[Noted] {
        &self.noted
    }

    /// What was not captured.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// The public material that readings cite and that is not one of the pages.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// All that a reading gives as evidence, as one text: lines and sections first, then what stands
    /// elsewhere, each with its address and the day on which it was read.
    #[must_use]
    pub fn evidence(&self, reading: &Reading) -> String {
        let elsewhere = reading.elsewhere.iter();
        let elsewhere = elsewhere.filter_map(|shown| shown.words(&self.sources));
        let own = Some(reading.evidence.trim().to_owned()).filter(|own| !own.is_empty());
        own.into_iter()
            .chain(elsewhere)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The line of the file of readings that has a reading's id, a misspelt name or a gap's page.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<u32> {
        self.lines.get(id).copied()
    }

    /// The readings about a page, with their places in [`Readings::all`].
    pub fn about<'r>(&'r self, page: &'r str) -> impl Iterator<Item = (usize, &'r Reading)> {
        self.all
            .iter()
            .enumerate()
            .filter(move |(_, reading)| reading.page.matches(page))
    }
}
