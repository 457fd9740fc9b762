//! Why a change is refused.

use std::io;

use crate::customers::{Record, Source};

/// What is wrong with a record: where, and what was expected; never a value, and never a name that the record made up.
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

/// Why a change is refused; nothing has changed then, but for [`Uncertain`](Self::Uncertain).
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
    /// A customer cannot be what it was, because others have got its keys.
    #[error(
        "expected the keys that the customer was invented with to be free, but found that another customer has one: {}; change or restore that one first",
        named(*.source_name, .owners)
    )]
    KeysTaken {
        /// Whose customers they are.
        source_name: Source,
        /// The numbers of those who have the keys, from the smallest.
        owners: Vec<usize>,
    },
    /// Somebody else wrote the state file: what that one wrote is not overwritten.
    #[error(
        "expected the state file as this sandbox wrote it last, but found that somebody else has written it; restart the sandbox, which reads it then"
    )]
    WrittenByOthers,
    /// The state file could not be written.
    #[error("expected to write the state file, but found that it cannot be written: {0}")]
    Unwritten(#[source] io::Error),
    /// The change was made and is in the state file, but the disk did not confirm that the file has its name there: it can be lost if the power fails.
    #[error(
        "expected the disk to confirm the change, but found that it does not: {0}; the change was made, and can be lost if the power fails"
    )]
    Uncertain(#[source] io::Error),
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

/// Customers as their paths name them.
fn named(source: Source, numbers: &[usize]) -> String {
    let named = numbers.iter().map(|number| format!("{source}/{number}"));
    named.collect::<Vec<_>>().join(", ")
}
