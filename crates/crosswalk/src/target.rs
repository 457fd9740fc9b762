//! One public standard that properties of ours are mapped to.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{FOLDER, Files, Problem, Row, Sheet, wrong};

/// A target of a crosswalk.
#[derive(Debug)]
pub struct Target {
    /// The name of its files: `cds-au`.
    pub id: String,
    /// Its properties with types and lengths: `targets/<target>.csv`.
    pub facts: Sheet,
    /// The mappings to it: `<target>.sssom.tsv`.
    pub table: Sheet,
    /// How bodies are translated to it, if they are: `targets/<target>.toml`.
    pub printed: Option<Printed>,
}

/// The bodies that are printed of a target, and the questions that its table answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// The bodies.
    pub root: Vec<Root>,
    /// What stands where the target requires a property and the body has none, by path.
    #[serde(default)]
    pub defaults: BTreeMap<String, Value>,
    /// The questions.
    #[serde(default)]
    pub question: Vec<Question>,
}

/// One body of the target.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Root {
    /// The component schemas of ours that are translated to it.
    pub from: Vec<String>,
    /// Its schema, as the target names it.
    pub to: String,
    /// Where it holds the objects that paths begin with; `""` is the body itself.
    pub places: BTreeMap<String, String>,
    /// The paths that it must have beyond those that the target requires.
    #[serde(default)]
    pub needs: Vec<String>,
}

/// A question about a concept: the title, the reason, and the paths that have to be filled.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the sentence above says it")]
pub struct Question {
    pub title: String,
    pub why: String,
    pub concept: String,
    pub needs: Vec<String>,
}

impl Target {
    pub(crate) fn read(id: &str, files: &Files, problems: &mut Vec<Problem>) -> Self {
        let facts = Sheet::read(format!("targets/{id}.csv"), b',', files, problems);
        let table = Sheet::read(format!("{id}.sssom.tsv"), b'\t', files, problems);
        let printed = toml(&format!("targets/{id}.toml"), files, problems);
        let id = id.to_owned();
        Self {
            id,
            facts,
            table,
            printed,
        }
    }

    /// What it is called, with its version.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.facts.said("name"), self.facts.said("version"))
    }

    /// The fact of a path.
    pub(crate) fn fact(&self, path: &str) -> Option<&Row> {
        self.facts.of(path).next()
    }

    /// The paths that it requires.
    pub(crate) fn required(&self) -> impl Iterator<Item = &str> {
        let facts = self.facts.rows.iter();
        let required = facts.filter(|fact| fact.get("required") == "yes");
        required.map(Row::subject)
    }
}

impl Root {
    /// Where a path stands in the body.
    pub(crate) fn place(&self, path: &str) -> Option<String> {
        let (head, rest) = path.split_once('.')?;
        self.places.get(head).map(|place| below(place, rest))
    }
}

/// A name below a path.
pub(crate) fn below(path: &str, name: &str) -> String {
    format!("{path}.{name}").trim_start_matches('.').to_owned()
}

/// The path of an array, from that of its elements.
pub(crate) fn whole(path: &str) -> &str {
    path.trim_end_matches("[]")
}

/// Reads a file of TOML, if it is there.
pub(crate) fn toml<T: DeserializeOwned>(
    file: &str,
    files: &Files,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = String::from_utf8_lossy(files.get(&format!("{FOLDER}{file}"))?);
    let read = toml::from_str(&text);
    read.map_err(|error| wrong(problems, file, error.to_string()))
        .ok()
}
