//! Why a change is refused.

use super::Record;

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
        // The pointer to the whole record is empty, which nobody would see.
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
    #[error("expected a valid record of {page}, but found {} violations", .violations.len())]
    Invalid {
        /// Page of the record.
        page: &'static str,
        /// Everything that is wrong, in the order of the places.
        violations: Vec<Violation>,
    },
    /// A customer cannot be restored, because other customers have its keys now.
    #[error(
        "expected the keys that the customer was invented with to be free, but found that another customer has one: {}; change or restore that one first",
        .owners.iter().map(|number| format!("{page}/{number}")).collect::<Vec<_>>().join(", ")
    )]
    KeysTaken {
        /// Page of the customers.
        page: &'static str,
        /// The numbers of those who have the keys, from the smallest.
        owners: Vec<usize>,
    },
}

impl Refused {
    pub(super) fn invalid<R: Record>(mut violations: Vec<Violation>) -> Self {
        violations.sort();
        violations.dedup();
        Self::Invalid {
            page: R::PAGE,
            violations,
        }
    }
}
