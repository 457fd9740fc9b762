//! Schemas of OpenAPI 3.0 in the words of JSON Schema 2020-12, each keyword at its place.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::walk;

/// The document, with the schemas of OpenAPI 3.0 reworded; any other as it is.
pub(super) fn in_2020_12(document: &Value) -> Cow<'_, Value> {
    let version = document["openapi"].as_str().unwrap_or_default();
    if !version.starts_with("3.0") {
        return Cow::Borrowed(document);
    }
    let mut pointers = Vec::new();
    walk::schemas(document, &mut |node| pointers.push(node.to_string()));
    let mut document = document.clone();
    for pointer in pointers {
        if let Some(Value::Object(schema)) = document.pointer_mut(&pointer) {
            reword(schema);
        }
    }
    Cow::Owned(document)
}

fn reword(schema: &mut Map<String, Value>) {
    // 3.0 ignores what stands beside a reference.
    if schema.contains_key("$ref") {
        schema.retain(|keyword, _| keyword == "$ref");
        return;
    }
    for (flag, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        let is_flag = schema.get(flag).is_some_and(Value::is_boolean);
        if is_flag
            && schema.shift_remove(flag) == Some(true.into())
            && let Some(value) = schema.shift_remove(bound)
        {
            schema.insert(flag.to_owned(), value);
        }
    }
    if schema.get("nullable") != Some(&true.into()) {
        return;
    }
    if let Some(Value::String(name)) = schema.get("type") {
        let types = json!([name, "null"]);
        schema.insert("type".to_owned(), types);
    }
    if let Some(Value::Array(listed)) = schema.get_mut("enum")
        && !listed.contains(&Value::Null)
    {
        listed.push(Value::Null);
    }
}
