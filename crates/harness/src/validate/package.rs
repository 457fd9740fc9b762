//! The npm package, installed and imported as `spec/README.md` says.

use std::fs;
use std::path::{Path, PathBuf};

use artefacts::package::{NAME, packages};
use artefacts::table::{CONSOLIDATED, artefact};
use cli::process::Failure;
use cli::{Trouble, disk};
use contract::catalogue::CATALOGUE;
use serde_json::Value;

use super::tools::{PINNED, run};

/// The script that installs and imports.
const SCRIPT: &str = "package.mjs";

/// What a package exports beside the files that programs import: one of them under the name of the
/// package, and its own description.
const OTHERS: usize = 2;

/// A packed package in a folder of its own.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    folder: PathBuf,
    spec: PathBuf,
    version: String,
    /// How many names it must export.
    pub exports: usize,
}

/// Packs the files of `spec/` and copies the package into the folder `package` of a work folder.
///
/// # Errors
///
/// Returns an error if a file cannot be read or written.
pub(super) fn pack(spec: &Path, work: &Path) -> Result<Packed, Trouble> {
    let files = disk::files(spec)?;
    let document = files.get(CONSOLIDATED).map(Vec::as_slice);
    let document: Value = serde_json::from_slice(document.unwrap_or_default())
        .map_err(|error| Trouble::at(&spec.join(CONSOLIDATED), error))?;
    let packages = packages(&CATALOGUE, &document, &files);
    let mut staged = packages.map_err(|error| Trouble::at(spec, error))?;
    let script = spec.join("..").join(PINNED).join(SCRIPT);
    let text = fs::read(&script).map_err(|error| Trouble::at(&script, error))?;
    staged.insert(SCRIPT.to_owned(), text);
    let folder = work.join("package");
    disk::write(&folder, staged.iter().map(|(name, bytes)| (&**name, bytes)))?;
    let imported = |path: &&String| artefact(path, &CATALOGUE).is_some_and(|it| it.imported);
    let version = document["info"]["version"].as_str().unwrap_or_default();
    Ok(Packed {
        folder,
        spec: fs::canonicalize(spec).unwrap_or_else(|_| spec.to_owned()),
        version: version.to_owned(),
        exports: files.keys().filter(imported).count() + OTHERS,
    })
}

impl Packed {
    /// Installs the package and imports everything that it exports. Returns what does not work.
    ///
    /// # Errors
    ///
    /// Returns an error if the script cannot run, or if it does not import every file.
    pub(super) fn import(&self) -> Result<Vec<String>, Failure> {
        let spec = self.spec.to_string_lossy();
        let argv = ["node", SCRIPT, &spec, NAME, &self.version];
        run(&argv, self.exports, &self.folder)
    }
}
