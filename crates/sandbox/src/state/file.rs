//! The state file: read once, written whole or not at all.

mod form;
mod open_error;
mod write;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::value::RawValue;

use crate::customers::{Record, Source};

pub use open_error::OpenError;
#[cfg(test)]
pub(super) use write::{Fill, fill};

/// The records of a file, in its order.
pub(super) type Records = Vec<(Source, usize, Box<RawValue>)>;

/// The changed records by source and number.
type Changed = BTreeMap<Source, BTreeMap<usize, Box<RawValue>>>;

/// A state file, with the records that are in it.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    seed: u64,
    changed: Changed,
    /// What was written or read last, to notice that somebody else wrote.
    last: u64,
    /// Writes a text into the file that is to take the place of the state file; tests fail it.
    pub(super) fill: write::Fill,
}

impl StateFile {
    /// Reads the file, or makes it.
    ///
    /// # Errors
    ///
    /// Why it cannot be used; the records are not judged yet.
    pub(super) fn open(path: &Path, seed: u64) -> Result<(Self, Records), OpenError> {
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let file = Self::made(path.to_owned(), seed)?;
                return Ok((file, Vec::new()));
            }
            Err(error) => return Err(OpenError::unreadable(path, error)),
        };
        let changed = form::read(path, &text, seed)?;
        let records = changed.iter().flat_map(|(source, records)| {
            let records = records.iter();
            records.map(|(number, record)| (*source, *number, record.clone()))
        });
        let records = records.collect();
        // A link stays one: the file that it leads to is replaced.
        let resolved = path.canonicalize();
        let resolved = resolved.map_err(|error| OpenError::unreadable(path, error))?;
        let file = Self {
            path: resolved,
            seed,
            changed,
            last: fingerprint(&text),
            fill: write::fill,
        };
        Ok((file, records))
    }

    /// Writes the file for the first time.
    fn made(path: PathBuf, seed: u64) -> Result<Self, OpenError> {
        let changed = Changed::new();
        let text = form::write(seed, &changed);
        write::replace(&path, &text, write::fill)
            .map_err(|error| OpenError::unwritable(&path, error))?;
        Ok(Self {
            path,
            seed,
            changed,
            last: fingerprint(&text),
            fill: write::fill,
        })
    }

    /// Writes the file with a changed record.
    ///
    /// # Errors
    ///
    /// Why it cannot be written; what is in the file is then as [`write::replace`] says.
    pub(super) fn put<R: Record>(&mut self, number: usize, record: &R) -> io::Result<()> {
        let record = serde_json::value::to_raw_value(record)?;
        self.change(R::SOURCE, number, Some(record))
    }

    /// Writes the file without the change of a record.
    ///
    /// # Errors
    ///
    /// As [`put`](Self::put).
    pub(super) fn remove<R: Record>(&mut self, number: usize) -> io::Result<()> {
        self.change(R::SOURCE, number, None)
    }

    fn change(
        &mut self,
        source: Source,
        number: usize,
        record: Option<Box<RawValue>>,
    ) -> io::Result<()> {
        self.nobody_else_wrote()?;
        let former = self.set(source, number, record);
        let text = form::write(self.seed, &self.changed);
        match write::replace(&self.path, &text, self.fill) {
            Ok(()) => {
                self.last = fingerprint(&text);
                Ok(())
            }
            Err(error) => {
                self.set(source, number, former);
                Err(error)
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

    fn nobody_else_wrote(&self) -> io::Result<()> {
        match fs::read(&self.path) {
            Ok(text) if fingerprint(&text) == self.last => Ok(()),
            // Whoever took it away wanted it away, and it is made again.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
            Ok(_) => Err(io::Error::other(
                "expected the file as it was written last, but found that somebody else wrote it; restart to read it",
            )),
        }
    }
}

fn fingerprint(text: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
