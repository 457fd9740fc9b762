//! The customers as they are now: those that were invented, and those that somebody changed.
//!
//! Reading takes no more than a lock that readers share; a change is judged, written to the state file if there is one, and only then seen.
//!
//! # The state file
//!
//! It is JSON: what it is, its version, the seed of the customers, and the records that were changed, by source and number, in this order.
//! A change is acknowledged after the new file is whole on the disk, has taken the place of the old one, and the folder is on the disk as well: whatever stops the sandbox, the file is whole, and has every change that was acknowledged.
//! If any of that fails, for instance because the disk is full, the change is refused and readers see what they saw before.
//! A file that is damaged, foreign, of another seed, or of customers whom this run does not have is refused at the start, and is left as it is.
//! One sandbox at a time may have a state file: a change is refused if somebody else wrote the file in the meantime.
//!
//! **Blocking:** [`Store::open`], [`Store::put`] and [`Store::restore`] read and write files and wait for the disk; in asynchronous code they belong into `spawn_blocking`.
//! Changes come one after the other, each with a write of its own; reading goes on meanwhile.

mod edits;
mod file;
mod judge;
mod refused;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

pub use edits::Editable;
pub use file::OpenError;
pub use refused::{Refused, Violation};

use crate::customers::{Australia, Citibanamex, Customers, Flexiti, HongKong, Source, Worldline};
use edits::Edits;
use file::StateFile;

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
    ($source:expr, $store:ident.$method:ident($($argument:expr),*)) => {
        match $source {
            Source::HongKong => $store.$method::<HongKong>($($argument),*),
            Source::Australia => $store.$method::<Australia>($($argument),*),
            Source::Citibanamex => $store.$method::<Citibanamex>($($argument),*),
            Source::Worldline => $store.$method::<Worldline>($($argument),*),
            Source::Flexiti => $store.$method::<Flexiti>($($argument),*),
        }
    };
}

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

    /// Takes over the records of a file, or says everything that is wrong with them.
    fn load(&self, path: &Path, records: &file::Records) -> Result<(), OpenError> {
        let mut broken = Vec::new();
        for (source, number, record) in records {
            let record = record.get().as_bytes();
            match of_source!(*source, self.take(*number, record)) {
                Ok(()) => {}
                Err(Refused::Unknown { .. }) => return Err(OpenError::beyond(path, records)),
                Err(refused) => broken.push((*source, *number, refused)),
            }
        }
        // Keys come last: two customers may have exchanged theirs.
        for (source, number, _) in records {
            if let Err(refused) = of_source!(*source, self.has_its_keys(*number)) {
                broken.push((*source, *number, refused));
            }
        }
        if broken.is_empty() {
            Ok(())
        } else {
            Err(OpenError::broken(path, &broken))
        }
    }

    /// Takes a record that is in the file over; its keys are not judged.
    fn take<R: Editable>(&self, number: usize, record: &[u8]) -> Result<(), Refused> {
        self.known(number)?;
        let record: R = judge::record(record).map_err(Refused::invalid::<R>)?;
        self.edit::<R>(number, Some(record));
        Ok(())
    }

    fn has_its_keys<R: Editable>(&self, number: usize) -> Result<(), Refused> {
        let record = self.get::<R>(number);
        record.map_or(Ok(()), |record| self.keys_are_free(number, &*record))
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

    /// Puts a record in the place of that of customer `number`.
    ///
    /// It is on the disk when this returns, if there is a state file: call it where blocking is allowed.
    ///
    /// # Errors
    ///
    /// If there is no such customer, the record breaks rules, or the state file cannot be written.
    pub fn put(&self, source: Source, number: usize, record: &[u8]) -> Result<(), Refused> {
        of_source!(source, self.put_record(number, record))
    }

    fn put_record<R: Editable>(&self, number: usize, record: &[u8]) -> Result<(), Refused> {
        self.known(number)?;
        // What is judged by itself holds up nobody.
        let record: R = judge::record(record).map_err(Refused::invalid::<R>)?;
        let mut file = self.file();
        self.keys_are_free(number, &record)?;
        if let Some(file) = &mut *file {
            file.put(number, &record).map_err(Refused::Unwritten)?;
        }
        self.edit::<R>(number, Some(record));
        Ok(())
    }

    /// Makes customer `number` what it was when it was invented.
    ///
    /// It is on the disk when this returns, if there is a state file: call it where blocking is allowed.
    ///
    /// # Errors
    ///
    /// If there is no such customer, another one has got one of its keys, or the state file cannot be written.
    pub fn restore(&self, source: Source, number: usize) -> Result<(), Refused> {
        of_source!(source, self.restore_record(number))
    }

    fn restore_record<R: Editable>(&self, number: usize) -> Result<(), Refused> {
        self.known(number)?;
        let mut file = self.file();
        if R::edits(&self.edits()).get(number).is_none() {
            return Ok(());
        }
        if let Some(invented) = self.customers.get::<R>(number) {
            self.keys_are_free(number, &*invented)?;
        }
        if let Some(file) = &mut *file {
            file.remove::<R>(number).map_err(Refused::Unwritten)?;
        }
        self.edit::<R>(number, None);
        Ok(())
    }

    fn known(&self, number: usize) -> Result<(), Refused> {
        let count = self.customers.count();
        if (1..=count).contains(&number) {
            Ok(())
        } else {
            Err(Refused::Unknown { count })
        }
    }

    /// Says each key of a record that another customer has, or that the record has twice.
    fn keys_are_free<R: Editable>(&self, number: usize, record: &R) -> Result<(), Refused> {
        let edits = self.edits();
        let mut violations = Vec::new();
        let mut seen = Vec::new();
        for (place, key) in record.keys() {
            let owner = self.found::<R>(&edits, &key);
            if owner.is_some_and(|owner| owner.number != number) {
                violations.push(Violation::new(place, "what no other customer has"));
            } else if seen.contains(&key) {
                violations.push(Violation::new(place, "what the customer has but once"));
            } else {
                seen.push(key);
            }
        }
        if violations.is_empty() {
            Ok(())
        } else {
            Err(Refused::invalid::<R>(violations))
        }
    }

    fn edit<R: Editable>(&self, number: usize, record: Option<R>) {
        let mut edits = self.edits.write().unwrap_or_else(PoisonError::into_inner);
        R::edits_mut(&mut edits).set(number, record);
    }

    // Nothing panics while it holds one of the two; were it so, what they hold would still be whole.

    fn edits(&self) -> RwLockReadGuard<'_, Edits> {
        self.edits.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self) -> MutexGuard<'_, Option<StateFile>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
