//! Every documented example of a named type, for whoever has to show that the type fits it.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::json::{escaped, members, step};

/// An example, with the component that it is one of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Example {
    /// Where it comes from: a JSON pointer (RFC 6901).
    pub pointer: String,
    /// The name of the component schema.
    pub schema: String,
    /// The example.
    pub value: Value,
}

/// Every example of a body, each once, and one of each component whose properties have them.
///
/// A component is made of the examples of its properties and of the components that these refer
/// to. It is left out if a required property has no example.
#[must_use]
pub fn examples(document: &Value) -> Vec<Example> {
    let mut found = Vec::new();
    for (path, item) in members(&document["paths"]) {
        for (method, operation) in members(item) {
            let at = format!("/paths/{}/{method}", escaped(path));
            let body = &operation["requestBody"];
            content(&format!("{at}/requestBody"), body, &mut found);
            for (status, response) in members(&operation["responses"]) {
                content(&format!("{at}/responses/{status}"), response, &mut found);
            }
        }
    }
    for (name, schema) in members(&document["components"]["schemas"]) {
        if let Some(value) = composed(document, schema, 0) {
            found.push(Example {
                pointer: step("/components/schemas", name),
                schema: name.clone(),
                value,
            });
        }
    }
    let mut distinct: Vec<Example> = Vec::new();
    for example in found {
        let known = |one: &Example| one.schema == example.schema && one.value == example.value;
        if !distinct.iter().any(known) {
            distinct.push(example);
        }
    }
    distinct
}

/// The examples of the media types of a body whose schema is a component.
fn content(at: &str, body: &Value, found: &mut Vec<Example>) {
    for (media_type, content) in members(&body["content"]) {
        let Some(schema) = component(&content["schema"]) else {
            continue;
        };
        for (label, example) in members(&content["examples"]) {
            let (media_type, label) = (escaped(media_type), escaped(label));
            found.push(Example {
                pointer: format!("{at}/content/{media_type}/examples/{label}/value"),
                schema: schema.to_owned(),
                value: example["value"].clone(),
            });
        }
    }
}

/// An object of the examples of its properties, if there are any and all that are required.
fn composed(document: &Value, schema: &Value, depth: usize) -> Option<Value> {
    /// How deep components may hold components before that is taken for a circle.
    const DEEPEST: usize = 16;
    if depth > DEEPEST {
        return None;
    }
    let mut object = Map::new();
    for (name, property) in members(&schema["properties"]) {
        let value = match component(property) {
            Some(held) => composed(
                document,
                &document["components"]["schemas"][held],
                depth + 1,
            ),
            None => property["examples"].get(0).cloned(),
        };
        if let Some(value) = value {
            object.insert(name.clone(), value);
        }
    }
    let required = schema["required"].as_array().into_iter().flatten();
    let mut required = required.filter_map(Value::as_str);
    let complete = required.all(|name| object.contains_key(name));
    (complete && !object.is_empty()).then_some(Value::Object(object))
}

/// The name of the component that a schema refers to.
fn component(schema: &Value) -> Option<&str> {
    schema["$ref"]
        .as_str()?
        .strip_prefix("#/components/schemas/")
}
