//! Reads and writes `spec/`: one function compares, one writes.

mod turn;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Trouble;
use crate::inputs::READINGS;
use crate::sums::{SUMS, Sums};

pub use turn::{Turn, clear, clear_all, turn, wait};
pub use write::{folder, is_within, remove, write};

/// How the names of files begin that are not in their place yet.
const STAGED: &str = ".staged-";

/// What a file below `spec/` is, beside what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is what the contract gives.
    Fresh,
    /// It is something else.
    Stale,
    /// It is not there.
    Missing,
    /// An earlier export wrote it as it is, and export does not write it any more.
    Orphaned,
    /// Nobody here wrote it, or somebody changed it since.
    Foreign,
}

/// Every file below `spec/`, by path with `/` between folders. Skips hidden files; a pipe, a device
/// and a link that leads nowhere are there, and empty.
///
/// # Errors
///
/// Why a file or folder cannot be read.
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

/// Compares the files that are due with those that are there.
///
/// Claims and readings are written by `read` and by people: they are neither due nor orphaned,
/// as long as their page is one of `pages`. What stands in `releases/` is frozen, and what the
/// generators made of the document is known only after they have run.
#[must_use]
pub fn compare(
    due: &BTreeMap<String, String>,
    there: &BTreeMap<String, Vec<u8>>,
    pages: &[&str],
) -> BTreeMap<String, State> {
    let mut states = BTreeMap::new();
    for (path, contents) in due {
        let state = match there.get(path) {
            None => State::Missing,
            Some(found) if found == contents.as_bytes() => State::Fresh,
            Some(_) => State::Stale,
        };
        states.insert(path.clone(), state);
    }
    let claims: Vec<String> = pages
        .iter()
        .map(|page| crate::inputs::claims_path(page))
        .collect();
    let written = Sums::of_file(there.get(SUMS).map(Vec::as_slice));
    for (path, found) in there.iter().filter(|(path, _)| !due.contains_key(*path)) {
        let others = path == READINGS || path == crate::generate::REPORT;
        let frozen = path.starts_with(&format!("{}/", crate::releases::FOLDER));
        if others || frozen || claims.contains(path) {
            continue;
        }
        let state = if written.has(path, found) {
            State::Orphaned
        } else {
            State::Foreign
        };
        states.insert(path.clone(), state);
    }
    states
}
