//! Crosswalks: which property of ours is which property of a public standard, and what is lost.
//!
//! This crate reads and checks the files of `spec/crosswalk/`, translates bodies by them, and
//! renders matrices for people. It does not touch the disk.

mod check;
mod concepts;
mod render;
mod sheet;
mod target;
mod transform;
mod translate;

use std::collections::BTreeMap;

pub use check::check;
pub use concepts::Concepts;
pub use render::render;
pub use sheet::{Row, Sheet, schema};
pub use target::{Printed, Question, Root, Target};
pub use translate::{Entry, Translation, translate};

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

/// The files of a `spec/` folder, by path.
type Files = BTreeMap<String, Vec<u8>>;

/// All targets, and which properties of ours their tables answer for.
#[derive(Debug, Default)]
pub struct Crosswalk {
    /// The concepts.
    pub concepts: Concepts,
    /// The targets, by name.
    pub targets: Vec<Target>,
}

impl Crosswalk {
    /// Reads the files of `spec/`, by path. Returns what could be read, and every problem.
    #[must_use]
    pub fn read(files: &BTreeMap<String, Vec<u8>>) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut targets = Vec::new();
        for path in files.keys() {
            let name = path.strip_prefix("crosswalk/targets/");
            if let Some(id) = name.and_then(|name| name.strip_suffix(".csv")) {
                targets.push(Target::read(id, files, &mut problems));
            }
        }
        let concepts = target::toml("concepts.toml", files, &mut problems);
        let concepts = concepts.unwrap_or_default();
        (Self { concepts, targets }, problems)
    }
}

/// Adds a problem with a file below the folder.
fn wrong(problems: &mut Vec<Problem>, file: &str, problem: impl Into<String>) {
    let (file, problem) = (format!("{FOLDER}{file}"), problem.into());
    problems.push(Problem { file, problem });
}
