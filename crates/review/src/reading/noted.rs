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
    /// What is said, and where: at least two, at least one of them by a page.
    pub sides: Vec<NotedSide>,
    /// What to ask the vendor of its pages: one question in the vendor's own terms, which names
    /// operations, statuses and fields. The notes to the vendors hold it in place of the sides;
    /// one that is about pages of several vendors is in no note without it.
    #[serde(default)]
    pub ask: Option<String>,
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
    /// Puts the words of a source in the place of its id.
    pub(super) fn name_source(&mut self, sources: &[Source]) {
        let named = |id: &String| sources.iter().find(|source| source.id() == id);
        if let Some(source) = self.source.as_ref().and_then(named) {
            self.source = Some(source.words());
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
        self.ask.as_deref().and_then(ask::problem)
    }
}
