//! What the files below `spec/` are, beside those that are due.

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;

use crate::sums::{SUMS, Sums};
use crate::table::{Writer, artefact, is_of_others};

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

/// Compares the files that are due with those that are there.
///
/// Files that others write (claims, readings, releases) are neither due nor orphaned.
#[must_use]
pub fn compare(
    due: &BTreeMap<String, String>,
    there: &BTreeMap<String, Vec<u8>>,
    catalogue: &Catalogue,
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
    let written = Sums::of_file(there.get(SUMS).map(Vec::as_slice));
    for (path, found) in there.iter().filter(|(path, _)| !due.contains_key(*path)) {
        let known = artefact(path, catalogue);
        if known.is_some_and(|known| known.writer != Writer::Export) {
            continue;
        }
        // The list of digests names those files too, but export did not write them.
        let state = if written.has(path, found) && !is_of_others(path) {
            State::Orphaned
        } else {
            State::Foreign
        };
        states.insert(path.clone(), state);
    }
    states
}
