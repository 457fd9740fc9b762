//! Readings: the recorded decisions of `spec/readings.toml`.

mod misspelling;
mod parse;
mod selector;

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Claim};
use serde::Deserialize;
use toml::Spanned;

pub use misspelling::{Misspelling, stale_misspellings};
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
    /// Every kind, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Bind, Self::Supply, Self::Override, Self::Omit];

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
    /// Our judgement, and the document marks it so.
    Inferred,
}

impl Basis {
    /// Every basis, the strongest first.
    pub const ALL: [Self; 4] = [
        Self::SamePage,
        Self::OtherPage,
        Self::Vendor,
        Self::Inferred,
    ];

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
    pub becomes: Option<Becomes>,
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
    pub fn covers(&self, claim: &Claim, documented: bool) -> Option<usize> {
        self.applies_to
            .iter()
            .position(|selector| selector.covers(claim, documented))
    }

    /// Whether it says what a lost handle is: another operation, place, name or aspect.
    #[must_use]
    pub fn binds_handles(&self) -> bool {
        matches!(&self.becomes, Some(Becomes::Parts(_)))
    }

    /// What a claim of the page means, for `bind` and `override`.
    #[must_use]
    pub fn meaning(&self, claim: &Claim) -> Option<Claim> {
        let value = match &self.becomes {
            Some(Becomes::Parts(parts)) => return Some(parts.of(claim)),
            Some(Becomes::Value(value)) => value,
            None => self.values.get(&*claim.value)?,
        };
        Some(Claim {
            value: value.as_str().into(),
            ..claim.clone()
        })
    }
}

/// What a claim says instead: another value, or other parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "a value, or a table of operation, place, name, aspect and value"
)]
pub enum Becomes {
    /// The value.
    Value(String),
    /// The parts that are other ones.
    Parts(Parts),
}

/// The parts of a claim that a handle stands for; what is not given stays.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// The operation.
    pub operation: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The aspect.
    #[serde(default, deserialize_with = "selector::some_aspect")]
    pub aspect: Option<Aspect>,
    /// The value.
    pub value: Option<String>,
}

impl Parts {
    fn of(&self, claim: &Claim) -> Claim {
        let part = |part: &Option<String>, was: &Arc<str>| {
            part.as_deref().map_or_else(|| Arc::clone(was), Into::into)
        };
        Claim {
            operation: part(&self.operation, &claim.operation),
            place: part(&self.place, &claim.place),
            name: part(&self.name, &claim.name),
            aspect: self.aspect.unwrap_or(claim.aspect),
            value: part(&self.value, &claim.value),
        }
    }
}

/// All that `spec/readings.toml` holds, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    all: Vec<Reading>,
    misspellings: Vec<Misspelling>,
    /// By reading id or misspelt name, the line from 1.
    lines: BTreeMap<String, u32>,
}

impl Readings {
    /// Reads `spec/readings.toml`.
    ///
    /// # Errors
    ///
    /// Every reading that is not complete, with line and column; or the first place that is no
    /// TOML.
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

    /// The line of `spec/readings.toml` that has a reading's id or a misspelt name.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<u32> {
        self.lines.get(id).copied()
    }

    /// What a claim rests on that these readings lead to: the weakest of what they rest on.
    #[must_use]
    pub fn basis(&self, readings: &[usize]) -> Option<Basis> {
        readings.iter().map(|index| self.all[*index].basis).max()
    }

    /// The readings about a page, with their places in [`Readings::all`].
    pub fn about<'r>(&'r self, page: &'r str) -> impl Iterator<Item = (usize, &'r Reading)> {
        self.all
            .iter()
            .enumerate()
            .filter(move |(_, reading)| reading.page.matches(page))
    }
}
