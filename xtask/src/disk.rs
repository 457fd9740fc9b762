//! Reads and writes `spec/`: one function compares, one writes.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::Trouble;
use crate::inputs::READINGS;

/// What a file below `spec/` is, beside what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is what the contract gives.
    Fresh,
    /// It is something else.
    Stale,
    /// It is not there.
    Missing,
    /// Nothing writes it.
    Orphaned,
}

/// Every file below `spec/`, by path with `/` between folders; hidden files are none of ours.
///
/// # Errors
///
/// Why a file or folder cannot be read.
pub fn files(spec: &Path) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut found = BTreeMap::new();
    let mut trouble = Trouble::default();
    visit(spec, "", &mut found, &mut trouble);
    trouble.or(found)
}

fn visit(
    folder: &Path,
    prefix: &str,
    found: &mut BTreeMap<String, Vec<u8>>,
    trouble: &mut Trouble,
) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
        Err(error) => return trouble.0.push(format!("{}: {error}", folder.display())),
    };
    for entry in entries {
        let (entry, kind) = match entry.and_then(|entry| Ok((entry.file_type()?, entry))) {
            Ok((kind, entry)) => (entry, kind),
            Err(error) => {
                trouble.0.push(format!("{}: {error}", folder.display()));
                continue;
            }
        };
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let relative = format!("{prefix}{name}");
        // A link is a file here, wherever it leads: folders are not left.
        if kind.is_dir() {
            visit(&path, &format!("{relative}/"), found, trouble);
        } else if !name.starts_with('.') || name.starts_with(STAGED) {
            match fs::read(&path) {
                Ok(bytes) => drop(found.insert(relative, bytes)),
                Err(error) => trouble.0.push(format!("{}: {error}", path.display())),
            }
        }
    }
}

/// Whether a file is of a kind that only export writes, so that it may remove one that it would
/// not write any more. Claims, readings, releases and files of other people's are not, nor is what
/// `generate` reports.
#[must_use]
pub fn is_ours(path: &str) -> bool {
    if path == crate::generate::REPORT {
        return false;
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let by_export = match folder {
        "" => {
            let editions = name.starts_with("openapi-3.") && has_extension(name, "json");
            editions || ["openapi.json", "openapi.yaml", "README.md"].contains(&name)
        }
        "providers" | "schemas" => has_extension(name, "json"),
        "reports" => ["csv", "json", "md", "sarif"]
            .iter()
            .any(|due| has_extension(name, due)),
        "overlays" => has_extension(name, "yaml"),
        _ => false,
    };
    by_export || name.starts_with(STAGED)
}

fn has_extension(name: &str, due: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == due)
}

/// How the names of files begin that are not in their place yet.
const STAGED: &str = ".staged-";

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
    for path in there.keys().filter(|path| !due.contains_key(*path)) {
        let others = path == READINGS || path == crate::generate::REPORT;
        let frozen = path.starts_with(&format!("{}/", crate::releases::FOLDER)) && !is_ours(path);
        if !others && !claims.contains(path) && !frozen {
            states.insert(path.clone(), State::Orphaned);
        }
    }
    states
}

/// Writes files below `spec/`, each whole or not at all: all are staged beside their places
/// before the first one is moved into its place.
///
/// # Errors
///
/// Why a file could not be staged (then none is written) or moved.
pub fn write<'f>(
    spec: &Path,
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
) -> Result<(), Trouble> {
    let mut staged = Vec::new();
    let mut trouble = Trouble::default();
    for (path, contents) in files {
        let path = spec.join(path);
        match stage(&path, contents) {
            Ok(file) => staged.push((path, file)),
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
/// Why it could not be made.
pub fn folder(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(|error| {
        Trouble::new(format!(
            "{}: could not be made: {error}; see that the folder that it is in is writable",
            path.display()
        ))
    })
}

fn stage(path: &Path, contents: &str) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Files for everybody to read, as an editor would leave them.
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(contents.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Removes files below `spec/`, and folders that this leaves empty.
///
/// # Errors
///
/// Why a file could not be removed.
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
