//! The published files as people take them: one archive of all of them, and one package for npm.

mod npm;
mod tgz;

use std::collections::BTreeMap;
use std::io;

use contract::catalogue::Catalogue;
use serde_json::Value;

use crate::sums::{SUMS, Sums};
use crate::table::{Artefact, README, artefact};
use tgz::tgz;

/// The name of both packages, before the version.
pub const NAME: &str = "customer-apis";

/// The licences, which stand beside `spec/` in the repository.
const LICENCES: [(&str, &str); 2] = [
    ("LICENSE-APACHE", include_str!("../../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
];

/// Files in a package, by path.
type Contents<'f> = BTreeMap<&'f str, &'f [u8]>;

/// The archive, the npm package and the digests of both, by name, given the consolidated document and
/// the files below `spec/`. The same files give the same bytes on every machine.
///
/// # Errors
///
/// Returns an error if a path is too long for an archive.
pub fn packages(
    catalogue: &Catalogue,
    document: &Value,
    there: &BTreeMap<String, Vec<u8>>,
) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let published = |is: fn(&Artefact) -> bool| {
        let files = there.iter().map(|(path, bytes)| (&**path, &**bytes));
        let files = files.filter(move |(path, _)| artefact(path, catalogue).is_some_and(is));
        files.collect::<Contents>()
    };
    let licences = LICENCES.map(|(name, text)| (name, text.as_bytes()));
    let mut archive = published(|_| true);
    archive.extend(licences);
    let mut npm = published(|it| it.imported);
    let manifest = npm::manifest(document, npm.keys().copied());
    npm.insert(npm::FILE, manifest.as_bytes());
    npm.extend(published(|it| it.path == README));
    npm.extend(licences);
    let version = document["info"]["version"].as_str().unwrap_or_default();
    let stem = format!("{NAME}-{version}");
    let mut packages = BTreeMap::from([
        (format!("{stem}.tar.gz"), tgz(&stem, &archive)?),
        (format!("{stem}.tgz"), tgz(npm::FOLDER, &npm)?),
    ]);
    let sums = packages.iter().map(|(name, bytes)| (&**name, &**bytes));
    let sums = Sums::of(sums).to_string();
    packages.insert(SUMS.to_owned(), sums.into());
    Ok(packages)
}
