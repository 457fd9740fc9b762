//! `spec/releases/`: documents that were released, and are never changed again.

mod changelog;
mod version;

use std::collections::BTreeMap;
use std::path::Path;

use review::diff::{Diff, diff};
use review::drift::Class;
use review::{Finding, Kind};
use semver::Version;
use serde_json::Value;

pub use changelog::{Log, released};
use version::next;
pub use version::of_document;

use crate::outcome::CONSOLIDATED;
use crate::sums;
use crate::sums::{SUMS, Sums};
use claims::text;
use cli::{Trouble, disk};

/// The folder below `spec/`.
pub(crate) const FOLDER: &str = "releases";

/// The path of the digests below `spec/`.
#[must_use]
pub fn sums_path() -> String {
    format!("{FOLDER}/{SUMS}")
}

/// The path of a release below `spec/`.
#[must_use]
pub fn path(version: &Version) -> String {
    format!("{FOLDER}/{version}.json")
}

/// The releases as they are on file.
#[derive(Clone, Debug, Default)]
pub struct Releases {
    documents: BTreeMap<Version, Value>,
    /// The digests of all releases.
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
            let version = name.strip_suffix(".json").map(str::parse::<Version>);
            let Some(Ok(version)) = version else {
                let finding = Finding::new(Kind::OrphanedFile, "nothing writes this file");
                let finding = finding.in_file(path).fixed_by("move it out of spec/");
                releases.damaged.push(finding);
                continue;
            };
            if !releases.sums.names(name) {
                releases.damage(name, &format!("it has no digest in {SUMS}"));
            } else if !releases.sums.has(name, bytes) {
                releases.damage(name, &format!("its digest is not that in {SUMS}"));
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

    /// The releases of a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read.
    pub fn read(spec: &Path) -> Result<Self, Trouble> {
        let files = disk::files(&spec.join(FOLDER))?.into_iter();
        let files = files.map(|(name, bytes)| (format!("{FOLDER}/{name}"), bytes));
        Ok(Self::of(&files.collect()))
    }

    /// The releases, if each of them is as it was released.
    ///
    /// # Errors
    ///
    /// Every release that was edited, is not there any more or cannot be read.
    pub fn unedited(&self) -> Result<&Self, Trouble> {
        let edited = self.damaged.iter();
        let edited = edited.filter(|finding| finding.kind == Kind::EditedRelease);
        let trouble = edited.map(|finding| {
            let file = finding.path().unwrap_or_default();
            let fix = finding.fix.as_deref().unwrap_or_default();
            format!("{file}: {}; {fix}", finding.problem)
        });
        Trouble(trouble.collect()).or(self)
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

    /// The lowest version that these changes since the newest release allow, and the class that
    /// asks for it; nothing if nothing changed.
    #[must_use]
    pub fn due(&self, changes: &Diff) -> Option<(Version, Class)> {
        let (newest, _) = self.newest()?;
        let worst = changes.worst()?;
        Some((next(newest, worst), worst))
    }

    /// The digests with that of one more file.
    #[must_use]
    pub fn sums_with(&self, version: &Version, text: &str) -> String {
        let name = format!("{version}.json");
        self.sums.clone().with(&name, text.as_bytes()).to_string()
    }

    /// What is wrong with the releases, and with the version of a document that is not released
    /// yet: one that differs from the newest release carries the next version.
    #[must_use]
    pub fn findings(&self, document: &Value) -> Vec<Finding> {
        let mut findings = self.damaged.clone();
        let (Some((newest, released)), Some(version)) = (self.newest(), of_document(document))
        else {
            return findings;
        };
        let same = released == document;
        let problem = if same {
            None
        } else if version < *newest {
            Some(format!(
                "{newest} is released already, and the document is {version}"
            ))
        } else {
            let due = self.due(&diff(released, document));
            due.filter(|(due, _)| version < *due).map(|(due, worst)| {
                format!(
                    "changed since release {newest} ({} at worst), so that it is {due} or later, \
                     but found {version} instead",
                    worst.as_str()
                )
            })
        };
        findings.extend(problem.map(|problem| {
            Finding::new(Kind::WrongVersion, problem)
                .in_file(CONSOLIDATED)
                .at(&"/info/version")
                .fixed_by(
                    "set `version` under `[workspace.package]` in Cargo.toml and run `cargo xtask \
                     export`; `cargo xtask diff` shows what changed",
                )
        }));
        findings
    }
}
