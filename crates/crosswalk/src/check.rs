//! What does not fit: rows, facts, concepts and the document.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::concepts::leaves;
use crate::sheet::{kind, schema};
use crate::target::whole;
use crate::{Crosswalk, Problem, Row, Target, transform, wrong};

/// Checks the crosswalks against our document (`openapi.json`). Each problem names its row.
#[must_use]
pub fn check(crosswalk: &Crosswalk, document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    if crosswalk.targets.is_empty() {
        return problems;
    }
    let leaves = leaves(document);
    let mut concepts = crosswalk.concepts.of(leaves.keys());
    let mut say = |problem: String| wrong(&mut problems, "concepts.toml", problem);
    for (_, pattern) in crosswalk.concepts.patterns() {
        if !leaves.keys().any(|leaf| pattern.names(leaf)) {
            say(format!("`{}` is no property of the document", pattern.0));
        }
    }
    for (leaf, of) in concepts.iter().filter(|(_, of)| of.len() != 1) {
        let of = of.iter().copied().collect::<Vec<_>>().join(" and ");
        say(format!(
            "`{leaf}` is not in one concept or outside, but in `{of}`"
        ));
    }
    concepts.retain(|_, of| !of.is_empty());
    for target in &crosswalk.targets {
        let table = &target.table;
        let mut say = |problem: String| wrong(&mut problems, &table.file, problem);
        let of = table.said("object_source_version");
        if of != target.facts.said("version") || of.is_empty() {
            say(format!(
                "object_source_version is `{of}`, and that of the facts is another"
            ));
        }
        for leaf in concepts.keys() {
            if table.of(leaf).next().is_none() {
                say(format!("`{leaf}` has no row"));
            }
        }
        for row in &table.rows {
            let leaf = leaves.get(row.subject());
            match leaf.filter(|_| concepts.contains_key(row.subject())) {
                Some(leaf) => of_row(row, leaf, target)
                    .for_each(|why| say(format!("line {}, {why}", row.line))),
                None => say(format!("line {}, subject_id: in no concept", row.line)),
            }
        }
        let facts: BTreeSet<&str> = target.facts.rows.iter().map(Row::subject).collect();
        let wholes: BTreeSet<&str> = facts.iter().map(|it| whole(it)).collect();
        if let Some(printed) = &target.printed {
            let needs = printed.root.iter().flat_map(|root| &root.needs);
            let asked = printed.question.iter().flat_map(|it| &it.needs);
            for path in needs.chain(asked).chain(printed.defaults.keys()) {
                if !facts.contains(&**path) && !wholes.contains(&**path) {
                    say(format!("`{path}` of its .toml is not in the facts"));
                }
            }
        }
        // Nothing else of a fact can be a broken schema.
        let patterned = target.facts.rows.iter();
        let patterned = patterned.filter(|it| !it.get("pattern").is_empty());
        for fact in patterned.filter(|it| jsonschema::draft202012::new(&schema(it)).is_err()) {
            let problem = format!("line {}, pattern: it is no regular expression", fact.line);
            wrong(&mut problems, &target.facts.file, problem);
        }
    }
    problems
}

/// What does not fit in one row: the columns, and why.
fn of_row(row: &Row, leaf: &Value, target: &Target) -> impl Iterator<Item = &'static str> {
    let (path, cell) = (row.object(), row.get("transform"));
    let fact = target.fact(path);
    let lost = !path.is_empty() && fact.is_none();
    let ours = leaf.get("maxLength").map(Value::to_string);
    let subject = row.get("subject_length") != ours.unwrap_or_default();
    let object = row.get("object_length") != fact.map_or("", |it| it.get("max-length"));
    let cardinality = path.is_empty() != (row.get("mapping_cardinality") == "1:0");
    let lossless = row.get("loss").is_empty();
    let unsaid = row.get("comment").is_empty() && (path.is_empty() || !lossless);
    let (from, to) = (leaf["type"].as_str(), fact.map_or("object", kind));
    let known = matches!(cell, "" | "beside")
        || to != "object" && transform::apply(row, &"".into(), &Map::new()).is_some();
    let narrows = to != "string" && from != Some(to) && (from, to) != (Some("integer"), "number");
    let silent = fact.is_some() && lossless && (narrows || row.truncates());
    let exact = row.get("predicate_id") == "skos:exactMatch";
    let found = [
        ("subject_length: the document has another", subject),
        ("object_length: the facts have another", object),
        ("mapping_cardinality: 1:0 is of NoTermFound", cardinality),
        ("comment: it lacks the loss or the reason", unsaid),
        ("object_id: no fact is of it", lost),
        ("transform: it is unknown, or has no place", !known),
        ("loss: an exactMatch says what it loses", exact && silent),
    ];
    found.into_iter().filter_map(|it| it.1.then_some(it.0))
}
