//! Which properties of a type are in what answers hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

/// The exported schema of every type, by name.
pub(crate) fn types() -> BTreeMap<String, Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/schemas");
    let files = fs::read_dir(folder).expect("it is a folder");
    let schemas = files.map(|file| {
        let text = fs::read(file.expect("a file").path()).expect("it can be read");
        serde_json::from_slice(&text).expect("it is JSON")
    });
    let defs = schemas.flat_map(|schema: Value| {
        let defs = schema["$defs"].as_object();
        defs.expect("a schema with $defs").clone()
    });
    defs.collect()
}

/// What answers of one type showed.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) there: BTreeSet<String>,
    pub(crate) absent: BTreeSet<String>,
}

/// Visits what a schema describes, and notes which properties of each named type are there.
pub(crate) fn visit(types: &BTreeMap<String, Value>, name: &str, value: &Value, seen: &mut Seen) {
    let schema = &types[name];
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return;
    };
    for (property, schema) in properties {
        let place = format!("{name}.{property}");
        let Some(held) = value.get(property) else {
            seen.absent.insert(place);
            continue;
        };
        seen.there.insert(place);
        let (schema, held) = match schema.get("items") {
            Some(items) => (items, held.as_array().cloned().unwrap_or_default()),
            None => (schema, vec![held.clone()]),
        };
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = reference.rsplit('/').next().unwrap_or_default();
            for held in &held {
                visit(types, name, held, seen);
            }
        }
    }
}
