//! The records that were changed, with the keys that find them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Record;

/// The changed records of one page.
#[derive(Debug)]
pub(super) struct Edits<R: Record> {
    records: BTreeMap<usize, Arc<R>>,
    /// Only looked up, never iterated.
    numbers: HashMap<R::Key, usize>,
}

impl<R: Record> Default for Edits<R> {
    fn default() -> Self {
        Self {
            records: BTreeMap::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<R: Record> Edits<R> {
    pub(super) fn get(&self, number: usize) -> Option<Arc<R>> {
        self.records.get(&number).map(Arc::clone)
    }

    pub(super) fn number_of(&self, key: &R::Key) -> Option<usize> {
        self.numbers.get(key).copied()
    }

    /// Changes a record, or forgets its change.
    pub(super) fn set(&mut self, number: usize, record: Option<R>) {
        if let Some(former) = self.records.remove(&number) {
            for (_, key) in former.keys() {
                self.numbers.remove(&key);
            }
        }
        if let Some(record) = record {
            for (_, key) in record.keys() {
                self.numbers.insert(key, number);
            }
            self.records.insert(number, Arc::new(record));
        }
    }
}
