//! Reads a `target.toml`: what a target needs and which commands it runs.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Deserialize;

use super::compare::{Change, Numbers};
use cli::Trouble;

/// A program with its arguments.
pub(super) type Argv = Vec<String>;

/// A language, with the generators that serve it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Target {
    /// Its name on the command line, which is the name of its folder.
    #[serde(skip)]
    pub name: String,
    /// Its folder.
    #[serde(skip)]
    pub folder: PathBuf,
    /// The language, for people.
    pub language: String,
    /// The toolchains that must be installed.
    pub needs: Vec<Need>,
    /// Installs the pinned generators and libraries from the lock files.
    #[serde(default)]
    pub install: Vec<Argv>,
    /// Folders that stay in the work folder from one run to the next to save time: what is installed or
    /// compiled. No generator may write into them.
    #[serde(default)]
    pub caches: Vec<String>,
    /// The generators.
    pub generators: Vec<Generator>,
}

/// A toolchain that is not installed from a lock file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The command that succeeds if it is installed, such as `node --version`.
    pub probe: Argv,
    /// What to install if it is missing.
    pub install: String,
}

/// A generator and the proof of what it generates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Generator {
    /// The package's name.
    pub name: String,
    /// The pinned version, which the command `says-version` must print.
    pub version: String,
    /// Prints the generator's version.
    pub says_version: Argv,
    /// Its input: a document below `spec/`.
    pub document: String,
    /// Whether the generator is a library that is linked into this program.
    #[serde(default)]
    pub linked: bool,
    /// Generates the code.
    #[serde(default)]
    pub generate: Vec<Argv>,
    /// Compiles the generated code, or checks its types.
    pub compile: Vec<Argv>,
    /// Reads each sample of `examples.json` with the generated types, and writes it to
    /// `returned.jsonl`: one line for each sample, the JSON text or `! ` and the reason why it failed.
    pub round_trip: Vec<Argv>,
    /// Which numbers come back unchanged, as the round trip must prove.
    pub numbers: Numbers,
    /// The other changes that it makes. Each must happen.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// What a user should know.
    #[serde(default)]
    pub notes: String,
}

/// Reads every target, sorted by name.
///
/// # Errors
///
/// Returns an error for every `target.toml` that cannot be read, with line and column.
pub fn targets(folder: &Path) -> Result<Vec<Target>, Trouble> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut trouble = Trouble::default();
    let mut targets = Vec::new();
    for entry in entries.map_err(|error| Trouble::at(folder, error))? {
        let path = entry.path().join("target.toml");
        if !path.is_file() {
            continue;
        }
        let text = cli::text::read(&path).map_err(|error| Trouble::at(&path, error));
        let target = text.and_then(|text| {
            let target = toml::from_str::<Target>(&text);
            target.map_err(|error| Trouble::at(&path, error))
        });
        targets.extend(trouble.take(target).map(|target| Target {
            name: entry.file_name().to_string_lossy().into_owned(),
            folder: entry.path(),
            ..target
        }));
    }
    targets.sort_by(|one, other| one.name.cmp(&other.name));
    trouble.or(targets)
}
