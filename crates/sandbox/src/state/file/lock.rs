//! The lock that makes a state file one sandbox's alone.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use super::{OpenError, place};

/// A lock on a file beside the state file: the state file itself is another one after each change.
///
/// The system lets go of it however the sandbox ends; the file stays, because a file that is removed could be locked by one and made anew by another.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// Locks the state file that is asked for as `asked` and is at `place`.
    ///
    /// # Errors
    ///
    /// That another sandbox has it, or why it cannot be locked.
    pub(super) fn of(asked: &Path, place: &Path) -> Result<Self, OpenError> {
        let unlockable = |error| OpenError::Unlockable {
            path: asked.to_owned(),
            error,
        };
        let mut name = place.as_os_str().to_owned();
        name.push(".lock");
        let beside = Path::new(&name);
        if !place::regular(beside).map_err(unlockable)? {
            return Err(unlockable(io::Error::other("it is not a regular file")));
        }
        let mut options = OpenOptions::new();
        // For writing, because some network file systems lock nothing else.
        options.write(true).create(true).truncate(false);
        let file = options.open(beside).map_err(unlockable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(OpenError::Taken {
                path: asked.to_owned(),
            }),
            Err(TryLockError::Error(error)) => Err(unlockable(error)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // To close it is not enough while a process that was just started still has a copy.
        // Where it cannot be unlocked, the system does it at the end.
        let _ = self.0.unlock();
    }
}
