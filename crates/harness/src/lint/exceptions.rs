//! The exceptions in the rulesets, and whether they still fire.

use std::collections::BTreeMap;
use std::fmt;

use glob::{MatchOptions, Pattern};
use serde::Deserialize;
use serde_json::Value;

use super::linter::Problem;
use super::report::pointer;
use crate::documents::Document;

/// A rule that is excepted, everywhere or at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exception {
    /// The rule.
    pub rule: String,
    /// The place, a JSON pointer (RFC 6901); empty for the whole document.
    pub at: String,
    /// The documents, as a path or a pattern for paths below the root of the repository.
    pub files: String,
}

/// Reads the exceptions of a `.redocly.lint-ignore.yaml`: file, rule, places.
///
/// # Errors
///
/// Returns an error if the text has another form, with line and column.
pub fn ignored(text: &str) -> Result<Vec<Exception>, String> {
    type Places = BTreeMap<String, BTreeMap<String, Vec<String>>>;
    let files: Places = read(text)?;
    let mut exceptions = Vec::new();
    for (files, rules) in files {
        for (rule, places) in rules {
            exceptions.extend(places.iter().map(|place| Exception {
                rule: rule.clone(),
                at: pointer(place),
                files: files.clone(),
            }));
        }
    }
    exceptions.sort();
    Ok(exceptions)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Ruleset {
    rules: BTreeMap<String, Value>,
    overrides: Vec<Override>,
}

#[derive(Deserialize)]
struct Override {
    files: Vec<String>,
    rules: BTreeMap<String, Value>,
}

/// Reads the exceptions of a ruleset of Spectral or Redocly: rules that it switches off for all
/// documents, for some of them, or at some of their places.
///
/// # Errors
///
/// Returns an error with line and column if the file has another form.
pub fn switched_off(text: &str) -> Result<Vec<Exception>, String> {
    let ruleset: Ruleset = read(text)?;
    let mut exceptions: Vec<Exception> = Vec::new();
    let mut add = |rules: &BTreeMap<String, Value>, files: &str| {
        let (files, fragment) = files.split_once('#').unwrap_or((files, ""));
        let off = rules.iter().filter(|(_, severity)| is_off(severity));
        exceptions.extend(off.map(|(rule, _)| Exception {
            rule: rule.clone(),
            at: pointer(fragment),
            files: files.to_owned(),
        }));
    };
    add(&ruleset.rules, "**/*");
    for part in &ruleset.overrides {
        for files in &part.files {
            add(&part.rules, files);
        }
    }
    exceptions.sort();
    Ok(exceptions)
}

/// Reads YAML; an error is one line, with line and column.
fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    let options = serde_saphyr::options! { with_snippet: false };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| error.to_string())
}

fn is_off(severity: &Value) -> bool {
    *severity == Value::Bool(false) || severity.as_str() == Some("off")
}

/// Returns the same ruleset without its exceptions.
///
/// # Errors
///
/// Returns an error if the text is not YAML, with line and column.
pub fn bare(text: &str) -> Result<String, String> {
    let mut ruleset: Value = read(text)?;
    if let Value::Object(members) = &mut ruleset {
        members.shift_remove("overrides");
        if let Some(Value::Object(rules)) = members.get_mut("rules") {
            rules.retain(|_, severity| !is_off(severity));
            if rules.is_empty() {
                members.shift_remove("rules");
            }
        }
    }
    serde_saphyr::to_string(&ruleset).map_err(|error| error.to_string())
}

/// Returns the exceptions that do not fire, each with what is wrong. `raw` is what the tool finds in
/// the documents if nothing is excepted.
///
/// An exception must fire in a document that it is for, whatever the other exceptions do. An exception
/// for a place must fire in every such document that has the place.
#[must_use]
pub fn stale(
    exceptions: &[Exception],
    raw: &[Problem],
    documents: &[Document],
) -> Vec<(Exception, String)> {
    let mut stale = Vec::new();
    for exception in exceptions {
        let of_it = documents.iter().filter(|it| exception.is_for(&it.path));
        let (fires, quiet): (Vec<&Document>, Vec<_>) = of_it.partition(|document| {
            raw.iter().any(|problem| {
                problem.file == document.path && exception.covers(&problem.rule, &problem.at)
            })
        });
        let has_place = |document: &&Document| {
            !exception.at.is_empty() && document.value.pointer(&exception.at).is_some()
        };
        let nothing = fires.is_empty() && quiet.is_empty();
        let before = stale.len();
        for document in quiet.into_iter().filter(has_place) {
            let what = format!("{} breaks no such rule there", document.path);
            stale.push((exception.clone(), what));
        }
        // For a document that has the place, the loop above has said so.
        if fires.is_empty() && stale.len() == before {
            let what = if nothing {
                "no document is there of that name"
            } else {
                "no document breaks the rule there"
            };
            stale.push((exception.clone(), what.to_owned()));
        }
    }
    stale
}

impl Exception {
    fn is_for(&self, path: &str) -> bool {
        // As in the tools, one star stays within a folder.
        let options = MatchOptions {
            require_literal_separator: true,
            ..MatchOptions::new()
        };
        let pattern = Pattern::new(&self.files);
        self.files == path || pattern.is_ok_and(|it| it.matches_with(path, options))
    }

    /// Whether it covers a problem: the same rule, at its place or within.
    fn covers(&self, rule: &str, at: &str) -> bool {
        let within = at.strip_prefix(&self.at);
        self.rule == rule && within.is_some_and(|it| it.is_empty() || it.starts_with('/'))
    }
}

impl fmt::Display for Exception {
    /// Its files and its place: `spec/*.json#/info`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.at.is_empty() {
            write!(f, "`{}`", self.files)
        } else {
            write!(f, "`{}#{}`", self.files, self.at)
        }
    }
}

/// Returns the lines, from 1, of exceptions without a comment above them in their paragraph.
#[must_use]
pub fn without_reason(text: &str) -> Vec<usize> {
    let mut reason = false;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        let excepts = line.ends_with(": off")
            || line.ends_with(": false")
            || line.contains(": *")
            || (line.starts_with("- ") && line.contains('#'));
        if line.is_empty() {
            reason = false;
        } else if line.starts_with('#') {
            reason = true;
        } else if excepts && !reason {
            lines.push(index + 1);
        }
    }
    lines
}
