//! The state file: locked, read once, written whole or not at all.

mod form;
mod lock;
mod open_error;
mod place;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::value::RawValue;

use super::Refused;
use crate::customers::{Record, Source};
use lock::Lock;
use place::Seen;

pub use open_error::OpenError;
pub(super) use write::{Disk, Written};

/// The records of a file, in its order.
pub(super) type Records = Vec<(Source, usize, Box<RawValue>)>;

/// The changed records by source and number.
type Changed = BTreeMap<Source, BTreeMap<usize, Box<RawValue>>>;

/// A state file that is this sandbox's alone, with the records that are in it.
#[derive(Debug)]
pub(super) struct StateFile {
    /// Where it is, with every link followed.
    path: PathBuf,
    seed: u64,
    changed: Changed,
    /// The file as it was read or written last, to notice that somebody else wrote.
    last: Option<Seen>,
    /// What writes; tests have others, which fail.
    pub(super) disk: Disk,
    /// Held until this is dropped.
    _lock: Lock,
}

impl StateFile {
    /// Locks the file and reads it, or makes it.
    ///
    /// # Errors
    ///
    /// Why it cannot be used; the records are not judged yet.
    pub(super) fn open(path: &Path, seed: u64) -> Result<(Self, Records), OpenError> {
        // A link stays one: the file that it leads to is locked, read and replaced.
        let place = place::resolved(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => OpenError::unwritable(path, error),
            _ => OpenError::unreadable(path, error),
        })?;
        let found = place::regular(&place).map_err(|error| OpenError::unreadable(path, error))?;
        if !found {
            return Err(OpenError::NoFile {
                path: path.to_owned(),
            });
        }
        let lock = Lock::of(path, &place)?;
        let (changed, last) = match fs::read(&place) {
            Ok(text) => {
                let last = Seen::at(&place);
                let last = last.map_err(|error| OpenError::unreadable(path, error))?;
                (form::read(path, &text, seed)?, last)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let changed = Changed::new();
                let text = form::write(seed, &changed);
                // Should the disk not confirm it: an empty file that is lost is made again.
                let made = write::replace(&place, &text, Disk::REAL);
                let (last, _) = made.map_err(|error| OpenError::unwritable(path, error))?;
                (changed, last)
            }
            Err(error) => return Err(OpenError::unreadable(path, error)),
        };
        let records = changed.iter().flat_map(|(source, records)| {
            let records = records.iter();
            records.map(|(number, record)| (*source, *number, record.clone()))
        });
        let records = records.collect();
        let file = Self {
            path: place,
            seed,
            changed,
            last,
            disk: Disk::REAL,
            _lock: lock,
        };
        Ok((file, records))
    }

    /// Writes the file with a changed record.
    ///
    /// # Errors
    ///
    /// Why it cannot be written; the file is as it was then.
    pub(super) fn put<R: Record>(&mut self, number: usize, record: &R) -> Result<Written, Refused> {
        let record = serde_json::value::to_raw_value(record);
        let record = record.map_err(|error| Refused::Unwritten(error.into()))?;
        self.change(R::SOURCE, number, Some(record))
    }

    /// Writes the file without the change of a record.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    pub(super) fn remove<R: Record>(&mut self, number: usize) -> Result<Written, Refused> {
        self.change(R::SOURCE, number, None)
    }

    fn change(
        &mut self,
        source: Source,
        number: usize,
        record: Option<Box<RawValue>>,
    ) -> Result<Written, Refused> {
        match Seen::at(&self.path).map_err(Refused::Unwritten)? {
            // Whoever took the file away wanted it away, and it is made again.
            None => {}
            seen if seen == self.last => {}
            Some(_) => return Err(Refused::WrittenByOthers),
        }
        let former = self.set(source, number, record);
        let text = form::write(self.seed, &self.changed);
        match write::replace(&self.path, &text, self.disk) {
            Ok((seen, written)) => {
                self.last = seen;
                Ok(written)
            }
            Err(error) => {
                self.set(source, number, former);
                Err(Refused::Unwritten(error))
            }
        }
    }

    fn set(
        &mut self,
        source: Source,
        number: usize,
        record: Option<Box<RawValue>>,
    ) -> Option<Box<RawValue>> {
        let records = self.changed.entry(source).or_default();
        match record {
            Some(record) => records.insert(number, record),
            None => records.remove(&number),
        }
    }
}
