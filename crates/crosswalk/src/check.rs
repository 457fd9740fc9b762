//! What does not fit: rows, facts, concepts and the document.

use serde_json::Value;

use crate::concepts::{is, leaves, reached};
use crate::fit::{fit, kind, schema};
use crate::{Crosswalk, FOLDER, Problem, Row, Target, transform, translate::whole};

/// Checks the crosswalks against our document (`openapi.json`). Each problem names its row.
#[must_use]
pub fn check(crosswalk: &Crosswalk, document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    if crosswalk.targets.is_empty() {
        return problems;
    }
    let (leaves, reached) = (leaves(document), reached(document));
    let concepts = &crosswalk.concepts;
    let file = format!("{FOLDER}concepts.toml");
    for pattern in concepts
        .concepts
        .values()
        .flatten()
        .chain(concepts.outside.keys())
    {
        if !leaves.keys().any(|leaf| is(leaf, pattern)) {
            problems.push(Problem::new(
                &file,
                format!("`{pattern}` is no property of the document"),
            ));
        }
    }
    for leaf in leaves.keys() {
        let of: Vec<&str> = concepts.of(leaf).collect();
        let component = leaf.split('.').next().unwrap_or_default();
        let outside = concepts.outside.keys().any(|pattern| is(leaf, pattern));
        if of.len() > 1 {
            problems.push(Problem::new(
                &file,
                format!("`{leaf}` is in {}", of.join(" and ")),
            ));
        } else if of.is_empty() && reached.contains(component) && !outside {
            problems.push(Problem::new(
                &file,
                format!("`{leaf}` is in no concept, and not outside"),
            ));
        }
    }
    for target in &crosswalk.targets {
        let table = &target.table;
        let (made_for, version) = (
            table.said("object_source_version"),
            target.facts.said("version"),
        );
        if made_for != version {
            let problem =
                format!("object_source_version is {made_for}, and the facts are of {version}");
            problems.push(Problem::new(&table.file, problem));
        }
        for fact in &target.facts.rows {
            if jsonschema::draft202012::new(&schema(fact)).is_err() {
                problems.push(fact.wrong(&target.facts, "pattern", "it is no regular expression"));
            }
        }
        for leaf in leaves
            .keys()
            .filter(|leaf| concepts.of(leaf).next().is_some())
        {
            if table.of(leaf).next().is_none() {
                problems.push(Problem::new(&table.file, format!("`{leaf}` has no row")));
            }
        }
        for row in &table.rows {
            let leaf = leaves.get(row.subject());
            let leaf = leaf.filter(|_| concepts.of(row.subject()).next().is_some());
            let mut wrong =
                |column, problem: &str| problems.push(row.wrong(table, column, problem));
            match leaf {
                Some(leaf) => of_row(row, leaf, target, &mut wrong),
                None => wrong("subject_id", "it is no property of a concept"),
            }
        }
        problems.extend(printed(target, document));
    }
    problems
}

/// What does not fit in one row.
fn of_row(row: &Row, leaf: &Value, target: &Target, wrong: &mut impl FnMut(&'static str, &str)) {
    let length = |length: &str| {
        if length.is_empty() {
            "none".to_owned()
        } else {
            length.to_owned()
        }
    };
    let ours = leaf
        .get("maxLength")
        .map(Value::to_string)
        .unwrap_or_default();
    if row.get("subject_length") != ours {
        wrong(
            "subject_length",
            &format!("the document has {}", length(&ours)),
        );
    }
    let (object, transform) = (row.object(), row.get("transform"));
    if object.is_none() != (row.get("mapping_cardinality") == "1:0") {
        wrong(
            "mapping_cardinality",
            "1:0 stands with sssom:NoTermFound, and only there",
        );
    }
    let loss = !row.get("loss").is_empty();
    if row.get("comment").is_empty() && (object.is_none() || loss) {
        wrong(
            "comment",
            "it must say the loss, or why there is no equivalent",
        );
    }
    let Some(object) = object else {
        if !transform.is_empty() || !row.get("object_length").is_empty() {
            wrong(
                "object_id",
                "without an equivalent there is neither transform nor length",
            );
        }
        return;
    };
    let Some(fact) = target.fact(&object) else {
        return wrong("object_id", "the facts of the target do not have it");
    };
    let theirs = fact.get("max-length");
    if row.get("object_length") != theirs {
        wrong(
            "object_length",
            &format!("the facts have {}", length(theirs)),
        );
    }
    if !transform.is_empty() {
        let probe = transform::apply(transform, &Value::from(""), &serde_json::Map::new());
        if probe.is_none() {
            wrong("transform", "it is none that the engine knows");
        } else if kind(fact) == "object" {
            wrong(
                "transform",
                "the object of the row holds objects, and no value",
            );
        }
    }
    let (from, to) = (leaf["type"].as_str().unwrap_or("object"), kind(fact));
    let narrows = from != to && to != "string" && (from, to) != ("integer", "number");
    let exact = row.get("predicate_id") == "skos:exactMatch";
    if exact && !loss && (narrows || row.truncates()) {
        wrong(
            "loss",
            "an exactMatch with less room or another type must say what is lost",
        );
    }
}

/// What does not fit in the file of what is printed.
fn printed(target: &Target, document: &Value) -> Vec<Problem> {
    let Some(printed) = &target.printed else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    let facts = &target.facts.rows;
    let known = |path: &str| {
        facts
            .iter()
            .any(|it| path == it.get("path") || path == whole(it.get("path")))
    };
    let needs = printed.root.iter().flat_map(|root| &root.needs);
    let asked = printed.question.iter().flat_map(|question| &question.needs);
    for path in needs
        .chain(asked)
        .chain(printed.defaults.keys())
        .filter(|path| !known(path))
    {
        problems.push(format!("`{path}` is not in the facts"));
    }
    for (path, value) in &printed.defaults {
        let refused = target
            .fact(path)
            .and_then(|fact| fit(fact, value.clone(), false).err());
        problems.extend(refused.map(|why| format!("the default of `{path}`: {why}")));
    }
    for root in &printed.root {
        let unknown = root
            .from
            .iter()
            .filter(|it| document["components"]["schemas"].get(it).is_none());
        problems.extend(unknown.map(|it| format!("`{it}` is no component schema of the document")));
        let begins = |head: &str| {
            facts
                .iter()
                .any(|it| it.get("path").split('.').next() == Some(head))
        };
        let unknown = root.places.keys().filter(|head| !begins(head));
        problems.extend(unknown.map(|head| format!("`{head}` has no property in the facts")));
    }
    let file = format!("{FOLDER}targets/{}.toml", target.id);
    problems
        .into_iter()
        .map(|problem| Problem::new(&file, problem))
        .collect()
}
