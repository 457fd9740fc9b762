//! Contradictions that people found: what sentences mean, no comparison of claims can tell.

use serde::Deserialize;
use toml::Spanned;

use super::selector::{Pattern, Selector};
use super::{Source, ask};

/// A contradiction of the file of readings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// What findings call it; unique.
    pub id: Spanned<String>,
    /// What is contradicted, in a clause.
    pub problem: String,
    /// What code gets wrong that follows the wrong side.
    pub breaks: Breaks,
    /// What the document has, in a clause.
    pub document: String,
    /// The id of the reading that decided it, if one did.
    #[serde(default)]
    pub reading: Option<String>,
    /// What is said, and where: at least two, at least one of them by a page.
    pub sides: Vec<NotedSide>,
    /// What to ask the vendor of its pages: one question in the vendor's own terms, which names
    /// operations, statuses and fields. The notes to the vendors hold it in place of the sides;
    /// one that is about pages of several vendors is in no note without it.
    #[serde(default)]
    pub ask: Option<String>,
}

/// What code gets wrong that follows the wrong side of a contradiction, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Breaks {
    /// The call: method, address, parameters, credentials.
    Calls,
    /// The shape of a message: names, types, what is in it.
    Shapes,
    /// The values: which are valid, in which format, and when they have to be there.
    Values,
    /// Only words that people read.
    Words,
}

impl Breaks {
    /// Every sort, the worst first.
    pub const ALL: [Self; 4] = [Self::Calls, Self::Shapes, Self::Values, Self::Words];

    /// Its name, as in the file of readings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Shapes => "shapes",
            Self::Values => "values",
            Self::Words => "words",
        }
    }
}

/// What says a side, if it is no page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// What it is, with its version.
    pub title: String,
    /// Where it can be opened, and the day on which it was read.
    pub address: Option<(String, String)>,
}

/// One of the things that are said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotedSide {
    /// What is said, in our words or as a value.
    pub says: String,
    /// The pages that say it, `*` for any run of characters.
    #[serde(default)]
    pub page: Option<Pattern>,
    /// The statements of these pages that say it; lost handles are bound.
    #[serde(default)]
    pub stated: Option<Selector>,
    /// The digest of their wording, so that a changed one shows.
    #[serde(default)]
    pub digest: Option<String>,
    /// What else says it: the id of a source, or a standard with its section.
    #[serde(default)]
    pub source: Option<String>,
}

impl NotedSide {
    /// What says it, if it is no page.
    pub(crate) fn cited(&self, sources: &[Source]) -> Option<Cited> {
        let named = self.source.as_ref()?;
        let source = sources.iter().find(|source| source.id() == named);
        Some(source.map_or_else(
            || Cited {
                title: named.clone(),
                address: None,
            },
            Source::cited,
        ))
    }
}

impl std::fmt::Display for Cited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.title)?;
        match &self.address {
            Some((address, read)) => write!(f, ", {address}, read on {read}"),
            None => Ok(()),
        }
    }
}

impl Noted {
    /// What findings call it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.get_ref()
    }

    /// Why it cannot be taken as it is.
    pub(super) fn problem(&self) -> Option<&'static str> {
        let by_page = |side: &NotedSide| side.page.is_some() && side.stated.is_some();
        let by_other = |side: &NotedSide| {
            side.source.is_some() && side.page.is_none() && side.stated.is_none()
        };
        if self.sides.len() < 2 || !self.sides.iter().any(by_page) {
            return Some("expected two `sides` or more, one of them with `page` and `stated`");
        }
        let complete = self
            .sides
            .iter()
            .all(|side| by_page(side) != by_other(side));
        if !complete {
            return Some("expected of each side either `page` and `stated`, or a `source`");
        }
        if self.document.trim().is_empty() || self.document.trim_end().ends_with('.') {
            return Some("expected what the `document` has, a clause without its full stop");
        }
        self.ask.as_deref().and_then(ask::problem)
    }
}
