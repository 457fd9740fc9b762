//! Which properties of a type are in what answers hold.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

const SCHEMAS: [&str; 4] = [
    include_str!("../../../../spec/schemas/citi.schema.json"),
    include_str!("../../../../spec/schemas/citibanamex.schema.json"),
    include_str!("../../../../spec/schemas/flexiti.schema.json"),
    include_str!("../../../../spec/schemas/worldline.schema.json"),
];

/// The exported schema of every type, by name.
pub(crate) fn types() -> BTreeMap<String, Value> {
    let mut types = BTreeMap::new();
    for schema in SCHEMAS {
        let schema: Value = serde_json::from_str(schema).expect("it is JSON");
        let Some(Value::Object(defs)) = schema.get("$defs") else {
            panic!("expected a schema with $defs");
        };
        types.extend(defs.clone());
    }
    types
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
