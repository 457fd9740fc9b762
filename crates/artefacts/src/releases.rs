//! `spec/releases/`: what was released, and is never changed again: the document of each version, and
//! the digests of all files at that version.

mod changelog;
mod frozen;
mod version;

use std::collections::BTreeMap;

use changes::diff::{Diff, diff};
use changes::drift::Class;
use claims::text;
use review::{Finding, Kind};
use semver::Version;
use serde_json::Value;

pub use changelog::{Log, released};
pub use frozen::{frozen, is_frozen};
use version::next;
pub use version::of_document;

use crate::sums::{self, SUMS, Sums};

/// The folder of the releases below `spec/`.
pub const FOLDER: &str = "releases";

/// The path of the digests below `spec/`.
#[must_use]
pub fn sums_path() -> String {
    format!("{FOLDER}/{SUMS}")
}

/// The path of a released document below `spec/`.
#[must_use]
pub fn path(version: &Version) -> String {
    format!("{FOLDER}/{version}.json")
}

/// The path below `spec/` of the digests of every file as it was at a version.
#[must_use]
pub fn files_path(version: &Version) -> String {
    format!("{FOLDER}/{version}.{SUMS}")
}

/// The releases as they are on file.
#[derive(Clone, Debug, Default)]
pub struct Releases {
    documents: BTreeMap<Version, Value>,
    /// The digests of the files of all releases.
    sums: Sums,
    damaged: Vec<Finding>,
}

impl Releases {
    /// The releases among the files below `spec/`, with all that is wrong with them.
    #[must_use]
    pub fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut releases = Self::default();
        let sums = files.get(&sums_path()).map(Vec::as_slice);
        releases.sums = Sums::of_file(sums);
        let sums = text::of(sums.unwrap_or_default()).unwrap_or_else(|error| {
            releases.damage(SUMS, &error.to_string());
            ""
        });
        for _ in sums.lines().filter(|line| sums::row(line).is_none()) {
            releases.damage(SUMS, "a line is not a digest, two spaces and a file name");
        }
        let prefix = format!("{FOLDER}/");
        for (path, bytes) in files {
            let name = path.strip_prefix(&prefix);
            let Some(name) = name.filter(|name| *name != SUMS) else {
                continue;
            };
            // Another name is no release: it is reported as a file that nobody here wrote.
            let Some((version, is_document)) = released_as(name) else {
                continue;
            };
            if !releases.sums.names(name) {
                releases.damage(name, &format!("it has no digest in {SUMS}"));
            } else if !releases.sums.has(name, bytes) {
                releases.damage(name, &format!("its digest is not that in {SUMS}"));
            }
            if !is_document {
                continue;
            }
            let read = text::of(bytes).map_err(|error| error.to_string());
            match read.and_then(|text| serde_json::from_str(text).map_err(|it| it.to_string())) {
                Ok(document) => drop(releases.documents.insert(version, document)),
                Err(error) => releases.damage(name, &error),
            }
        }
        let gone = releases.sums.paths();
        let gone = gone.filter(|name| !files.contains_key(&format!("{prefix}{name}")));
        for name in gone.map(str::to_owned).collect::<Vec<_>>() {
            releases.damage(
                &name,
                &format!("{SUMS} has its digest, and it is not there"),
            );
        }
        releases
    }

    /// The releases, if each of them is as it was released.
    ///
    /// # Errors
    ///
    /// Returns an error for every release that was edited, is missing or cannot be read.
    pub fn unedited(&self) -> Result<&Self, Vec<String>> {
        if self.damaged.is_empty() {
            return Ok(self);
        }
        let damaged = self.damaged.iter().map(|finding| {
            let file = finding.file.as_deref().unwrap_or_default();
            let fix = finding.fix.as_deref().unwrap_or_default();
            format!("spec/{file}: {}; {fix}", finding.problem)
        });
        Err(damaged.collect())
    }

    fn damage(&mut self, name: &str, problem: &str) {
        let finding = Finding::new(Kind::EditedRelease, problem)
            .in_file(&format!("{FOLDER}/{name}"))
            .fixed_by("restore spec/releases from the commit of the release");
        self.damaged.push(finding);
    }

    /// A released document.
    #[must_use]
    pub fn get(&self, version: &Version) -> Option<&Value> {
        self.documents.get(version)
    }

    /// The versions that were released, the newest last.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        self.documents.keys()
    }

    /// The newest release.
    #[must_use]
    pub fn newest(&self) -> Option<(&Version, &Value)> {
        self.documents.last_key_value()
    }

    /// What is wrong with the files themselves.
    #[must_use]
    pub fn damaged(&self) -> &[Finding] {
        &self.damaged
    }

    /// What changed between the newest release and a document; nothing if nothing was released.
    #[must_use]
    pub fn since(&self, document: &Value) -> Option<Diff> {
        Some(diff(self.newest()?.1, document))
    }

    /// The lowest version that a document may have after these changes since the newest release,
    /// and the class of the worst of them; nothing if nothing changed.
    #[must_use]
    pub fn due(&self, changes: &Diff) -> Option<(Version, Class)> {
        let (newest, _) = self.newest()?;
        let worst = changes.worst()?;
        Some((next(newest, worst), worst))
    }

    /// The version of a document: that of the newest release if nothing changed since, and
    /// otherwise the lowest one that the changes allow.
    #[must_use]
    pub fn version(&self, document: &Value) -> Version {
        let Some((newest, released)) = self.newest() else {
            return FIRST;
        };
        let due = (!same(released, document)).then(|| self.due(&diff(released, document)));
        due.flatten().map_or_else(|| newest.clone(), |(due, _)| due)
    }
}

/// The version that a file below `spec/releases/` is of, by its name, and whether it is the document.
fn released_as(name: &str) -> Option<(Version, bool)> {
    let version = |suffix: &str| name.strip_suffix(suffix)?.strip_suffix('.')?.parse().ok();
    let document = version("json").map(|version| (version, true));
    document.or_else(|| version(SUMS).map(|version| (version, false)))
}

/// The version of a document that is not released yet.
const FIRST: Version = Version::new(0, 1, 0);

/// Whether two documents are equal apart from their versions.
fn same(one: &Value, other: &Value) -> bool {
    let (Some(one), Some(other)) = (one.as_object(), other.as_object()) else {
        return one == other;
    };
    let info = |document: &serde_json::Map<String, Value>| {
        let mut info = document.get("info").cloned().unwrap_or_default();
        if let Some(info) = info.as_object_mut() {
            info.remove("version");
        }
        info
    };
    one.len() == other.len()
        && info(one) == info(other)
        && one
            .iter()
            .all(|(name, it)| name == "info" || other.get(name) == Some(it))
}
