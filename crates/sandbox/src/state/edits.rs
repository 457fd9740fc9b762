//! The records that were changed, with the keys that find them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::customers::Record;
use crate::source::with_sources;

/// The changed records of one source.
#[derive(Debug)]
pub struct Edited<R: Record> {
    records: BTreeMap<usize, Arc<R>>,
    /// Only looked into, never gone through.
    numbers: HashMap<R::Key, usize>,
}

impl<R: Record> Default for Edited<R> {
    fn default() -> Self {
        Self {
            records: BTreeMap::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<R: Record> Edited<R> {
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

/// A record that can be changed.
pub trait Editable: Record {
    /// The changed records of this source.
    fn edits(all: &Edits) -> &Edited<Self>;

    /// The same, to change them.
    fn edits_mut(all: &mut Edits) -> &mut Edited<Self>;
}

/// Declares what holds the changed records of every source.
macro_rules! edits {
    ([$($record:ident: $place:ident),+]) => {
        /// The changed records of every source.
        #[derive(Debug, Default)]
        pub struct Edits {
            $($place: Edited<$crate::customers::$record>,)+
        }

        $(impl Editable for $crate::customers::$record {
            fn edits(all: &Edits) -> &Edited<Self> {
                &all.$place
            }

            fn edits_mut(all: &mut Edits) -> &mut Edited<Self> {
                &mut all.$place
            }
        })+
    };
}

with_sources!(edits!());
