//! Why a state file cannot be used.

use std::io;
use std::path::{Path, PathBuf};

use super::Records;
use super::form::VERSION;
use crate::customers::Source;
use crate::state::Refused;

/// Why the state file cannot be used; it is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot be read.
    #[error(
        "expected to read the state file {path}, but found that it cannot be read: {error}; name another with --state"
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is not there and cannot be made.
    #[error(
        "expected to make the state file {path}, but found that it cannot be written: {error}; name another with --state"
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is a folder, a device or a pipe.
    #[error(
        "expected a regular file as the state file, but found something else at {path}; name another with --state"
    )]
    NoFile {
        /// What is none.
        path: PathBuf,
    },
    /// Another sandbox has it.
    #[error(
        "expected the state file {path} to be free, but found that another sandbox has it; stop that sandbox, or name another file with --state"
    )]
    Taken {
        /// The file.
        path: PathBuf,
    },
    /// Nobody can tell whether another sandbox has it.
    #[error(
        "expected to lock {path}.lock, but found that it cannot be locked: {error}; name another file with --state",
        path = path.display()
    )]
    Unlockable {
        /// The state file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is damaged, or something else.
    #[error(
        "expected a state file of the sandbox, but found something else in {path}, line {line}, column {column}; move it away, or name another with --state"
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// Where it could not be read any further, from 1.
        line: usize,
        /// Where in the line.
        column: usize,
    },
    /// It is of another version of the sandbox.
    #[error(
        "expected a state file of version {VERSION}, but found version {found} in {path}; move it away, or name another with --state"
    )]
    OtherVersion {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
    },
    /// It is of other customers.
    #[error(
        "expected the changes of seed {expected}, but found those of seed {found} in {path}; start with --seed {found}, or name another file with --state"
    )]
    OtherSeed {
        /// The file.
        path: PathBuf,
        /// The seed that the sandbox was started with.
        expected: u64,
        /// The seed of the file.
        found: u64,
    },
    /// It has changes of customers beyond their number.
    #[error(
        "expected changes of as many customers as there are, but found one of customer {number} in {path}; start with --customers {number}, or name another file with --state"
    )]
    Beyond {
        /// The file.
        path: PathBuf,
        /// The last customer that the file changes.
        number: usize,
    },
    /// Its records break rules.
    #[error(
        "expected records as the contract has them, but found violations in {path}; mend them or move the file away, or name another with --state\n{said}"
    )]
    Broken {
        /// The file.
        path: PathBuf,
        /// Every violation with its customer, one a line.
        said: String,
    },
}

impl OpenError {
    pub(super) fn unreadable(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        Self::Unreadable { path, error }
    }

    pub(super) fn unwritable(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        Self::Unwritable { path, error }
    }

    pub(in crate::state) fn beyond(path: &Path, records: &Records) -> Self {
        let numbers = records.iter().map(|(_, number, _)| *number);
        Self::Beyond {
            path: path.to_owned(),
            number: numbers.max().unwrap_or_default(),
        }
    }

    pub(in crate::state) fn broken(path: &Path, broken: &[(Source, usize, Refused)]) -> Self {
        let mut said = Vec::new();
        for (source, number, refused) in broken {
            if let Refused::Invalid { violations, .. } = refused {
                let violations = violations.iter();
                said.extend(violations.map(|it| format!("{source} {number}: {it}")));
            }
        }
        Self::Broken {
            path: path.to_owned(),
            said: said.join("\n"),
        }
    }
}
