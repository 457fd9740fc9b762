//! Installs the pinned packages of a folder that holds their lock file.

use std::fs;
use std::path::Path;

use crate::disk;
use crate::process::{self, Failure};

/// What npm needs to install them.
pub const PACKAGE: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The lock file as it was when everything in it had been installed.
const INSTALLED: &str = "installed-lock.json";

/// Installs the pinned versions into a folder that holds [`PACKAGE`], unless they are there.
///
/// # Errors
///
/// A toolchain that is missing, or why npm failed.
pub fn install(work: &Path) -> Result<(), Failure> {
    process::need(&["node", "--version"], "Node.js 20.19 or later", work)?;
    process::need(&["npm", "--version"], "npm, which comes with Node.js", work)?;
    let [lock, installed] = ["package-lock.json", INSTALLED].map(|name| work.join(name));
    let lock = fs::read_to_string(lock).map_err(|error| Failure::Step(error.to_string()))?;
    if fs::read_to_string(installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    process::run(&["npm", "ci", "--loglevel=error"], work)?;
    disk::write(work, [(INSTALLED, lock.as_str())])
        .map_err(|trouble| Failure::Step(trouble.to_string()))
}
