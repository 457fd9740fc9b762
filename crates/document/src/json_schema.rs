//! The JSON Schema 2020-12 of each vendor's types.

use std::collections::BTreeMap;

use contract::catalogue::Catalogue;
use serde_json::{Map, Value, json};

use crate::components::Components;
use crate::consolidated::vendor;
use crate::normalise::point;

/// One JSON Schema per vendor, all of its types under `$defs`.
pub(crate) fn documents(catalogue: &Catalogue, components: &Components) -> BTreeMap<String, Value> {
    let mut groups: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for schema in catalogue.schemas {
        let name = schema.name();
        let mut view = components.schemars.get(&name).cloned().unwrap_or_default();
        point(&mut view, "#/$defs/");
        groups
            .entry(schema.group.to_owned())
            .or_default()
            .insert(name, view);
    }
    let document = |(group, mut types): (String, Map<String, Value>)| {
        types.sort_keys();
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": format!("Types of the customer APIs of {}", vendor(&group, catalogue.providers)),
            "$comment": "Written by `cargo xtask export`. Refer to one of the types under $defs.",
            "$defs": types,
        });
        (group, schema)
    };
    groups.into_iter().map(document).collect()
}
