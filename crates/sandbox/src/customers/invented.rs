//! All customers of a seed, invented when somebody asks for them.

use std::sync::Arc;

use super::record::Record;

/// The invented customers of every source.
#[derive(Debug)]
pub struct Customers {
    seed: u64,
    count: usize,
}

impl Customers {
    /// As many customers of each source as `count` says, numbered from 1.
    ///
    /// Customer N of a source follows from the seed, the source and N alone: it is the same however many there are.
    #[must_use]
    pub fn invented(seed: u64, count: usize) -> Self {
        Self { seed, count }
    }

    /// What the customers follow from.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How many customers each source has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Customer `number` as invented, if there are so many.
    #[must_use]
    pub fn get<R: Record>(&self, number: usize) -> Option<Arc<R>> {
        let _ = number;
        todo!()
    }

    /// The customer who was invented with this key, if there are so many.
    #[must_use]
    pub fn number_of<R: Record>(&self, key: &R::Key) -> Option<usize> {
        let _ = key;
        todo!()
    }
}
