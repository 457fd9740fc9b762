//! The concepts that the tables answer for, and the properties of our document.

use std::collections::{BTreeMap, BTreeSet};

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
    /// What is in none, whatever the concepts have, with the reason.
    pub outside: BTreeMap<String, String>,
}

impl Concepts {
    /// Every pattern with its concept; `None` if it is outside.
    pub(crate) fn patterns(&self) -> Vec<(Option<&str>, Pattern<'_>)> {
        let inside = self.concepts.iter();
        let inside = inside.flat_map(|(concept, of)| of.iter().map(|it| (Some(&**concept), it)));
        let all = inside.chain(self.outside.keys().map(|it| (None, it)));
        all.map(|(of, it)| (of, Pattern(it, WildMatch::new(it))))
            .collect()
    }

    /// The concepts that each property is in, none as well; without those that are outside.
    pub(crate) fn of<'l>(
        &self,
        leaves: impl Iterator<Item = &'l String>,
    ) -> BTreeMap<&'l str, BTreeSet<&str>> {
        let (patterns, mut of) = (self.patterns(), BTreeMap::new());
        for leaf in leaves {
            let within = patterns.iter().filter(|(_, pattern)| pattern.names(leaf));
            let within: Option<BTreeSet<&str>> = within.map(|it| it.0).collect();
            of.extend(within.map(|within| (&**leaf, within)));
        }
        of
    }
}

/// A pattern of `concepts.toml`, as it is written and ready to match.
pub(crate) struct Pattern<'c>(pub(crate) &'c str, WildMatch);

impl Pattern<'_> {
    /// Whether it names a property, or its component.
    pub(crate) fn names(&self, leaf: &str) -> bool {
        self.1.matches(leaf) || self.1.matches(component(leaf))
    }
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
