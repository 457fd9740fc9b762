//! Matrices for people: one page for each concept, and one of what follows.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::concepts::{component, leaves};
use crate::target::whole;
use crate::{Crosswalk, FOLDER, Row, Target};

const WRITTEN: &str = "<!-- Written by `cargo xtask export` from the tables in this folder. -->";

/// The pages in Markdown, by path below `spec/`; none without targets.
#[must_use]
pub fn render(crosswalk: &Crosswalk, document: &Value) -> BTreeMap<String, String> {
    let leaves = leaves(document);
    let mut concepts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for leaf in leaves.keys() {
        for concept in crosswalk.concepts.of(leaf) {
            concepts.entry(concept).or_default().push(leaf);
        }
    }
    let mut pages = BTreeMap::new();
    if !crosswalk.targets.is_empty() {
        for (concept, leaves) in &concepts {
            let page = matrix(crosswalk, concept, leaves);
            pages.insert(format!("{FOLDER}{concept}.md"), page);
        }
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
        text += &format!("| `{leaf}` |");
        for target in &crosswalk.targets {
            let rows: Vec<String> = target.table.of(leaf).map(mapped).collect();
            text += &format!(" {} |", rows.join("; "));
        }
        text += "\n";
    }
    for target in &crosswalk.targets {
        text += &format!("\n## Remarks on {}\n\n", target.name());
        for row in leaves.iter().flat_map(|leaf| target.table.of(leaf)) {
            text += &format!("- `{}`: {}\n", row.subject(), row.get("comment"));
        }
    }
    text
}

/// A mapping: the path, how near it is, and the lengths.
fn mapped(row: &Row) -> String {
    match row.object() {
        path if path.is_empty() => "no equivalent".to_owned(),
        path => format!("`{path}` {}{}", word(row), lengths(row)),
    }
}

/// The word of a predicate: `exact`.
fn word(row: &Row) -> &str {
    let predicate = row.get("predicate_id").trim_start_matches("skos:");
    predicate.trim_end_matches("Match")
}

/// `, 70 → 35`, if a length is documented.
fn lengths(row: &Row) -> String {
    match (row.get("subject_length"), row.get("object_length")) {
        ("", "") => String::new(),
        (ours, "") => format!(", {ours} → ?"),
        ("", theirs) => format!(", ? → {theirs}"),
        (ours, theirs) => format!(", {ours} → {theirs}"),
    }
}

/// The page of what follows.
fn index(crosswalk: &Crosswalk, concepts: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut text = format!("{WRITTEN}\n\n# The same customer in public standards\n\n");
    for concept in concepts.keys() {
        text += &format!("- [The {concept}]({concept}.md)\n");
    }
    let words = [
        "exact",
        "close",
        "broad",
        "narrow",
        "related",
        "no equivalent",
        "shorter",
    ];
    text += &format!(
        "\n| standard | {} |\n|{}\n",
        words.join(" | "),
        " --- |".repeat(8)
    );
    for target in &crosswalk.targets {
        let mut counts = [0; 7];
        for row in &target.table.rows {
            let of = words.iter().position(|it| *it == word(row));
            counts[of.filter(|_| !row.object().is_empty()).unwrap_or(5)] += 1;
            counts[6] += usize::from(row.truncates());
        }
        let counts = counts.map(|it| it.to_string()).join(" | ");
        text += &format!(
            "| [{}]({}) | {counts} |\n",
            target.name(),
            target.facts.said("origin")
        );
    }
    let all: Vec<&str> = concepts.values().flatten().copied().collect();
    for (target, printed) in crosswalk
        .targets
        .iter()
        .filter_map(|it| it.printed.as_ref().map(|printed| (it, printed)))
    {
        text += &format!("\n## What {} requires\n\n", target.name());
        for path in target.required() {
            let default = printed.defaults.get(whole(path));
            let default = default.map_or("nothing".to_owned(), |it| format!("the default `{it}`"));
            if printed.root.iter().any(|root| root.place(path).is_some()) {
                text += &filled(target, path, &all, vendor, &default);
            }
        }
        for question in &printed.question {
            text += &format!("\n## {}\n\n{}\n\n", question.title, question.why);
            let leaves = concepts
                .get(&*question.concept)
                .map_or(&[][..], Vec::as_slice);
            for path in &question.needs {
                text += &filled(target, path, leaves, component, "nothing");
            }
        }
    }
    text
}

/// The vendor of a property, which is how its name begins.
fn vendor(leaf: &str) -> &str {
    let end = leaf.char_indices().skip(1).find(|it| !it.1.is_lowercase());
    &leaf[..end.map_or(leaf.len(), |it| it.0)]
}

/// Which properties fill a path of a target: a line for each part of them.
fn filled(
    target: &Target,
    path: &str,
    leaves: &[&str],
    part: fn(&str) -> &str,
    otherwise: &str,
) -> String {
    let mut parts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for leaf in leaves {
        let rows = target.table.of(leaf).filter(|row| row.object() == path);
        let rows = rows.filter(|row| !row.get("transform").is_empty());
        let rows = rows.map(|row| format!("`{leaf}`{}", lengths(row)));
        parts.entry(part(leaf)).or_default().extend(rows);
    }
    let mut text = format!("- `{path}`\n");
    for (part, rows) in parts {
        let rows = if rows.is_empty() {
            otherwise.to_owned()
        } else {
            rows.join("; ")
        };
        text += &format!("  - {part}: {rows}\n");
    }
    text
}
