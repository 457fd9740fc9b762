//! Writes a file whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::Seen;
use crate::state::Refused;

/// What writes and waits for the disk.
#[derive(Clone, Copy, Debug)]
pub(in crate::state) struct Disk {
    /// Writes a text into a file.
    pub(in crate::state) fill: fn(&mut File, &[u8]) -> io::Result<()>,
    /// Waits until the entries of a folder are on the disk.
    pub(in crate::state) sync: fn(&File) -> io::Result<()>,
}

impl Disk {
    /// The one that there is.
    pub(in crate::state) const REAL: Self = Self {
        fill: |file, text| file.write_all(text),
        sync: File::sync_all,
    };
}

/// How well a file was written that has taken the place of the former one.
#[derive(Debug)]
pub(in crate::state) enum Written {
    /// It outlasts a power cut.
    Lasting,
    /// The disk did not confirm that the folder names it.
    Uncertain(io::Error),
}

impl Written {
    /// Says if it is not certain.
    pub(in crate::state) fn certain(self) -> Result<(), Refused> {
        match self {
            Self::Lasting => Ok(()),
            Self::Uncertain(error) => Err(Refused::Uncertain(error)),
        }
    }
}

/// Replaces a file: writes beside it, waits for the disk, renames, and waits for the disk again.
///
/// The new file has the permissions of the former one; it is given as it is seen from now on.
///
/// # Errors
///
/// Why it cannot be done; the file is as it was then.
pub(super) fn replace(path: &Path, text: &[u8], disk: Disk) -> io::Result<(Option<Seen>, Written)> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // Whatever can fail does so before the file takes its place.
    let entries = entries(folder)?;
    let permissions = match fs::metadata(path) {
        Ok(former) => Some(former.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What a kill leaves behind is seen to belong to the file, and is never read.
    let mut beside = tempfile::Builder::new()
        .prefix(&format!(".{name}."))
        .suffix(".partial")
        .tempfile_in(folder)?;
    (disk.fill)(beside.as_file_mut(), text)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    // Closed at once: some systems date a file when it is closed.
    drop(beside.persist(path)?);
    let seen = Seen::at(path).unwrap_or_default();
    // A second try would say nothing: a disk reports what it could not write but once.
    let written = match entries.as_ref().map_or(Ok(()), disk.sync) {
        Ok(()) => Written::Lasting,
        Err(error) => Written::Uncertain(error),
    };
    Ok((seen, written))
}

/// The entries of a folder, to wait for.
#[cfg(unix)]
fn entries(folder: &Path) -> io::Result<Option<File>> {
    File::open(folder).map(Some)
}

/// Elsewhere a folder cannot be opened like a file, and a rename is as lasting as the system makes it.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "The other one can fail.")]
fn entries(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}
