//! What does not fit: rows, facts, concepts and the document.

use serde_json::{Map, Value};

use crate::concepts::{is, leaves};
use crate::fit::{kind, schema};
use crate::target::whole;
use crate::{Crosswalk, Problem, Row, Target, transform, wrong};

/// Checks the crosswalks against our document (`openapi.json`). Each problem names its row.
#[must_use]
pub fn check(crosswalk: &Crosswalk, document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    if crosswalk.targets.is_empty() {
        return problems;
    }
    let (leaves, concepts) = (leaves(document), &crosswalk.concepts);
    let mut say = |problem: String| wrong(&mut problems, "concepts.toml", problem);
    for pattern in concepts
        .concepts
        .values()
        .flatten()
        .chain(concepts.outside.keys())
    {
        if !leaves.keys().any(|leaf| is(leaf, pattern)) {
            say(format!("`{pattern}` is no property of the document"));
        }
    }
    for leaf in leaves.keys() {
        let of = concepts.of(leaf).join(" and ");
        if of.is_empty() != concepts.outside.keys().any(|it| is(leaf, it)) || of.contains(' ') {
            say(format!(
                "expected `{leaf}` in one concept or outside, but found `{of}` instead"
            ));
        }
    }
    for target in &crosswalk.targets {
        let table = &target.table;
        let mut say = |problem: String| wrong(&mut problems, &table.file, problem);
        let (of, version) = (
            table.said("object_source_version"),
            target.facts.said("version"),
        );
        if of != version || of.is_empty() {
            say(format!(
                "object_source_version is `{of}`, and the facts are of `{version}`"
            ));
        }
        for leaf in leaves.keys().filter(|leaf| !concepts.of(leaf).is_empty()) {
            if table.of(leaf).next().is_none() {
                say(format!("`{leaf}` has no row"));
            }
        }
        for row in &table.rows {
            let mut say = |column, why: &str| say(format!("line {}, {column}: {why}", row.line));
            match leaves.get(row.subject()) {
                Some(leaf) if !concepts.of(row.subject()).is_empty() => {
                    of_row(row, leaf, target, &mut say);
                }
                _ => say("subject_id", "it is no property of a concept"),
            }
        }
        printed(target, &mut problems);
    }
    problems
}

/// What does not fit in one row.
fn of_row(row: &Row, leaf: &Value, target: &Target, say: &mut impl FnMut(&'static str, &str)) {
    let path = row.object();
    let ours = leaf
        .get("maxLength")
        .map(Value::to_string)
        .unwrap_or_default();
    if row.get("subject_length") != ours {
        say("subject_length", &format!("the document has `{ours}`"));
    }
    if path.is_empty() != (row.get("mapping_cardinality") == "1:0") {
        say(
            "mapping_cardinality",
            "1:0 stands with sssom:NoTermFound, and only there",
        );
    }
    let lossless = row.get("loss").is_empty();
    if row.get("comment").is_empty() && (path.is_empty() || !lossless) {
        say(
            "comment",
            "it must say the loss, or why there is no equivalent",
        );
    }
    if path.is_empty() {
        return;
    }
    let Some(fact) = target.fact(&path) else {
        return say("object_id", "the facts of the target do not have it");
    };
    if row.get("object_length") != fact.get("max-length") {
        say(
            "object_length",
            &format!("the facts have `{}`", fact.get("max-length")),
        );
    }
    if jsonschema::draft202012::new(&schema(fact)).is_err() {
        say(
            "object_id",
            "the pattern of its fact is no regular expression",
        );
    }
    let (from, to) = (leaf["type"].as_str().unwrap_or_default(), kind(fact));
    let cell = row.get("transform");
    let known = matches!(cell, "" | "beside")
        || to != "object" && transform::apply(row, &"".into(), &Map::new()).is_some();
    if !known {
        say(
            "transform",
            "it is unknown, or its object holds objects and no value",
        );
    }
    let narrows = to != "string" && from != to && (from, to) != ("integer", "number");
    let exact = row.get("predicate_id") == "skos:exactMatch";
    if exact && lossless && (narrows || row.truncates()) {
        say(
            "loss",
            "an exactMatch with less room or another type must say what is lost",
        );
    }
}

/// What does not fit in the file of what is printed.
fn printed(target: &Target, problems: &mut Vec<Problem>) {
    if let Some(printed) = &target.printed {
        let needs = printed.root.iter().flat_map(|root| &root.needs);
        let asked = printed.question.iter().flat_map(|it| &it.needs);
        for path in needs.chain(asked).chain(printed.defaults.keys()) {
            let mut known = target.facts.rows.iter().map(|fact| fact.get("path"));
            if !known.any(|it| it == path || whole(it) == path) {
                let file = format!("targets/{}.toml", target.id);
                wrong(problems, &file, format!("`{path}` is not in the facts"));
            }
        }
    }
}
