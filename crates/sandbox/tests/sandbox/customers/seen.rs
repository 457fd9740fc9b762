//! Which properties of a type are in what answers hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

/// The exported schema of every type, by name.
pub(crate) fn types() -> BTreeMap<String, Value> {
    let schemas = files("schemas").into_values();
    let defs = schemas.flat_map(|schema| schema["$defs"].as_object().expect("$defs").clone());
    defs.collect()
}

/// The schema of every type as it was released last: a property that is added later need not be shown yet.
pub(crate) fn released() -> BTreeMap<String, Value> {
    let version = |name: &String| -> Vec<u32> {
        let numbers = name.split('.').map_while(|it| it.parse().ok());
        numbers.collect()
    };
    let releases = files("releases").into_iter();
    let (_, newest) = releases
        .max_by_key(|(name, _)| version(name))
        .expect("a release");
    let schemas = newest["components"]["schemas"].as_object();
    schemas.expect("schemas").clone().into_iter().collect()
}

/// The JSON files of a folder of `spec/`, by name.
fn files(folder: &str) -> BTreeMap<String, Value> {
    let folder = format!("{}/../../spec/{folder}", env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(folder).expect("it is a folder");
    let files = files.filter_map(|file| {
        let file = file.expect("a file");
        let name = file.file_name().into_string().expect("text");
        let text = fs::read(file.path()).expect("it can be read");
        let json = name
            .strip_suffix(".json")
            .map(|_| serde_json::from_slice(&text))?;
        Some((name, json.expect("it is JSON")))
    });
    files.collect()
}

/// What answers of one type showed.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) there: BTreeSet<String>,
    pub(crate) absent: BTreeSet<String>,
}

/// What values of a type have and lack of the properties that were released.
pub(crate) fn seen<'a>(values: impl IntoIterator<Item = (&'a str, &'a Value)>) -> Seen {
    let types = released();
    let mut seen = Seen::default();
    for (name, value) in values {
        visit(&types, name, value, &mut seen);
    }
    seen
}

/// Visits what a schema describes, and notes which properties of each named type are there.
fn visit(types: &BTreeMap<String, Value>, name: &str, value: &Value, seen: &mut Seen) {
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
