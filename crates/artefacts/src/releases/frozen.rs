//! What a release writes.

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use review::Finding;
use semver::Version;

use super::{FOLDER, files_path, path, sums_path};
use crate::sums::{SUMS, Sums};
use crate::{Draft, Inputs, build};

/// Files by path below `spec/`.
type Tree = BTreeMap<String, Vec<u8>>;

/// The files that a release changes, given those that are there: the released document, the digests
/// of every file at its version, and what follows from them. If the version is not the one that the
/// documents have, they change too.
///
/// # Errors
///
/// Returns every place where the catalogue contradicts itself, as findings.
pub fn frozen(
    catalogue: &Catalogue,
    draft: Draft,
    inputs: &Inputs,
    there: &Tree,
    (version, document): (&Version, String),
) -> Result<Tree, Vec<Finding>> {
    let mut files = there.clone();
    let released = path(version);
    files.insert(released.clone(), document.into());
    // The documents have the version of the newest release, which is this one now.
    let written = build(catalogue, draft, inputs, &files)?.files;
    files.extend(written.into_iter().map(|(path, text)| (path, text.into())));
    let digests = files_path(version);
    files.insert(digests.clone(), of_version(&files));
    let known = Sums::of_file(there.get(&sums_path()).map(Vec::as_slice));
    let known = [released, digests].iter().fold(known, |sums, path| {
        let name = path.rsplit('/').next().unwrap_or(path);
        sums.with(name, &files[path])
    });
    files.insert(sums_path(), known.to_string().into());
    files.insert(SUMS.to_owned(), sums(&files, |_| true));
    files.retain(|path, bytes| there.get(path) != Some(bytes));
    Ok(files)
}

/// Whether files are those that were released under a version.
#[must_use]
pub fn is_frozen(files: &Tree, version: &Version) -> bool {
    files.get(&files_path(version)) == Some(&of_version(files))
}

/// The digests of every file that has a version: all but those of releases.
fn of_version(files: &Tree) -> Vec<u8> {
    let prefix = format!("{FOLDER}/");
    sums(files, |path| !path.starts_with(&prefix))
}

/// The digests of files whose paths are as asked, apart from the list of digests itself.
fn sums(files: &Tree, is: impl Fn(&str) -> bool) -> Vec<u8> {
    let files = files.iter().map(|(path, bytes)| (&**path, &**bytes));
    let asked = files.filter(|(path, _)| *path != SUMS && is(path));
    Sums::of(asked).to_string().into()
}
