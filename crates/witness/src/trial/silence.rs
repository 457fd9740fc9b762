//! What one side never speaks of, so that the other is not held against it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use claims::{Aspect, Claim, PageClaims};

use super::frame::Frame;

/// Why statements are not compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Silence {
    /// Two people word the same thing differently: titles, descriptions, examples.
    Words,
    /// One side says nothing of the kind anywhere.
    OneSide(Frame),
    /// The pages say nothing of the kind about anything of such a place.
    Pages {
        /// `query`, `body`, `responses`.
        place: String,
        /// What they do not say: `type`, `required`; `fields` if they name none.
        of: String,
    },
    /// The pages only list the operation.
    OnlyListed,
    /// Sentences of pages that look like rules and give no fact.
    Unread,
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words => f.write_str("words of titles, descriptions and examples"),
            Self::OneSide(frame) => write!(f, "{}: only one side speaks of them", frame.as_str()),
            Self::Pages { place, of } => {
                write!(f, "{of} of the {place}: no line that is read says any")
            }
            Self::OnlyListed => f.write_str("statements of operations that the pages only list"),
            Self::Unread => f.write_str("sentences that look like rules and give no fact"),
        }
    }
}

/// Claims whose values nobody expects to be the same.
pub(super) fn words(claim: &Claim) -> Option<Silence> {
    match claim.aspect {
        Aspect::Unread => Some(Silence::Unread),
        Aspect::Description
        | Aspect::EnumDescription
        | Aspect::Title
        | Aspect::Url
        | Aspect::Example
        | Aspect::Inferred
        | Aspect::Likely
        | Aspect::Cut => Some(Silence::Words),
        _ => None,
    }
}

/// What the pages speak of.
#[derive(Default)]
pub(super) struct Spoken {
    /// By place, which aspects they give of anything there: of what is named, and of the place itself.
    given: BTreeMap<String, [BTreeSet<Aspect>; 2]>,
}

impl Spoken {
    pub(super) fn of(pages: &[&PageClaims]) -> Self {
        let mut spoken = Self::default();
        for stated in pages.iter().flat_map(|page| &page.claims) {
            let claim = &stated.claim;
            let place = category(&claim.place);
            if !spoken.given.contains_key(place) {
                spoken.given.insert(place.to_owned(), <[_; 2]>::default());
            }
            if let Some(given) = spoken.given.get_mut(place) {
                given[usize::from(claim.name.is_empty())].insert(claim.aspect);
            }
        }
        spoken
    }

    /// Why a statement of the description is not held against pages; `told` is whether they say more of
    /// the operation than that it is there.
    pub(super) fn silent(&self, told: bool, claim: &Claim) -> Option<Silence> {
        if &*claim.place == "operation" {
            return None;
        }
        if !told {
            return Some(Silence::OnlyListed);
        }
        let place = category(&claim.place);
        let whole = claim.name.is_empty();
        let known = self.given.get(place);
        let given = |aspect, whole: bool| {
            known.is_some_and(|given| given[usize::from(whole)].contains(&aspect))
        };
        let silent = |of: &str| {
            Some(Silence::Pages {
                place: shown(place).to_owned(),
                of: of.to_owned(),
            })
        };
        let answers = place == ANSWERS;
        if answers && known.is_none() {
            return silent("statuses");
        }
        if !whole && (answers || place == "body") && !given(Aspect::Listed, false) {
            return silent("fields");
        }
        match claim.aspect {
            Aspect::Required | Aspect::Type if !given(claim.aspect, whole) => {
                silent(claim.aspect.as_str())
            }
            _ => None,
        }
    }
}

const ANSWERS: &str = "answers";

/// One name for all statuses.
fn category(place: &str) -> &str {
    if place == "default" || place.starts_with(|it: char| it.is_ascii_digit()) {
        ANSWERS
    } else {
        place
    }
}

/// A category as people call it.
fn shown(category: &str) -> &str {
    match category {
        ANSWERS => "responses",
        "header" => "headers",
        "path" => "path parameters",
        "query" => "query parameters",
        "cookie" => "cookies",
        other => other,
    }
}
