//! The folder of the site: written file by file, with a list of what is ours in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path};

use cli::{Trouble, disk};

/// The list of the files that are ours, which servers do not show.
const MANIFEST: &str = ".portal-manifest";

/// What was done to the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// How many files were new or other than before.
    pub(super) changed: usize,
    /// The files of an earlier portal that this one does not have: removed.
    pub(super) removed: Vec<String>,
    /// The files that are not ours: left.
    pub(super) foreign: Vec<String>,
}

/// Writes a site into a folder. Files of an earlier site that this one does not have are removed;
/// files of anyone else stay.
///
/// # Errors
///
/// Returns an error if the folder is not one of ours, for every file of someone else that is in the
/// way, and for everything that cannot be read or written.
pub(super) fn write(folder: &Path, site: &BTreeMap<String, String>) -> Result<Written, Trouble> {
    disk::folder(folder)?;
    let _turn = disk::wait(folder)?;
    let there = disk::files(folder)?;
    let manifest = fs::read_to_string(folder.join(MANIFEST)).ok();
    if let (None, Some(first)) = (&manifest, there.keys().next()) {
        return Err(Trouble::new(format!(
            "{}: expected an empty folder or one that `cargo xtask portal` made, but found `{first}` \
             instead; give another folder with --out DIR",
            folder.display()
        )));
    }
    disk::clear_all(folder)?;
    let manifest = manifest.unwrap_or_default();
    let ours: BTreeSet<&str> = manifest.lines().filter(|path| is_within(path)).collect();
    let in_the_way = there
        .keys()
        .filter(|path| site.contains_key(*path) && !ours.contains(path.as_str()));
    let in_the_way = in_the_way.map(|path| {
        format!(
            "{}: expected no file of someone else here, but found one instead; move it, or give \
             another folder with --out DIR",
            folder.join(path).display()
        )
    });
    Trouble(in_the_way.collect()).or(())?;
    let stale: Vec<&str> = ours
        .iter()
        .copied()
        .filter(|path| !site.contains_key(*path) && there.contains_key(*path))
        .collect();
    let foreign = there
        .keys()
        .filter(|path| !site.contains_key(*path) && !ours.contains(path.as_str()));
    let due: Vec<(&str, &str)> = site
        .iter()
        .filter(|(path, text)| {
            there
                .get(*path)
                .is_none_or(|found| found != text.as_bytes())
        })
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let written = Written {
        changed: due.len(),
        removed: stale.iter().map(|path| (*path).to_owned()).collect(),
        foreign: foreign.cloned().collect(),
    };
    // Whenever this is stopped, the list names at least what is ours.
    let either = ours.iter().copied().chain(site.keys().map(String::as_str));
    disk::write(folder, [(MANIFEST, list(either).as_str())])?;
    disk::write(folder, due)?;
    disk::remove(folder, stale)?;
    disk::write(
        folder,
        [(MANIFEST, list(site.keys().map(String::as_str)).as_str())],
    )?;
    Ok(written)
}

/// One path a line, each once.
fn list<'p>(paths: impl Iterator<Item = &'p str>) -> String {
    let paths: BTreeSet<&str> = paths.collect();
    paths
        .into_iter()
        .fold(String::new(), |list, path| list + path + "\n")
}

/// Whether a path stays below the folder: a list that was edited must not reach out of it.
fn is_within(path: &str) -> bool {
    let mut steps = Path::new(path).components();
    !path.is_empty() && steps.all(|step| matches!(step, Component::Normal(_)))
}
