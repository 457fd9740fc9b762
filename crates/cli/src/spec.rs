//! Finds the folder of the artefacts.

use std::path::{Path, PathBuf};

use crate::{Trouble, path};

/// The file of readings below `spec/`. It tells the folder from any other.
const READINGS: &str = "readings.toml";

/// The folder that was given, or the closest `spec/` with readings, from the working directory
/// upwards.
///
/// # Errors
///
/// Returns an error if there is no such folder.
pub fn spec_folder(given: Option<PathBuf>) -> Result<PathBuf, Trouble> {
    const FIX: &str = "give the folder of the artefacts with --spec DIR";
    if let Some(given) = given {
        let shown = given.display();
        return if !given.is_dir() {
            Err(Trouble::new(format!(
                "{shown}: expected a folder, but found none instead; {FIX}"
            )))
        } else if !given.join(READINGS).exists() {
            Err(Trouble::new(format!(
                "{shown}: expected a folder with {READINGS}, but found none in it instead; {FIX}"
            )))
        } else {
            Ok(given)
        };
    }
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let found = here
        .ancestors()
        .map(|folder| folder.join("spec"))
        .find(|spec| spec.join(READINGS).is_file());
    let found = found.ok_or_else(|| {
        Trouble::new(format!(
            "expected a folder spec/ with {READINGS} here or above, but found none instead; run \
             this in the repository or give --spec DIR"
        ))
    })?;
    // Shown as people wrote it where that is possible.
    Ok(found
        .strip_prefix(&here)
        .map_or_else(|_| found.clone(), Path::to_path_buf))
}

/// The folder that a command works in: the one that was given, or the folder of that name in
/// `target/` beside `spec/`.
#[must_use]
pub fn work_folder(given: Option<&Path>, spec: &Path, name: &str) -> PathBuf {
    let own = || path::below(spec, &format!("../target/{name}"));
    given.map_or_else(own, Path::to_owned)
}
