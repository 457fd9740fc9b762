//! Required properties that no schema has.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::broken::{Broken, Rule};
use super::pattern;
use crate::json::{elements, members};
use crate::walk;

/// A schema, and the schemas that say more about the same value.
struct Schema<'v> {
    pointer: String,
    value: &'v Value,
    /// Those that it is part of: around it, or referring to it.
    wholes: Vec<usize>,
    /// Its parts: within it, or referred to.
    parts: Vec<usize>,
    /// Whether it says what must not be.
    negated: bool,
    /// Whether it may have any property: it refers to a schema that is not found.
    open: bool,
}

/// The keywords whose schemas say more about the same value.
const IN_PLACE: [&str; 7] = [
    "allOf",
    "anyOf",
    "oneOf",
    "if",
    "then",
    "else",
    "dependentSchemas",
];

/// Every required property that its schema does not have, taken together with the schemas that it
/// is part of and their other parts.
///
/// What a `not` forbids need not be there. Where a part cannot be found, it may be there.
pub(super) fn unknown(document: &Value) -> Vec<Broken> {
    let schemas = collected(document);
    let mut broken = Vec::new();
    for (index, schema) in schemas.iter().enumerate() {
        let required = elements(&schema.value["required"]).enumerate();
        let required = required.filter_map(|(at, name)| Some((at, name.as_str()?)));
        let absent = |name: &str| !has(schema.value, name);
        let mut absent = required.filter(|(_, name)| absent(name)).peekable();
        if schema.negated || absent.peek().is_none() {
            continue;
        }
        let family = family(&schemas, index);
        let known = |name| {
            let mut family = family.iter().map(|of| &schemas[*of]);
            family.any(|of| of.open || has(of.value, name))
        };
        for (at, name) in absent.filter(|(_, name)| !known(name)) {
            let problem = format!(
                "expected a property of the schema, but found `{name}`, which is none of its \
                 properties, instead"
            );
            let pointer = format!("{}/required/{at}", schema.pointer);
            broken.push(Broken::new(Rule::Required, pointer, problem));
        }
    }
    broken
}

/// Whether a schema alone has a property, or may have it.
fn has(schema: &Value, name: &str) -> bool {
    let described = |keyword: &str| schema.get(keyword).is_some_and(Value::is_object);
    schema["properties"].get(name).is_some()
        || described("additionalProperties")
        || described("unevaluatedProperties")
        || members(&schema["patternProperties"]).any(|(names, _)| {
            pattern::compiled(names).map_or(true, |names| names.find(name).is_some())
        })
}

/// Every schema of a document, with its wholes and parts.
fn collected(document: &Value) -> Vec<Schema<'_>> {
    let mut schemas: Vec<Schema> = Vec::new();
    let mut indices = BTreeMap::new();
    walk::schemas(document, &mut |node| {
        let around = node.around();
        let around = around.and_then(|(outer, by)| Some((*indices.get(&outer.to_string())?, by)));
        let pointer = node.to_string();
        indices.insert(pointer.clone(), schemas.len());
        let mut schema = Schema {
            pointer,
            value: node.value,
            wholes: Vec::new(),
            parts: Vec::new(),
            negated: false,
            open: node.value.get("$dynamicRef").is_some(),
        };
        if let Some((outer, keyword)) = around {
            schema.negated = keyword == "not" || schemas[outer].negated;
            if IN_PLACE.contains(&keyword) {
                schema.wholes.push(outer);
                let own = schemas.len();
                schemas[outer].parts.push(own);
            }
        }
        schemas.push(schema);
    });
    for index in 0..schemas.len() {
        let Some(target) = schemas[index].value.get("$ref").and_then(Value::as_str) else {
            continue;
        };
        match target.strip_prefix('#').and_then(|to| indices.get(to)) {
            Some(target) => {
                schemas[index].parts.push(*target);
                schemas[*target].wholes.push(index);
            }
            None => schemas[index].open = true,
        }
    }
    schemas
}

/// The schema, all that it is part of, and all parts of these.
fn family(schemas: &[Schema], index: usize) -> BTreeSet<usize> {
    let wholes = reached(BTreeSet::from([index]), |at| &schemas[at].wholes);
    reached(wholes, |at| &schemas[at].parts)
}

/// What steps lead to, from any of these on.
fn reached<'s>(from: BTreeSet<usize>, steps: impl Fn(usize) -> &'s [usize]) -> BTreeSet<usize> {
    let mut due: Vec<usize> = from.iter().copied().collect();
    let mut reached = from;
    while let Some(at) = due.pop() {
        due.extend(steps(at).iter().filter(|next| reached.insert(**next)));
    }
    reached
}
