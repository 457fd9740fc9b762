//! Where a state file is, and whether it is the one that was seen.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// So many links one after the other are followed, as Linux does.
const LINKS: usize = 40;

/// The place that a path leads to, whether or not there is a file: links are followed, those that dangle, too.
///
/// # Errors
///
/// If there is no folder for the file, or the links go round in a circle.
pub(super) fn resolved(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let folder = folder.canonicalize()?;
        // A path without a name, such as `..`, is a folder.
        let Some(name) = path.file_name() else {
            return path.canonicalize();
        };
        let place = folder.join(name);
        match fs::read_link(&place) {
            Ok(target) => path = folder.join(target),
            Err(_) => return Ok(place),
        }
    }
    Err(io::Error::other("too many links lead to one another"))
}

/// Whether what is at a place is a regular file, or nothing yet.
///
/// # Errors
///
/// If nobody can tell.
pub(super) fn regular(place: &Path) -> io::Result<bool> {
    match fs::metadata(place) {
        Ok(metadata) => Ok(metadata.is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// What tells a file from one that somebody else put in its place, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    length: u64,
    modified: Option<SystemTime>,
    /// The file's number; nothing where files have none.
    number: u64,
}

impl Seen {
    /// The file at a place, if there is one.
    ///
    /// # Errors
    ///
    /// If nobody can tell.
    pub(super) fn at(place: &Path) -> io::Result<Option<Self>> {
        match fs::metadata(place) {
            Ok(metadata) => Ok(Some(Self::of(&metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The file with these metadata.
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let number = 0;
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            number,
        }
    }
}
