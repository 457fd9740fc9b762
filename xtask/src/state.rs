//! What the files below `spec/` are, beside those that are due.

use std::collections::BTreeMap;

use cli::READINGS;

use crate::sums::{SUMS, Sums};

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
