//! Crosswalks: which property of ours is which property of a public standard, and what is lost.
//!
//! The files are facts of each target, a table of mappings to it, and the concepts that the tables
//! answer for. This crate reads and checks them, translates bodies by them, and renders matrices
//! for people. It does not touch the disk.

mod check;
mod concepts;
mod fit;
mod named;
mod printed;
mod render;
mod report;
mod sheet;
mod transform;
mod translate;

use std::collections::{BTreeMap, BTreeSet};

pub use check::check;
pub use concepts::Concepts;
pub use fit::schema;
pub use printed::{Printed, Question, Root};
pub use render::render;
pub use report::{Entry, Report};
pub use sheet::{Row, Sheet};
pub use translate::{Translation, translate};

/// The folder of the files, below `spec/`.
pub const FOLDER: &str = "crosswalk/";

/// What is wrong with a file of a crosswalk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, by its path below `spec/`.
    pub file: String,
    /// What is wrong, with line and column where they are known.
    pub problem: String,
}

impl Problem {
    fn new(file: &str, problem: String) -> Self {
        let file = file.to_owned();
        Self { file, problem }
    }
}

/// One public standard that properties of ours are mapped to.
#[derive(Debug)]
pub struct Target {
    /// The name of its files: `cds-au`.
    pub id: String,
    /// Its properties with types and lengths (`targets/<target>.csv`).
    pub facts: Sheet,
    /// The mappings to it (`<target>.sssom.tsv`).
    pub table: Sheet,
    /// How bodies are translated to it, if they are (`targets/<target>.toml`).
    pub printed: Option<Printed>,
}

/// All tables, facts and concepts.
#[derive(Debug, Default)]
pub struct Crosswalk {
    /// Which properties of ours the tables answer for (`concepts.toml`).
    pub concepts: Concepts,
    /// The targets, by name.
    pub targets: Vec<Target>,
}

impl Crosswalk {
    /// Reads the files of `spec/`, by path. Returns what could be read, and every problem.
    #[must_use]
    pub fn read(files: &BTreeMap<String, Vec<u8>>) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut read = Self::default();
        let text = |path: &str| files.get(path).map(|it| String::from_utf8_lossy(it));
        let path = format!("{FOLDER}concepts.toml");
        if let Some(text) = text(&path) {
            read.concepts = printed::toml(&path, &text, &mut problems).unwrap_or_default();
        }
        let ids: BTreeSet<&str> = files.keys().filter_map(|path| target(path)).collect();
        for id in ids {
            let mut sheet = |path: String, form| {
                let Some(text) = text(&path) else {
                    let problem = format!("`{id}` is a target, and this file of it is not there");
                    problems.push(Problem::new(&path, problem));
                    return Sheet::default();
                };
                Sheet::read(&path, &text, form, &mut problems)
            };
            let facts = sheet(format!("{FOLDER}targets/{id}.csv"), sheet::FACTS);
            let table = sheet(format!("{FOLDER}{id}.sssom.tsv"), sheet::TABLE);
            let path = format!("{FOLDER}targets/{id}.toml");
            let printed = text(&path).and_then(|it| printed::toml(&path, &it, &mut problems));
            read.targets.push(Target {
                id: id.to_owned(),
                facts,
                table,
                printed,
            });
        }
        (read, problems)
    }
}

impl Target {
    /// What it is called, with its version.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.facts.said("name"), self.facts.said("version"))
    }

    /// The facts of a property.
    pub(crate) fn fact(&self, path: &str) -> Option<&Row> {
        self.facts.rows.iter().find(|fact| fact.get("path") == path)
    }
}

/// The target that a file is about.
fn target(path: &str) -> Option<&str> {
    let path = path.strip_prefix(FOLDER)?;
    match path.strip_prefix("targets/") {
        Some(name) => name.rsplit_once('.').map(|(id, _)| id),
        None => path.strip_suffix(".sssom.tsv"),
    }
}
