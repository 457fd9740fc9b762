//! Files are written whole or not at all, and stay the links and have the modes that they had.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::STAGED;
use crate::Trouble;
use crate::path::below;

/// Writes files below `spec/`, or beside it with `../`, each whole or not at all: all are staged beside their places
/// before the first one is moved into its place.
///
/// A file that is a link stays one: what it leads to is written. A file keeps its mode.
///
/// # Errors
///
/// Returns an error if a file cannot be staged (then none is written) or moved.
pub fn write<'f, B: AsRef<[u8]>>(
    spec: &Path,
    files: impl IntoIterator<Item = (&'f str, B)>,
) -> Result<(), Trouble> {
    let mut staged = Vec::new();
    let mut trouble = Trouble::default();
    for (path, contents) in files {
        let path = below(spec, path);
        match place(&path).and_then(|place| Ok((stage(&place, contents.as_ref())?, place))) {
            Ok((file, place)) => staged.push((place, file)),
            Err(error) => trouble.0.push(format!(
                "{}: could not be written: {error}; nothing was changed: see that the folder is \
                 writable and has room, and run this again",
                path.display()
            )),
        }
    }
    let staged = trouble.or(staged)?;
    for (path, file) in staged {
        file.persist(&path).map_err(|error| {
            Trouble::new(format!(
                "{}: could not be written: {}",
                path.display(),
                error.error
            ))
        })?;
    }
    Ok(())
}

/// Makes a folder, and those that it is in, unless it is there.
///
/// # Errors
///
/// Returns an error if the folder cannot be made.
pub fn folder(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(|error| {
        Trouble::new(format!(
            "{}: could not be made: {error}; see that the folder that it is in is writable",
            path.display()
        ))
    })
}

/// Where a file stands to which a path leads, through links; it need not be there yet.
fn place(path: &Path) -> io::Result<PathBuf> {
    /// As many links as Linux follows.
    const MOST: usize = 40;
    let mut place = path.to_path_buf();
    for _ in 0..MOST {
        match fs::read_link(&place) {
            Ok(target) => place = place.parent().unwrap_or(Path::new(".")).join(target),
            // It is no link, or not there.
            Err(_) => return Ok(place),
        }
    }
    Err(io::Error::other(
        "expected a file, but found a link that leads back to itself instead",
    ))
}

fn stage(path: &Path, contents: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = staged(path)?;
    file.write_all(contents)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A file that is written piece by piece, and stands in its place only once it is whole.
pub struct Staged {
    file: io::BufWriter<NamedTempFile>,
    place: PathBuf,
}

impl Staged {
    /// Opens a file beside the place where it shall stand.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder cannot be written to.
    pub fn open(path: &Path) -> io::Result<Self> {
        let place = place(path)?;
        let file = io::BufWriter::new(staged(&place)?);
        Ok(Self { file, place })
    }

    /// Moves the file into its place.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be finished or moved.
    pub fn persist(self) -> io::Result<()> {
        let file = self.file.into_inner()?;
        file.as_file().sync_all()?;
        file.persist(&self.place)?;
        Ok(())
    }
}

impl io::Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// An empty file beside the place of another, with that one's mode.
fn staged(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As an editor would leave a new file: what the umask allows.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Ok(known) = fs::metadata(path) {
        file.as_file().set_permissions(known.permissions())?;
    }
    Ok(file)
}

/// Whether a file stands below a folder itself, and not behind a link that leads out of it.
#[must_use]
pub fn is_within(folder: &Path, path: &str) -> bool {
    let place = folder.join(path);
    let around = place.parent().map(Path::canonicalize);
    let real = folder.canonicalize();
    matches!((around, real), (Some(Ok(around)), Ok(real)) if around.starts_with(&real))
}

/// Removes files below `spec/`, and folders that this leaves empty.
///
/// # Errors
///
/// Returns an error if a file cannot be removed.
pub fn remove<'f>(spec: &Path, files: impl IntoIterator<Item = &'f str>) -> Result<(), Trouble> {
    for path in files {
        let path = spec.join(path);
        fs::remove_file(&path).map_err(|error| {
            Trouble::new(format!("{}: could not be removed: {error}", path.display()))
        })?;
        if let Some(folder) = path.parent().filter(|folder| *folder != spec) {
            // Fails where something is left in it, and then it is to stay.
            let _ = fs::remove_dir(folder);
        }
    }
    Ok(())
}
