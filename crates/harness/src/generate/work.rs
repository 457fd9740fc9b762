//! The folder in which a target is generated: a copy of the target's folder, the documents and the
//! samples.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use cli::{Trouble, disk};
use serde_json::json;

use super::sample::{Sample, Samples};
use super::target::Target;
use crate::documents::Document;

/// The samples in a work folder. A folder that has this file is a work folder.
pub(super) const EXAMPLES: &str = "examples.json";

/// Makes the work folder of a target. Returns its absolute path.
pub(super) fn stage(
    spec: &Path,
    target: &Target,
    documents: &[Document],
    samples: &Samples,
    work: &Path,
) -> Result<PathBuf, Trouble> {
    let list: Vec<&Sample> = samples.all().collect();
    let list = document::json(&json!(list));
    let mut files = BTreeMap::from([(EXAMPLES, list.as_str())]);
    let mut trouble = Trouble::default();
    for generator in &target.generators {
        let path = format!("spec/{}", generator.document);
        match documents.iter().find(|document| document.path == path) {
            Some(document) => drop(files.insert(&generator.document, &document.text)),
            None => trouble.0.push(format!(
                "{}: expected a document of spec/, but found `{}` instead",
                target.name, generator.document
            )),
        }
    }
    let files = trouble.or(files)?;
    clear(work, &target.caches)?;
    disk::write(work, files)?;
    copy(&target.folder, work)?;
    if target.generators.iter().any(|generator| generator.linked) {
        // The generated code is built with the versions that this workspace pins.
        let lock = cli::path::below(spec, "../Cargo.lock");
        let text = cli::text::read(&lock).map_err(|error| Trouble::at(&lock, error))?;
        disk::write(work, [("Cargo.lock", text.as_str())])?;
    }
    Ok(fs::canonicalize(work).unwrap_or_else(|_| work.to_owned()))
}

/// Removes what an earlier run left in a work folder, except for its caches, so that nothing that it
/// generated passes for the output of the next run.
fn clear(work: &Path, caches: &[String]) -> Result<(), Trouble> {
    let entries = match fs::read_dir(work) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => Err(error),
    };
    let entries = entries.map_err(|error| Trouble::at(work, error))?;
    if !entries.is_empty() && !work.join(EXAMPLES).exists() {
        return Err(Trouble::new(format!(
            "{}: expected what an earlier run left, but found other files instead; remove them, or \
             give another `--out`",
            work.display()
        )));
    }
    for entry in entries {
        let name = entry.file_name();
        if caches.iter().any(|cache| name == **cache) {
            continue;
        }
        let path = entry.path();
        // A link is removed, and nothing that it leads to.
        let removed = match entry.file_type() {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
            Ok(_) => fs::remove_file(&path),
            Err(error) => Err(error),
        };
        removed.map_err(|error| Trouble::at(&path, error))?;
    }
    Ok(())
}

/// Copies a target's folder.
fn copy(from: &Path, to: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(to).map_err(|error| Trouble::at(to, error))?;
    let entries = fs::read_dir(from).map_err(|error| Trouble::at(from, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Trouble::at(from, error))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
            continue;
        }
        // The error may be about either path, and names none.
        fs::copy(&path, &target).map_err(|error| {
            let (path, target) = (path.display(), target.display());
            Trouble::new(format!("{path} cannot be copied to {target}: {error}"))
        })?;
    }
    Ok(())
}
