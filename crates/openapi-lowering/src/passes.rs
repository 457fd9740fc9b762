//! The whole document, as often as it takes to know where all references lead.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::extent::{DEEPEST, Extent};
use crate::identities::Identities;
use crate::lowerer::{Lowerer, SCHEMAS};
use crate::lowering::{Lowered, Problem};
use crate::objects::Kind;
use crate::place::{Place, component_name};

/// Lowers an OpenAPI 3.1 document to OpenAPI 3.0.3.
///
/// Members that are not valid OpenAPI 3.1 are copied as they are, so validate the document first,
/// or the result afterwards.
///
/// # Errors
///
/// Returns every reason to refuse the document: it is not OpenAPI 3.1, or it is nested too deeply.
pub fn lower(document: &Value) -> Result<Lowered, Vec<Problem>> {
    let problems = refusals(document);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut lowerer = Lowerer::of(document);
    // Only a whole pass shows where references lead, and a schema that moves may hold references
    // of its own. Each pass only adds to what is known, so this ends.
    loop {
        let known = known(&lowerer);
        let lowered = lower_once(&mut lowerer);
        move_targets(&mut lowerer, &lowered);
        find_wider(&mut lowerer);
        if known == self::known(&lowerer) {
            let mut lowerings = lowerer.lowerings;
            lowerings.sort();
            lowerings.dedup();
            return Ok(Lowered {
                document: lowered,
                lowerings,
            });
        }
        lowerer.next_pass();
    }
}

fn refusals(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let version = document.get("openapi").and_then(Value::as_str);
    if !version.is_some_and(|version| version == "3.1" || version.starts_with("3.1.")) {
        let found = version.map_or("no version".to_owned(), |version| format!("`{version}`"));
        problems.push(Problem {
            pointer: "/openapi".to_owned(),
            problem: format!("expected OpenAPI 3.1, but found {found} instead"),
            fix: "give a document whose `openapi` is 3.1.0 or another version 3.1",
        });
    }
    let depth = Extent::of(document).depth;
    if depth > DEEPEST {
        problems.push(Problem {
            pointer: String::new(),
            problem: format!("expected at most {DEEPEST} levels, but found {depth} instead"),
            fix: "move inner schemas to `components/schemas`",
        });
    }
    problems
}

/// What one pass tells the next.
fn known(lowerer: &Lowerer) -> (Identities, BTreeMap<String, String>, usize) {
    let (identities, moved) = (lowerer.identities.clone(), lowerer.moved.clone());
    (identities, moved, lowerer.wider.len())
}

fn lower_once(lowerer: &mut Lowerer) -> Value {
    let source = lowerer.source;
    let mut lowered = lowerer.object(Kind::Document, source, &Place::default());
    for (pointer, name) in lowerer.moved.clone() {
        let Some(schema) = source.pointer(&pointer) else {
            continue;
        };
        let place = lowerer.identities.place(&pointer);
        let schema = lowerer.schema(schema, &place);
        let components = object_at(&mut lowered, "components");
        object_at(components, "schemas")[&name] = schema;
    }
    lowered
}

/// Makes a component of every schema that a reference leads to and that is gone from its place.
fn move_targets(lowerer: &mut Lowerer, lowered: &Value) {
    let targets: BTreeSet<&String> = lowerer.references.iter().map(|(_, to)| to).collect();
    for pointer in targets {
        if lowered.pointer(pointer).is_some() || lowerer.source.pointer(pointer).is_none() {
            continue;
        }
        let taken = |name: &String| {
            let component = lowerer.source.pointer(&format!("{SCHEMAS}/{name}"));
            component.is_some() || lowerer.moved.values().any(|moved| moved == name)
        };
        if !lowerer.moved.contains_key(pointer) {
            let base = component_name(pointer);
            let numbered = (2..).map(|number| format!("{base}{number}"));
            let mut names = std::iter::once(base.clone()).chain(numbered);
            let free = names.find(|name| !taken(name)).unwrap_or(base);
            lowerer.moved.insert(pointer.clone(), free);
        }
    }
}

/// Finds the schemas that accept more than before: something was lost within them, or in a schema
/// that they refer to.
fn find_wider(lowerer: &mut Lowerer) {
    let lost = lowerer.lowerings.iter().filter(|lowering| !lowering.exact);
    let mut wider: BTreeSet<String> = lost.map(|lowering| lowering.pointer.clone()).collect();
    loop {
        let found: Vec<&(String, String)> = lowerer
            .references
            .iter()
            .filter(|(_, target)| !lowerer.wider.contains(target) && holds_one(target, &wider))
            .collect();
        if found.is_empty() {
            return;
        }
        let targets: Vec<String> = found
            .into_iter()
            .map(|(_, target)| target.clone())
            .collect();
        lowerer.wider.extend(targets);
        let references = lowerer.references.iter();
        let sources = references.filter(|(_, target)| lowerer.wider.contains(target));
        wider.extend(sources.map(|(from, _)| from.clone()));
    }
}

/// Whether one of the pointers is the outer one, or leads into it.
fn holds_one(outer: &str, pointers: &BTreeSet<String>) -> bool {
    let inner = format!("{outer}/");
    let first = pointers.range(inner.clone()..).next();
    pointers.contains(outer) || first.is_some_and(|pointer| pointer.starts_with(&inner))
}

/// Returns the object at a member, and makes one if there is something else.
fn object_at<'v>(holder: &'v mut Value, member: &str) -> &'v mut Value {
    let value = &mut holder[member];
    if !value.is_object() {
        *value = json!({});
    }
    value
}
