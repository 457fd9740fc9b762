//! The customers as they are now: invented ones, and those that somebody changed.

use std::path::Path;
use std::sync::Arc;

use crate::customers::{Customers, Record, Source};

/// The customers that operations read.
#[derive(Debug)]
pub struct Store {
    customers: Customers,
}

/// A customer whom a key finds.
#[derive(Clone, Debug)]
pub struct Found<R> {
    /// Number of the customer, from 1.
    pub number: usize,
    /// The record.
    pub record: Arc<R>,
}

/// Why the state file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct OpenError(String);

/// What is wrong with a record: where, a JSON pointer, and what was expected; never a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, but found something else at {place}")]
pub struct Violation {
    /// JSON pointer to what is wrong.
    pub place: String,
    /// What was expected.
    pub expected: String,
}

/// Why a change is refused.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There are not so many customers.
    #[error("expected a customer from 1 to {count}, but found another number")]
    Unknown {
        /// How many there are.
        count: usize,
    },
    /// The record breaks rules: all that were found.
    #[error("expected a record of {source_name}, but found {} flaws", .violations.len())]
    Invalid {
        /// Name of the source.
        source_name: Source,
        /// All that is wrong.
        violations: Vec<Violation>,
    },
    /// The state file could not be written; nothing has changed.
    #[error("expected to write the state file, but found that it cannot be written: {0}")]
    Unwritten(#[source] std::io::Error),
}

impl Store {
    /// The customers, with the changes that `file` has if it is there.
    ///
    /// # Errors
    ///
    /// If the file is damaged, foreign or of another seed; it is left as it is.
    pub fn open(customers: Customers, file: Option<&Path>) -> Result<Self, OpenError> {
        let _ = file;
        Ok(Self { customers })
    }

    /// The customers as they were invented.
    #[must_use]
    pub fn customers(&self) -> &Customers {
        &self.customers
    }

    /// Customer `number` as it is now.
    #[must_use]
    pub fn get<R: Record>(&self, number: usize) -> Option<Arc<R>> {
        self.customers.get(number)
    }

    /// The customer whom the key finds now.
    #[must_use]
    pub fn find<R: Record>(&self, key: &R::Key) -> Option<Found<R>> {
        let _ = key;
        todo!()
    }

    /// The record of a customer as JSON, as [`put`](Self::put) takes it.
    #[must_use]
    pub fn json(&self, source: Source, number: usize) -> Option<String> {
        let _ = (source, number);
        todo!()
    }

    /// Puts a record in the place of that of customer `number`.
    ///
    /// It writes the state file and waits for the disk: call it where blocking is allowed.
    ///
    /// # Errors
    ///
    /// If there is no such customer, the record breaks rules, or the state file cannot be written.
    pub fn put(&self, source: Source, number: usize, record: &[u8]) -> Result<(), Refused> {
        let _ = (source, number, record);
        todo!()
    }

    /// Makes customer `number` what it was when it was invented.
    ///
    /// It writes the state file and waits for the disk: call it where blocking is allowed.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    pub fn restore(&self, source: Source, number: usize) -> Result<(), Refused> {
        let _ = (source, number);
        todo!()
    }
}
