//! Why a change is refused.

use std::io;

use crate::customers::{Record, Source};

/// What is wrong with a record: where, and what was expected; never a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("expected {expected}, but found something else at {place}")]
pub struct Violation {
    /// A JSON pointer, or line and column where the text cannot be read.
    pub place: String,
    /// What was expected.
    pub expected: String,
}

impl Violation {
    pub(super) fn new(place: impl Into<String>, expected: impl Into<String>) -> Self {
        // The pointer to the whole is empty, and would be seen as nothing.
        let place = Some(place.into()).filter(|place| !place.is_empty());
        Self {
            place: place.unwrap_or_else(|| "/".to_owned()),
            expected: expected.into(),
        }
    }
}

/// Why a change is refused; nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There are not so many customers.
    #[error(
        "expected a customer from 1 to {count}, but found another number; start with a greater --customers"
    )]
    Unknown {
        /// How many there are.
        count: usize,
    },
    /// The record breaks rules, or has keys of other customers.
    #[error("expected a record of {source_name} without violations, but found {}", .violations.len())]
    Invalid {
        /// Whose record it is not.
        source_name: Source,
        /// All that was found wrong, in the order of their places.
        violations: Vec<Violation>,
    },
    /// The state file could not be written.
    #[error("expected to write the state file, but found that it cannot be written: {0}")]
    Unwritten(#[source] io::Error),
}

impl Refused {
    pub(super) fn invalid<R: Record>(mut violations: Vec<Violation>) -> Self {
        violations.sort();
        violations.dedup();
        Self::Invalid {
            source_name: R::SOURCE,
            violations,
        }
    }
}
