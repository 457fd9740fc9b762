//! Installs other people's programs from lock files, into a folder that is not the repository's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::process::{self, Failure};
use crate::{Trouble, disk};

/// What npm needs to install what is pinned.
pub const NPM: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// What pip installs, with the digest of everything.
pub const PIP: &str = "requirements.txt";

/// The virtual environment below the folder.
pub const VENV: &str = "venv";

/// The lock file of npm as it was when everything in it had been installed.
const NPM_INSTALLED: &str = "installed-lock.json";

/// The lock file of pip as it was when everything in it had been installed.
const PIP_INSTALLED: &str = "installed-requirements.txt";

/// Copies files of a folder of the repository to where they are worked with.
///
/// # Errors
///
/// Returns an error for every file that cannot be read or written.
pub fn stage(from: &Path, names: &[&str], work: &Path) -> Result<(), Trouble> {
    let mut files = BTreeMap::new();
    let mut trouble = Trouble::default();
    for name in names {
        let path = from.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => drop(files.insert(*name, text)),
            Err(error) => trouble.0.push(format!("{}: {error}", path.display())),
        }
    }
    let files = trouble.or(files)?;
    disk::write(
        work,
        files.iter().map(|(name, text)| (*name, text.as_str())),
    )
}

/// Installs what the staged lock file of npm pins, unless it is there.
///
/// # Errors
///
/// Returns an error if a toolchain is missing or npm fails.
pub fn npm(work: &Path) -> Result<(), Failure> {
    process::need(&["node", "--version"], "Node.js 20.19 or later", work)?;
    process::need(&["npm", "--version"], "npm, which comes with Node.js", work)?;
    once(work, "package-lock.json", NPM_INSTALLED, || {
        process::run(&["npm", "ci", "--loglevel=error"], work).map(drop)
    })
}

/// Installs what the staged [`PIP`] pins into a virtual environment of its own, unless it is there.
///
/// # Errors
///
/// Returns an error if a toolchain is missing or pip fails.
pub fn pip(work: &Path) -> Result<(), Failure> {
    let probe = ["python3", "-c", "import venv, ensurepip"];
    process::need(&probe, "Python 3.10 or later with its venv module", work)?;
    once(work, PIP, PIP_INSTALLED, || {
        process::run(&["python3", "-m", "venv", "--clear", VENV], work)?;
        let pip = [
            "venv/bin/python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--requirement",
            PIP,
        ];
        process::run(&pip, work).map(drop)
    })
}

/// Installs unless the lock file is the one that was installed last.
fn once(
    work: &Path,
    lock: &str,
    installed: &str,
    install: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let due = fs::read_to_string(work.join(lock));
    let due = due.map_err(|error| Failure::Step(format!("{lock}: {error}")))?;
    if fs::read_to_string(work.join(installed)).is_ok_and(|installed| installed == due) {
        return Ok(());
    }
    install()?;
    disk::write(work, [(installed, due.as_str())])
        .map_err(|trouble| Failure::Step(trouble.to_string()))
}
