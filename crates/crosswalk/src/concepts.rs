//! The concepts that the tables answer for, and the properties of our document.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use wildmatch::WildMatch;

/// Patterns of what each concept has, and the reason for each pattern of what is in none.
///
/// A pattern is a component schema or a property of one: `CitiPhone`, `FlexitiCustomer.email`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concepts {
    /// The patterns of each concept.
    pub concepts: BTreeMap<String, Vec<String>>,
    /// The reasons.
    pub outside: BTreeMap<String, String>,
}

/// Whether a pattern names a property, or its component.
pub(crate) fn is(leaf: &str, pattern: &str) -> bool {
    let component = leaf.split('.').next().unwrap_or(leaf);
    let pattern = WildMatch::new(pattern);
    pattern.matches(leaf) || pattern.matches(component)
}

impl Concepts {
    /// The concepts that a property is in.
    pub(crate) fn of<'c>(&'c self, leaf: &'c str) -> impl Iterator<Item = &'c str> {
        let of = self
            .concepts
            .iter()
            .filter(|(_, all)| all.iter().any(|it| is(leaf, it)));
        of.map(|(name, _)| name.as_str())
    }
}

/// Where components stand.
const SCHEMAS: &str = "#/components/schemas/";

/// The members of an object; none of anything else.
pub(crate) fn members(node: &Value) -> impl Iterator<Item = (&String, &Value)> {
    node.as_object().into_iter().flatten()
}

/// The schema of a property, with the name of the component whose objects it holds, if it does.
pub(crate) fn property<'d>(
    document: &'d Value,
    schema: &str,
    name: &str,
) -> Option<(&'d Value, &'d str)> {
    let schemas = &document["components"]["schemas"];
    let mut node = schemas[schema]["properties"].get(name)?;
    node = node.get("items").unwrap_or(node);
    let Some(component) = node["$ref"]
        .as_str()
        .and_then(|it| it.strip_prefix(SCHEMAS))
    else {
        return Some((node, ""));
    };
    let node = &schemas[component];
    Some((
        node,
        if node.get("properties").is_some() {
            component
        } else {
            ""
        },
    ))
}

/// Every property that holds no objects, as `CitiEmail.emailAddress`, with its schema.
pub(crate) fn leaves(document: &Value) -> BTreeMap<String, &Value> {
    let mut leaves = BTreeMap::new();
    for (schema, component) in members(&document["components"]["schemas"]) {
        for (name, _) in members(&component["properties"]) {
            if let Some((node, "")) = property(document, schema, name) {
                leaves.insert(format!("{schema}.{name}"), node);
            }
        }
    }
    leaves
}

/// The components that the body of a success holds.
pub(crate) fn reached(document: &Value) -> BTreeSet<&str> {
    let operations = members(&document["paths"]).flat_map(|(_, path)| members(path));
    let responses = operations.flat_map(|(_, operation)| members(&operation["responses"]));
    let successes = responses.filter(|(status, _)| status.starts_with('2'));
    let mut due: Vec<&Value> = successes.map(|(_, response)| response).collect();
    let mut reached = BTreeSet::new();
    while let Some(node) = due.pop() {
        let component = node["$ref"]
            .as_str()
            .and_then(|it| it.strip_prefix(SCHEMAS));
        let new = component.filter(|name| reached.insert(*name));
        due.extend(new.map(|name| &document["components"]["schemas"][name]));
        due.extend(members(node).map(|(_, it)| it));
        due.extend(node.as_array().into_iter().flatten());
    }
    reached
}
