//! What is printed of a target.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Problem;

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

/// What people ask of a concept: who has what is needed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question.
    pub title: String,
    /// Why it is asked.
    pub why: String,
    /// The concept.
    pub concept: String,
    /// The paths of the target that have to be filled.
    pub needs: Vec<String>,
}

/// Reads a file of TOML.
pub(crate) fn toml<T: DeserializeOwned>(
    file: &str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let wrong = |error: toml::de::Error| problems.push(Problem::new(file, error.to_string()));
    toml::from_str(text).map_err(wrong).ok()
}
