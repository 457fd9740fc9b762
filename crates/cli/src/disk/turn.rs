//! One process writes below a folder at a time.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::STAGED;
use crate::{Trouble, terminal};

/// The right to write below a folder, until it is dropped or the process ends.
#[derive(Debug)]
pub struct Turn {
    _lock: File,
}

/// Waits until no other process has its turn below a folder, and removes what a killed one left
/// there.
///
/// # Errors
///
/// Returns an error if the folder cannot be locked or a leftover cannot be removed.
pub fn turn(folder: &Path) -> Result<Turn, Trouble> {
    let turn = wait(folder)?;
    clear_all(folder)?;
    Ok(turn)
}

/// Waits until no other process has its turn below a folder.
///
/// # Errors
///
/// Returns an error if the folder cannot be opened.
pub fn wait(folder: &Path) -> Result<Turn, Trouble> {
    let lock = lock(folder).map_err(|error| {
        Trouble::new(format!(
            "{}: could not be locked: {error}; see that it is a folder and writable",
            folder.display()
        ))
    })?;
    Ok(Turn { _lock: lock })
}

fn lock(folder: &Path) -> io::Result<File> {
    let lock = File::open(lockable(folder)?)?;
    // A file system without locks is no reason to do nothing.
    if let Err(TryLockError::WouldBlock) = lock.try_lock() {
        let what = format!(
            "waiting for another command that writes {}",
            folder.display()
        );
        terminal::note(what);
        lock.lock()?;
    }
    Ok(lock)
}

/// What is locked: the folder itself, so that nothing is left behind.
#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "it can fail where a folder cannot be locked"
)]
fn lockable(folder: &Path) -> io::Result<PathBuf> {
    Ok(folder.to_path_buf())
}

/// What is locked: a hidden file, where a folder cannot be.
#[cfg(not(unix))]
fn lockable(folder: &Path) -> io::Result<PathBuf> {
    let path = folder.join(".lock");
    File::options().append(true).create(true).open(&path)?;
    Ok(path)
}

/// Removes what a killed process left beside the files of one folder; whoever calls it has a turn.
///
/// # Errors
///
/// Returns an error for each leftover that cannot be removed.
pub fn clear(folder: &Path) -> Result<(), Trouble> {
    let mut trouble = Trouble::default();
    for path in entries(folder) {
        if !is_staged(&path) {
            continue;
        }
        if let Err(error) = fs::remove_file(&path) {
            let path = path.display();
            trouble.0.push(format!(
                "{path}: a killed command left it, and it could not be removed: {error}"
            ));
        }
    }
    trouble.or(())
}

/// Whether a command staged a file under this name: a person's `.staged-draft.md` is theirs.
fn is_staged(path: &Path) -> bool {
    /// As many letters and digits as `tempfile` draws.
    const DRAWN: usize = 6;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let drawn = name.strip_prefix(STAGED).is_some_and(|drawn| {
        drawn.len() == DRAWN && drawn.chars().all(|it| it.is_ascii_alphanumeric())
    });
    drawn && path.symlink_metadata().is_ok_and(|it| it.is_file())
}

/// The same in a folder and all folders below it, and beside what links in them lead to, for that
/// is where it was staged; whoever calls it has a turn.
///
/// # Errors
///
/// Returns an error for each leftover that cannot be removed.
pub fn clear_all(folder: &Path) -> Result<(), Trouble> {
    let mut trouble = clear(folder).err().unwrap_or_default();
    for path in entries(folder) {
        let cleared = match path.canonicalize() {
            Ok(real) if path.is_symlink() => {
                let beside = if real.is_dir() {
                    Some(&*real)
                } else {
                    real.parent()
                };
                beside.map_or(Ok(()), clear)
            }
            Ok(_) if path.is_dir() => clear_all(&path),
            _ => Ok(()),
        };
        trouble.0.extend(cleared.err().unwrap_or_default().0);
    }
    trouble.or(())
}

/// What is in a folder; nothing if it cannot be read, which is said where its files are.
fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path()))
}
