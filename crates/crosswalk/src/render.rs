//! Matrices for people: one page for each concept, and one of what follows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use crate::concepts::{component, leaves};
use crate::target::whole;
use crate::{Crosswalk, FOLDER, Row, Target};

const LEGEND: &str = include_str!("legend.md");
const WRITTEN: &str = "<!-- Written by `cargo xtask export` from the tables in this folder. -->";

/// The pages in Markdown, by path below `spec/`; none without concepts.
#[must_use]
pub fn render(crosswalk: &Crosswalk, document: &Value) -> BTreeMap<String, String> {
    let leaves = leaves(document);
    let mut concepts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (leaf, of) in crosswalk.concepts.of(leaves.keys()) {
        for concept in of {
            concepts.entry(concept).or_default().push(leaf);
        }
    }
    let mut pages = BTreeMap::new();
    for (concept, leaves) in &concepts {
        let page = matrix(crosswalk, concept, leaves);
        pages.insert(format!("{FOLDER}{concept}.md"), page);
    }
    if !pages.is_empty() {
        pages.insert(format!("{FOLDER}README.md"), index(crosswalk, &concepts));
    }
    pages
}

/// The page of a concept.
fn matrix(crosswalk: &Crosswalk, concept: &str, leaves: &[&str]) -> String {
    let names: Vec<String> = crosswalk.targets.iter().map(Target::name).collect();
    let (names, rule) = (names.join(" | "), " --- |".repeat(names.len() + 1));
    let mut text = format!(
        "{WRITTEN}\n\n# The {concept} in public standards\n\nLengths are ours → theirs, in \
         characters; `?` is none that is documented.\n\n| property | {names} |\n|{rule}\n"
    );
    for leaf in leaves {
        let _ = write!(text, "| `{leaf}` |");
        for target in &crosswalk.targets {
            let rows: Vec<String> = target.table.of(leaf).map(mapped).collect();
            let _ = write!(text, " {} |", rows.join("; "));
        }
        text += "\n";
    }
    for target in &crosswalk.targets {
        let _ = write!(text, "\n## Remarks on {}\n\n", target.name());
        for row in leaves.iter().flat_map(|leaf| target.table.of(leaf)) {
            let _ = writeln!(text, "- `{}`: {}", row.subject(), row.get("comment"));
        }
    }
    text
}

/// A mapping: the path, how near it is, and the lengths.
fn mapped(row: &Row) -> String {
    match row.object() {
        "" => "no equivalent".to_owned(),
        path => {
            let predicate = row.get("predicate_id").trim_start_matches("skos:");
            let word = predicate.trim_end_matches("Match");
            format!("`{path}` {word}{}", lengths(row))
        }
    }
}

/// `, 70 → 35`, if a length is documented.
fn lengths(row: &Row) -> String {
    let lengths = ["subject_length", "object_length"].map(|column| row.get(column));
    let known = lengths.map(|length| if length.is_empty() { "?" } else { length });
    format!(", {}", known.join(" → ")).replace(", ? → ?", "")
}

/// The page of what follows.
fn index(crosswalk: &Crosswalk, concepts: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut text = format!("{WRITTEN}\n\n# The same customer in public standards\n\n{LEGEND}\n");
    for concept in concepts.keys() {
        let _ = writeln!(text, "- [The {concept}]({concept}.md)");
    }
    text += "\n";
    for target in &crosswalk.targets {
        let (rows, origin) = (&target.table.rows, target.facts.said("origin"));
        let mut origin = origin.split([' ', ',']);
        let origin = origin.find(|word| word.starts_with("https://"));
        let none = rows.iter().filter(|row| row.object().is_empty()).count();
        let shorter = rows.iter().filter(|row| row.truncates()).count();
        let _ = writeln!(
            text,
            "- [{}]({}): {} mappings, {shorter} of them to a shorter field; {none} of ours without an \
             equivalent",
            target.name(),
            origin.unwrap_or_default(),
            rows.len() - none,
        );
    }
    let none = BTreeMap::new();
    let all: Vec<&str> = concepts.values().flatten().copied().collect();
    for target in &crosswalk.targets {
        let Some(printed) = &target.printed else {
            continue;
        };
        let places = |path: &&str| printed.root.iter().any(|root| root.place(path).is_some());
        let required: Vec<&str> = target.required().filter(places).collect();
        let _ = write!(text, "\n## What {} requires\n\n", target.name());
        text += &answers(target, &printed.defaults, &required, &all, vendor);
        for question in &printed.question {
            let leaves = concepts.get(&*question.concept);
            let paths: Vec<&str> = question.needs.iter().map(String::as_str).collect();
            let _ = write!(text, "\n## {}\n\n{}\n\n", question.title, question.why);
            text += &answers(target, &none, &paths, leaves.unwrap_or(&all), component);
        }
    }
    text
}

/// The vendor of a property, which is how its name begins.
fn vendor(leaf: &str) -> &str {
    let end = leaf.char_indices().skip(1).find(|it| !it.1.is_lowercase());
    &leaf[..end.map_or(leaf.len(), |it| it.0)]
}

/// Which properties fill paths of a target: a column for each part of the properties.
fn answers(
    target: &Target,
    defaults: &BTreeMap<String, Value>,
    paths: &[&str],
    leaves: &[&str],
    part: fn(&str) -> &str,
) -> String {
    let parts: BTreeSet<&str> = leaves.iter().map(|leaf| part(leaf)).collect();
    let mut full: Vec<&str> = parts.into_iter().collect();
    let (parts, rule) = (full.clone(), " --- |".repeat(full.len() + 1));
    let mut text = format!("| element | {} |\n|{rule}\n", parts.join(" | "));
    for path in paths {
        let _ = write!(text, "| `{path}` |");
        for name in &parts {
            let own = leaves.iter().filter(|leaf| part(leaf) == *name);
            let rows = own.flat_map(|leaf| target.table.of(leaf));
            let rows = rows.filter(|it| it.object() == *path && !it.get("transform").is_empty());
            let rows = rows.map(|row| format!("`{}`{}", row.subject(), lengths(row)));
            let rows = rows.collect::<Vec<_>>().join("; ");
            let cell = match defaults.get(whole(path)) {
                _ if !rows.is_empty() => format!(" {rows} |"),
                Some(value) => format!(" default `{value}` |"),
                None => {
                    full.retain(|it| it != name);
                    " no |".to_owned()
                }
            };
            text.push_str(&cell);
        }
        text += "\n";
    }
    let full = if full.is_empty() { vec!["none"] } else { full };
    text + &format!("\nAll of these: {}.\n", full.join(", "))
}
