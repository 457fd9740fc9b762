//! What one side never speaks of, so that the other is not held against it.

use std::collections::BTreeSet;
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
        /// `query parameters`, `body`, `responses`.
        place: String,
        /// What they do not say: `type`, `required`; `fields` if they name none.
        of: &'static str,
    },
    /// The pages only list the operation.
    OnlyListed,
    /// Components of the description that are read no deeper than the pages go.
    Cut,
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words => f.write_str("words of titles, descriptions and examples"),
            Self::OneSide(frame) => write!(f, "{}: only one side speaks of them", frame.as_str()),
            Self::Pages { place, of } => {
                write!(f, "{of} of the {place}: no line that is read says any")
            }
            Self::Cut => write!(
                f,
                "schemas that make more than {} statements: read only as deep as the pages go",
                claims::openapi::MOST
            ),
            Self::OnlyListed => f.write_str("statements of operations that the pages only list"),
        }
    }
}

/// Whether nobody expects two sides to use the same words.
pub(super) const fn is_wording(claim: &Claim) -> bool {
    matches!(
        claim.aspect,
        Aspect::Unread
            | Aspect::Description
            | Aspect::EnumDescription
            | Aspect::Title
            | Aspect::Url
            | Aspect::Example
            | Aspect::Inferred
            | Aspect::Likely
            | Aspect::Cut
    )
}

/// What the pages speak of.
pub(super) struct Spoken<'p> {
    /// Which aspects they give of anything at a place: of what is named, or of the place itself.
    given: BTreeSet<(&'p str, bool, Aspect)>,
    /// Whether they speak of any answer.
    answers: bool,
}

impl<'p> Spoken<'p> {
    pub(super) fn of(pages: &[&'p PageClaims]) -> Self {
        let claims = pages.iter().flat_map(|page| &page.claims);
        let given = claims.map(|stated| {
            let claim = &stated.claim;
            (category(&claim.place), claim.name.is_empty(), claim.aspect)
        });
        let given: BTreeSet<_> = given.collect();
        let answers = given.iter().any(|(place, ..)| *place == ANSWERS);
        Self { given, answers }
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
        let (place, whole) = (category(&claim.place), claim.name.is_empty());
        let answers = place == ANSWERS;
        let has_fields = (answers || place == "body") && !whole;
        let of = match claim.aspect {
            _ if answers && !self.answers => "statuses",
            _ if has_fields && !self.given.contains(&(place, false, Aspect::Listed)) => "fields",
            Aspect::Format if whole && !self.given.contains(&(place, whole, Aspect::Type)) => {
                claim.aspect.as_str()
            }
            Aspect::Required | Aspect::Type
                if !self.given.contains(&(place, whole, claim.aspect)) =>
            {
                claim.aspect.as_str()
            }
            _ => return None,
        };
        let place = shown(place).to_owned();
        Some(Silence::Pages { place, of })
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
