//! The customers as they are now: those that were invented, and those that somebody changed.
//!
//! Reading takes no more than a lock that readers share; a change is judged, written to the state file if there is one, and only then seen.
//!
//! # The state file
//!
//! It is JSON: what it is, its version, the seed of the customers, and the records that were changed, by source and number, in this order.
//! A change is acknowledged after the new file is whole on the disk, has taken the place of the old one, and the folder is on the disk as well: whatever stops the sandbox, the file is whole, and has every change that was acknowledged.
//! If the new file cannot take the place of the old one, for instance because the disk is full, the change is refused and readers see what they saw before; if only the folder cannot be waited for, the change is made and [`Refused::Uncertain`] says so.
//! A file that is damaged, foreign, of another seed, or of customers whom this run does not have is refused at the start, and is left as it is.
//! One sandbox at a time has a state file: a lock on a file beside it, `<file>.lock`, refuses a second one at the start, until the [`Store`] is dropped.
//! A change is refused if somebody else wrote the file all the same, with an editor for instance.
//!
//! **Blocking:** [`Store::open`], [`Store::put`] and [`Store::restore`] read and write files and wait for the disk; in asynchronous code they belong into `spawn_blocking`.
//! Changes come one after the other, each with a write of the whole file, whose cost grows with the records that were changed; reading goes on meanwhile.

mod change;
mod edits;
mod file;
mod judge;
mod load;
mod refused;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

pub use edits::Editable;
pub use file::OpenError;
pub use refused::{Refused, Violation};

use crate::customers::Customers;
use crate::source::{Source, with_sources};
use edits::Edits;
use file::StateFile;

/// Bytes that the record of a customer may have, as [`Store::put`] takes it.
pub const RECORD_BYTES: usize = 64 * 1024;

/// The customers that operations read.
#[derive(Debug)]
pub struct Store {
    customers: Customers,
    edits: RwLock<Edits>,
    /// Whoever holds it may change something.
    file: Mutex<Option<StateFile>>,
}

/// A customer whom a key finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<R> {
    /// Number of the customer, from 1.
    pub number: usize,
    /// The record.
    pub record: Arc<R>,
}

/// Calls a method with the type of a source's records.
macro_rules! of_source {
    ([$($record:ident: $place:ident),+] $source:expr, $store:ident.$method:ident $arguments:tt) => {
        match $source {
            $(Source::$record => $store.$method::<$crate::customers::$record> $arguments,)+
        }
    };
    ($source:expr, $store:ident.$method:ident $arguments:tt) => {
        with_sources!(of_source!($source, $store.$method $arguments))
    };
}
use of_source;

impl Store {
    /// The customers, with the changes that `file` has; without a file, changes are kept in memory.
    ///
    /// A file that is not there is made, so that one that cannot be written is noticed at once.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or made, or its changes are not of these customers; it is left as it is.
    pub fn open(customers: Customers, file: Option<&Path>) -> Result<Self, OpenError> {
        let store = Self {
            customers,
            edits: RwLock::default(),
            file: Mutex::default(),
        };
        if let Some(path) = file {
            let (file, records) = StateFile::open(path, store.customers.seed())?;
            store.load(path, &records)?;
            *store.file() = Some(file);
        }
        Ok(store)
    }

    /// The customers as they were invented.
    #[must_use]
    pub fn customers(&self) -> &Customers {
        &self.customers
    }

    /// Customer `number` as it is now, if there are so many.
    #[must_use]
    pub fn get<R: Editable>(&self, number: usize) -> Option<Arc<R>> {
        let edited = R::edits(&self.edits()).get(number);
        edited.or_else(|| self.customers.get(number))
    }

    /// The customer whom the key finds now.
    #[must_use]
    pub fn find<R: Editable>(&self, key: &R::Key) -> Option<Found<R>> {
        self.found(&self.edits(), key)
    }

    fn found<R: Editable>(&self, edits: &Edits, key: &R::Key) -> Option<Found<R>> {
        let edits = R::edits(edits);
        if let Some(number) = edits.number_of(key) {
            let record = edits.get(number)?;
            return Some(Found { number, record });
        }
        // Whoever was changed has no keys but those of now.
        let number = self.customers.number_of::<R>(key)?;
        let unchanged = edits.get(number).is_none();
        let record = self.customers.get(number).filter(|_| unchanged)?;
        Some(Found { number, record })
    }

    /// The record of a customer as JSON, as [`put`](Self::put) takes it, if there are so many.
    #[must_use]
    pub fn json(&self, source: Source, number: usize) -> Option<String> {
        of_source!(source, self.written(number))
    }

    fn written<R: Editable>(&self, number: usize) -> Option<String> {
        let record = self.get::<R>(number)?;
        serde_json::to_string(&*record).ok()
    }

    // Nothing panics while it holds one of the two; were it so, what they hold would still be whole.

    fn edits(&self) -> RwLockReadGuard<'_, Edits> {
        self.edits.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self) -> MutexGuard<'_, Option<StateFile>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
