//! The result of a lowering, and the reasons to refuse a document.

use std::fmt;

use serde_json::Value;

/// An OpenAPI 3.0.3 document, and everything that it says differently from the 3.1 document.
#[derive(Clone, Debug, PartialEq)]
pub struct Lowered {
    /// The OpenAPI 3.0.3 document.
    pub document: Value,
    /// Every construct that was rewritten, sorted by its place in the 3.1 document.
    pub lowerings: Vec<Lowering>,
}

impl Lowered {
    /// Returns every construct whose meaning 3.0 cannot express in full.
    pub fn losses(&self) -> impl Iterator<Item = &Lowering> {
        self.lowerings.iter().filter(|lowering| !lowering.exact)
    }
}

/// One construct of OpenAPI 3.1 that 3.0 does not have, and what replaces it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lowering {
    /// The JSON pointer (RFC 6901) to the construct in the 3.1 document.
    pub pointer: String,
    /// The construct.
    pub construct: &'static str,
    /// Its replacement in 3.0.
    pub became: &'static str,
    /// Whether the replacement means the same to a validator; if not, more values are valid.
    pub exact: bool,
}

impl Lowering {
    /// Returns how to write the 3.1 document so that nothing is lost here.
    #[must_use]
    pub fn fix(&self) -> &'static str {
        if self.exact {
            "nothing: 3.0 says the same"
        } else {
            crate::fix::fix(self.construct)
        }
    }
}

impl fmt::Display for Lowering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            pointer,
            construct,
            became,
            ..
        } = self;
        write!(f, "{pointer}: {construct} became {became}; {}", self.fix())
    }
}

/// A reason to refuse a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{pointer}: {problem}; {fix}")]
pub struct Problem {
    /// The JSON pointer (RFC 6901) to the place.
    pub pointer: String,
    /// What is wrong there.
    pub problem: String,
    /// How to mend it.
    pub fix: &'static str,
}
