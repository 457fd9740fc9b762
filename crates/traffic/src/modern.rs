//! A description of OpenAPI 3.0 in the words of 3.1, as far as values are concerned.

use std::borrow::Cow;

use serde_json::{Value, json};

/// A description whose schemas are JSON Schema 2020-12, everything at its place: `nullable` becomes a
/// type (OpenAPI 3.0, section 4.7.24), and a bound that excludes itself a bound of its own.
#[must_use]
pub fn modern(description: &Value) -> Cow<'_, Value> {
    let version = description.get("openapi").and_then(Value::as_str);
    if !version.is_some_and(|version| version.starts_with("3.0")) {
        return Cow::Borrowed(description);
    }
    let mut modern = description.clone();
    raise(&mut modern);
    Cow::Owned(modern)
}

fn raise(node: &mut Value) {
    match node {
        Value::Object(members) => {
            if members.remove("nullable") == Some(Value::Bool(true)) {
                if let Some(ty) = members.get("type").filter(|ty| ty.is_string()).cloned() {
                    members.insert("type".to_owned(), json!([ty, "null"]));
                }
                if let Some(Value::Array(values)) = members.get_mut("enum")
                    && !values.contains(&Value::Null)
                {
                    values.push(Value::Null);
                }
            }
            for (bound, excluded) in [
                ("minimum", "exclusiveMinimum"),
                ("maximum", "exclusiveMaximum"),
            ] {
                if members.get(excluded).is_some_and(Value::is_boolean)
                    && members.remove(excluded) == Some(Value::Bool(true))
                    && let Some(limit) = members.remove(bound)
                {
                    members.insert(excluded.to_owned(), limit);
                }
            }
            for (name, value) in members.iter_mut() {
                if !matches!(name.as_str(), "example" | "examples" | "default" | "enum") {
                    raise(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(raise),
        _ => {}
    }
}
