//! References within a document, as RFC 6901 section 6 has them in a URI.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// Writes each reference whose escapes are those of a URI as the plain pointer that it means:
/// `#/definitions/List%3CBoat%3E` is `#/definitions/List<Boat>`.
///
/// One that leads somewhere as it stands stays, and so does one that leads nowhere.
pub(super) fn decode(mut document: Value) -> Value {
    let mut decoded = BTreeMap::new();
    escaped(&document, &document, &mut decoded);
    if !decoded.is_empty() {
        rewrite(&mut document, &decoded);
    }
    document
}

/// What the references mean that lead nowhere as they stand.
fn escaped(root: &Value, value: &Value, decoded: &mut BTreeMap<String, String>) {
    let leads = |it: &str| root.pointer(it.trim_start_matches('#')).is_some();
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "$ref" && text.contains('%') => {
                        let meant = percent_decode_str(text).decode_utf8_lossy();
                        if !leads(text) && leads(&meant) {
                            decoded.insert(text.clone(), meant.into_owned());
                        }
                    }
                    _ => escaped(root, value, decoded),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| escaped(root, it, decoded)),
        _ => {}
    }
}

fn rewrite(value: &mut Value, decoded: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "$ref" => {
                        if let Some(meant) = decoded.get(text) {
                            text.clone_from(meant);
                        }
                    }
                    _ => rewrite(value, decoded),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| rewrite(it, decoded)),
        _ => {}
    }
}
