//! Matrices for people: one page for each concept, and one of what follows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::concepts::leaves;
use crate::{Crosswalk, FOLDER, Row, Target, translate::whole};

const WRITTEN: &str = "<!-- Written by `cargo xtask export` from the tables in this folder. -->";

/// The pages in Markdown, by path below `spec/`; none without targets.
#[must_use]
pub fn render(crosswalk: &Crosswalk, document: &Value) -> BTreeMap<String, String> {
    let leaves = leaves(document);
    let mut concepts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for leaf in leaves.keys() {
        crosswalk
            .concepts
            .of(leaf)
            .for_each(|it| concepts.entry(it).or_default().push(leaf));
    }
    let mut pages = BTreeMap::new();
    if crosswalk.targets.is_empty() {
        return pages;
    }
    for (concept, leaves) in &concepts {
        pages.insert(
            format!("{FOLDER}{concept}.md"),
            matrix(crosswalk, concept, leaves),
        );
    }
    pages.insert(format!("{FOLDER}README.md"), index(crosswalk, &concepts));
    pages
}

/// The vendor of a property or a component, which is how its name begins.
fn vendor(leaf: &str) -> &str {
    let end = leaf
        .char_indices()
        .skip(1)
        .find(|(_, it)| !it.is_lowercase());
    &leaf[..end.map_or(leaf.len(), |(at, _)| at)]
}

/// The component of a property.
fn component(leaf: &str) -> &str {
    leaf.split('.').next().unwrap_or(leaf)
}

