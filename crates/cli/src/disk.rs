//! Reads and writes folders of files, such as `spec/`.

mod turn;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Trouble;

pub use turn::{Turn, clear, clear_all, turn, wait};
pub use write::{Staged, folder, is_within, remove, write};

/// How the names of files begin that are not in their place yet.
const STAGED: &str = ".staged-";

/// Every file below a folder, by path with `/` between folders. Skips hidden files; a pipe, a device
/// and a link that leads nowhere are there, and empty.
///
/// # Errors
///
/// Returns an error for every file or folder that cannot be read.
pub fn files(spec: &Path) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut reading = Reading::default();
    reading.visit(spec, "");
    reading.trouble.or(reading.found)
}

/// What was found so far.
#[derive(Default)]
struct Reading {
    found: BTreeMap<String, Vec<u8>>,
    trouble: Trouble,
    /// The folders on the way, so that a link to one of them is not followed for ever.
    around: BTreeSet<PathBuf>,
}

impl Reading {
    fn visit(&mut self, folder: &Path, prefix: &str) {
        let mut failed = |error: std::io::Error| {
            let problem = format!("{}: {error}", folder.display());
            self.trouble.0.push(problem);
        };
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries.collect::<Result<Vec<_>, _>>(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
            Err(error) => Err(error),
        };
        let (entries, real) = match entries.and_then(|them| Ok((them, folder.canonicalize()?))) {
            Ok(read) => read,
            Err(error) => return failed(error),
        };
        if !self.around.insert(real.clone()) {
            return;
        }
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let (path, relative) = (entry.path(), format!("{prefix}{name}"));
            let read = match fs::metadata(&path) {
                Ok(kind) if kind.is_dir() => {
                    self.visit(&path, &format!("{relative}/"));
                    continue;
                }
                // Nobody writes into a pipe so that we can read it.
                Ok(kind) if !kind.is_file() => Ok(Vec::new()),
                Err(_) if path.is_symlink() => Ok(Vec::new()),
                Err(error) => Err(error),
                Ok(_) => fs::read(&path),
            };
            match read {
                Ok(bytes) => drop(self.found.insert(relative, bytes)),
                // Another command removed it meanwhile.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => {
                    let problem = format!("{}: {error}", path.display());
                    self.trouble.0.push(problem);
                }
            }
        }
        self.around.remove(&real);
    }
}
