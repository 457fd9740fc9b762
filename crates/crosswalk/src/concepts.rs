//! The concepts that the tables answer for, and the properties of our document.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use wildmatch::WildMatch;

/// Patterns of component schemas and of properties of them, such as `CitiPhone` and
/// `FlexitiCustomer.email`: `concepts.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concepts {
    /// What each concept has.
    pub concepts: BTreeMap<String, Vec<String>>,
    /// What is in none, with the reason.
    pub outside: BTreeMap<String, String>,
}

impl Concepts {
    /// The concepts that a property is in.
    pub(crate) fn of(&self, leaf: &str) -> Vec<&str> {
        let has = |patterns: &Vec<String>| patterns.iter().any(|it| is(leaf, it));
        let of = self.concepts.iter().filter(|it| has(it.1));
        of.map(|(concept, _)| &**concept).collect()
    }
}

/// Whether a pattern names a property, or its component.
pub(crate) fn is(leaf: &str, pattern: &str) -> bool {
    let pattern = WildMatch::new(pattern);
    pattern.matches(leaf) || pattern.matches(component(leaf))
}

/// The component of a property: `CitiEmail` of `CitiEmail.emailAddress`.
pub(crate) fn component(leaf: &str) -> &str {
    leaf.split('.').next().unwrap_or(leaf)
}

/// The members of an object; none of anything else.
pub(crate) fn members(node: &Value) -> impl Iterator<Item = (&String, &Value)> {
    node.as_object().into_iter().flatten()
}

/// The component schema that a reference leads to.
fn referred(node: &Value) -> Option<&str> {
    node["$ref"].as_str()?.strip_prefix("#/components/schemas/")
}

/// The schema of a property, and the component whose objects it holds; `""` if it holds none.
pub(crate) fn property<'d>(of: &'d Value, leaf: &str) -> Option<(&'d Value, &'d str)> {
    let schemas = &of["components"]["schemas"];
    let (component, name) = leaf.split_once('.')?;
    let node = schemas[component]["properties"].get(name)?;
    let node = node.get("items").unwrap_or(node);
    let Some(component) = referred(node) else {
        return Some((node, ""));
    };
    let holds = schemas[component].get("properties").is_some();
    Some((&schemas[component], if holds { component } else { "" }))
}

/// Every property that holds no objects, with its schema.
pub(crate) fn leaves(document: &Value) -> BTreeMap<String, &Value> {
    let mut leaves = BTreeMap::new();
    for (component, schema) in members(&document["components"]["schemas"]) {
        for (name, _) in members(&schema["properties"]) {
            let leaf = format!("{component}.{name}");
            if let Some((schema, "")) = property(document, &leaf) {
                leaves.insert(leaf, schema);
            }
        }
    }
    leaves
}
