//! Writes a file whole or not at all.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a text into a file.
pub(in crate::state) type Fill = fn(&mut File, &[u8]) -> io::Result<()>;

/// Writes all of it.
pub(in crate::state) fn fill(file: &mut File, text: &[u8]) -> io::Result<()> {
    file.write_all(text)
}

/// Replaces a file: writes beside it, waits for the disk, renames, and waits for the disk again.
///
/// # Errors
///
/// Why it cannot be done.
/// The file is as it was then; only if the last wait fails it is the new one, and nobody knows for how long.
pub(super) fn replace(path: &Path, text: &[u8], fill: Fill) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What a kill leaves behind is seen to belong to the file, and is never read.
    let mut beside = tempfile::Builder::new()
        .prefix(&format!(".{name}."))
        .suffix(".partial")
        .tempfile_in(folder)?;
    fill(beside.as_file_mut(), text)?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    sync(folder)
}

/// Waits until the folder's entries are on the disk.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened like a file, and a rename is as lasting as the system makes it.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "The other one can fail.")]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