/// A table: a row for each part of the properties, and cells that targets or paths give.
fn table<'l>(
    leaves: &[&'l str],
    key: impl Fn(&'l str) -> &'l str,
    columns: &[String],
    cell: impl Fn(&[&'l str], usize) -> String,
) -> String {
    let mut rows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    leaves
        .iter()
        .for_each(|leaf| rows.entry(key(leaf)).or_default().push(leaf));
    let mut text = format!(
        "| | {} |\n|{}\n",
        columns.join(" | "),
        " --- |".repeat(columns.len() + 1)
    );
    for (name, leaves) in rows {
        let cells: Vec<String> = (0..columns.len()).map(|it| cell(&leaves, it)).collect();
        text += &format!("| `{name}` | {} |\n", cells.join(" | "));
    }
    text
}

/// `, 70 → 35`, if a length is documented.
fn lengths(row: &Row) -> String {
    let known = |column| {
        Some(row.get(column))
            .filter(|it| !it.is_empty())
            .unwrap_or("?")
    };
    match (known("subject_length"), known("object_length")) {
        ("?", "?") => String::new(),
        (ours, theirs) => format!(", {ours} → {theirs}"),
    }
}

/// The word of a predicate: `exact`.
fn word(row: &Row) -> &str {
    let predicate = row.get("predicate_id");
    predicate
        .trim_start_matches("skos:")
        .trim_end_matches("Match")
}

/// The page of a concept.
fn matrix(crosswalk: &Crosswalk, concept: &str, leaves: &[&str]) -> String {
    let columns: Vec<String> = crosswalk.targets.iter().map(Target::name).collect();
    let mut text = format!(
        "{WRITTEN}\n\n# The {concept} in public standards\n\nLengths are ours → theirs in \
         characters; `?` is none that is documented.\n"
    );
    let vendors: BTreeSet<&str> = leaves.iter().map(|leaf| vendor(leaf)).collect();
    for name in vendors {
        let own: Vec<&str> = leaves
            .iter()
            .filter(|leaf| vendor(leaf) == name)
            .copied()
            .collect();
        let cell = |leaves: &[&str], column: usize| {
            let rows = crosswalk.targets[column].table.of(leaves[0]);
            let rows = rows.map(|row| match row.object() {
                Some(path) => format!("`{path}` {}{}", word(row), lengths(row)),
                None => "no equivalent".to_owned(),
            });
            rows.collect::<Vec<_>>().join("; ")
        };
        text += &format!(
            "\n## {name}\n\n{}",
            table(&own, |leaf| leaf, &columns, cell)
        );
    }
    for target in &crosswalk.targets {
        text += &format!("\n## What is lost in {}\n\n", target.name());
        for row in leaves.iter().flat_map(|leaf| target.table.of(leaf)) {
            let said = [row.get("comment"), row.get("doubt")];
            if said.iter().any(|it| !it.is_empty()) {
                text += &format!("- `{}`: {}\n", row.subject(), said.join(" ").trim());
            }
        }
    }
    text
}

/// The properties that fill a path of a target, with their lengths.
fn filled(target: &Target, leaves: &[&str], path: &str) -> String {
    let rows = leaves.iter().flat_map(|leaf| target.table.of(leaf));
    let rows =
        rows.filter(|it| it.object().as_deref() == Some(path) && !it.get("transform").is_empty());
    let rows: Vec<String> = rows
        .map(|it| format!("`{}`{}", it.subject(), lengths(it)))
        .collect();
    rows.join("; ")
}

/// The page of what follows.
fn index(crosswalk: &Crosswalk, concepts: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut text = format!("{WRITTEN}\n\n# The same customer in public standards\n\n");
    for concept in concepts.keys() {
        text += &format!("- [The {concept}]({concept}.md)\n");
    }
    text += "\n| standard | exact | close | broad | narrow | related | no equivalent | shorter |\n";
    text += &format!("|{}\n", " --- |".repeat(8));
    for target in &crosswalk.targets {
        let rows = &target.table.rows;
        let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
        text += &format!("| [{}]({}) |", target.name(), target.facts.said("origin"));
        for predicate in ["exact", "close", "broad", "narrow", "related"] {
            let is = |row: &Row| row.object().is_some() && word(row) == predicate;
            text += &format!(" {} |", count(&is));
        }
        let (none, shorter) = (count(&|row| row.object().is_none()), count(&Row::truncates));
        text += &format!(" {none} | {shorter} |\n");
    }
    let all: Vec<&str> = concepts.values().flatten().copied().collect();
    for (target, printed) in crosswalk
        .targets
        .iter()
        .filter_map(|it| Some((it, it.printed.as_ref()?)))
    {
        let placed = |path: &&str| printed.root.iter().any(|root| root.place(path).is_some());
        let required = target
            .facts
            .rows
            .iter()
            .filter(|fact| fact.get("required") == "yes");
        let required: Vec<&str> = required
            .map(|fact| fact.get("path"))
            .filter(placed)
            .collect();
        let columns: Vec<String> = required.iter().map(|path| format!("`{path}`")).collect();
        let cell = |leaves: &[&str], column: usize| {
            let (path, found) = (required[column], filled(target, leaves, required[column]));
            match printed.defaults.get(whole(path)) {
                Some(value) if found.is_empty() => format!("default `{value}`"),
                None if found.is_empty() => "nothing".to_owned(),
                _ => found,
            }
        };
        let title = format!("\n## What {} requires\n\n", target.name());
        text += &(title + &table(&all, vendor, &columns, cell));
        for question in &printed.question {
            let leaves = concepts
                .get(&*question.concept)
                .map_or(&[][..], Vec::as_slice);
            let columns = question.needs.iter().map(|path| format!("`{path}`"));
            let columns: Vec<String> = columns.chain(["all of them".to_owned()]).collect();
            let cell = |leaves: &[&str], column: usize| {
                let fills = |path: &String| !filled(target, leaves, path).is_empty();
                match question.needs.get(column) {
                    Some(path) => filled(target, leaves, path),
                    None => (if question.needs.iter().all(fills) {
                        "yes"
                    } else {
                        "no"
                    })
                    .to_owned(),
                }
            };
            text += &format!("\n## {}\n\n{}\n\n", question.title, question.why);
            text += &table(leaves, component, &columns, cell);
        }
    }
    text
}
