//! The code and the file: what `spec/` holds beside what an export writes.

use std::collections::BTreeMap;

use claims::{Pointer, text};
use contract::catalogue::Catalogue;
use review::{Finding, Kind};
use serde_json::Value;

use crate::state::{self, State};

/// Files that are not what they should be: the contract and the file disagree.
#[must_use]
pub fn files(
    due: &BTreeMap<String, String>,
    there: &BTreeMap<String, Vec<u8>>,
    catalogue: &Catalogue,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, state) in state::compare(due, there, catalogue) {
        let finding = match state {
            State::Fresh => continue,
            State::Stale => stale(&due[&path], &there[&path]),
            State::Missing => Finding::new(
                Kind::MissingFile,
                "export writes this file, and it is not there",
            ),
            State::Orphaned => Finding::new(
                Kind::OrphanedFile,
                "an earlier export wrote this file, and export does not write it any more",
            ),
            State::Foreign => Finding::new(
                Kind::OrphanedFile,
                "export did not write this file, or it was changed since",
            ),
        };
        let fix = match state {
            State::Foreign => "move it out of spec/",
            _ => "cargo xtask export",
        };
        findings.push(finding.in_file(&path).fixed_by(fix));
    }
    findings
}

/// Where a file first is not what the contract gives; in a JSON document, with the pointer.
fn stale(due: &str, there: &[u8]) -> Finding {
    let finding = |problem| Finding::new(Kind::StaleFile, problem);
    let there = match text::unmarked(there) {
        Err(other) => return finding(other.to_string()),
        // Nobody sees a mark in what a difference shows.
        Ok(unmarked) if unmarked == due.as_bytes() => {
            let problem = "the file begins with a byte order mark, and export writes none";
            return finding(problem.to_owned());
        }
        Ok(_) if due.strip_prefix('\u{feff}').map(str::as_bytes) == Some(there) => {
            let problem = "export begins the file with a byte order mark, and the file has none";
            return finding(problem.to_owned());
        }
        Ok(_) => there,
    };
    let text = String::from_utf8_lossy(there);
    let mut lines = due.lines().zip(text.lines()).enumerate();
    let Some((index, (line, found))) = lines.find(|(_, (due, found))| due != found) else {
        let (due, found) = (due.lines().count(), text.lines().count());
        let problem = if due == found {
            "the line ends are not LF, or the last one is missing".to_owned()
        } else {
            format!("export writes {due} lines, the file has {found}")
        };
        return finding(problem);
    };
    let (line, found) = (line.trim(), found.trim());
    let (number, from) = (index + 1, first_difference(line, found));
    let (line, found) = (excerpt(line, from), excerpt(found, from));
    let finding = finding(format!(
        "line {number}: export writes `{line}`, the file has `{found}`"
    ));
    let documents = (serde_json::from_str(due), serde_json::from_slice(there));
    match documents {
        (Ok(due), Ok(found)) => match difference(&due, &found) {
            Some(pointer) => finding.at(&pointer),
            None => finding,
        },
        _ => finding,
    }
}

/// How many characters two lines share at their start.
fn first_difference(one: &str, other: &str) -> usize {
    let same = one.chars().zip(other.chars());
    same.take_while(|(one, other)| one == other).count()
}

/// A line, or of a long one the part around a character.
fn excerpt(line: &str, around: usize) -> String {
    const BEFORE: usize = 60;
    const MOST: usize = 160;
    let length = line.chars().count();
    if length <= MOST {
        return line.to_owned();
    }
    let from = around.saturating_sub(BEFORE);
    let part: String = line.chars().skip(from).take(MOST).collect();
    let mark = |cut| if cut { "…" } else { "" };
    format!("{}{part}{}", mark(from > 0), mark(from + MOST < length))
}

/// The JSON pointer (RFC 6901) to the first member in which two documents differ.
fn difference(one: &Value, other: &Value) -> Option<String> {
    let step = |token: &str, below: String| format!("{}{below}", Pointer::step("", token));
    match (one, other) {
        (Value::Object(members), Value::Object(others)) => {
            let within = members
                .iter()
                .find_map(|(name, member)| match others.get(name) {
                    Some(other) => difference(member, other).map(|below| step(name, below)),
                    None => Some(step(name, String::new())),
                });
            let extra = || others.keys().find(|name| !members.contains_key(*name));
            within.or_else(|| extra().map(|name| step(name, String::new())))
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            let mut items = items.iter().zip(others).enumerate();
            items.find_map(|(index, (item, other))| {
                difference(item, other).map(|below| step(&index.to_string(), below))
            })
        }
        _ => (one != other).then(String::new),
    }
}
