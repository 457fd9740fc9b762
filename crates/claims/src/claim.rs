//! One statement, and the two ways of having made it.

use std::fmt;
use std::sync::Arc;

use crate::{Aspect, Digest, Pointer};

/// One statement: *operation, place, name, aspect, value*.
///
/// The order is that of the fields, so that a sorted set of claims groups what belongs together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    /// `GET /v1/customers/profiles`, or empty for what is said of the page as a whole.
    pub operation: Arc<str>,
    /// `operation`, `header`, `path`, `query`, `body`, `server`, `security`, `page`, or a status.
    pub place: Arc<str>,
    /// A parameter's name or a property's dotted path; empty for the place itself.
    pub name: Arc<str>,
    /// What is said about it.
    pub aspect: Aspect,
    /// What is said; `stated` for wordings, empty where being said is all there is.
    pub value: Arc<str>,
}

impl Claim {
    /// A claim from its five parts.
    #[must_use]
    pub fn new(operation: &str, place: &str, name: &str, aspect: Aspect, value: &str) -> Self {
        Self {
            operation: operation.into(),
            place: place.into(),
            name: name.into(),
            aspect,
            value: value.into(),
        }
    }

    /// The same subject, whatever is said of it: everything but the value.
    #[must_use]
    pub fn subject(&self) -> (&str, &str, &str, Aspect) {
        (&self.operation, &self.place, &self.name, self.aspect)
    }
}

impl fmt::Display for Claim {
    /// `GET /v1/offers · 200 · offerType · type = string`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.operation, &self.place, &self.name] {
            if !part.is_empty() {
                write!(f, "{part} · ")?;
            }
        }
        write!(f, "{}", self.aspect)?;
        if !self.value.is_empty() {
            write!(f, " = {}", self.value)?;
        }
        Ok(())
    }
}

/// A claim that a page makes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageClaim {
    /// The page's line, from 1.
    pub line: u32,
    /// What it says.
    pub claim: Claim,
    /// The fingerprint of the wording, where the claim is one.
    pub digest: Option<Digest>,
}

/// A claim that a document makes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentClaim {
    /// What it says.
    pub claim: Claim,
    /// Where it says so.
    pub pointer: Pointer,
}
