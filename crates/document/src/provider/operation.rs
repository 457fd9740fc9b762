//! One operation of a provider, as its page documents or lists it.

use contract::catalogue::{Documented, Listed};
use serde_json::{Map, Value, json};

use super::SCHEMAS;
use crate::components::Components;
use crate::normalise::{name_components, normalise, point};
use crate::template;

/// Method, path and operation.
pub(super) type Placed = (&'static str, String, Map<String, Value>);

pub(super) fn documented(documented: Documented, group: &str, components: &Components) -> Placed {
    let Documented {
        method,
        path,
        operation,
        rust: _,
    } = documented;
    let mut operation = match serde_json::to_value(operation) {
        Ok(Value::Object(operation)) => operation,
        _ => Map::new(),
    };
    for parameter in array(&mut operation, "parameters") {
        // An absent `required` and `required: false` say the same.
        if parameter.get("required") == Some(&json!(false))
            && let Value::Object(parameter) = parameter
        {
            parameter.shift_remove("required");
        }
        schema_in(parameter, group, components);
    }
    if let Some(body) = operation.get_mut("requestBody") {
        content_in(body, group, components);
    }
    for response in object(&mut operation, "responses") {
        content_in(response, group, components);
    }
    (method, path, operation)
}

fn array<'v>(from: &'v mut Map<String, Value>, key: &str) -> impl Iterator<Item = &'v mut Value> {
    from.get_mut(key)
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
}

fn object<'v>(from: &'v mut Map<String, Value>, key: &str) -> impl Iterator<Item = &'v mut Value> {
    from.get_mut(key)
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten()
        .map(|(_, value)| value)
}

fn content_in(holder: &mut Value, group: &str, components: &Components) {
    if let Value::Object(holder) = holder {
        object(holder, "content").for_each(|media_type| schema_in(media_type, group, components));
    }
}

fn schema_in(holder: &mut Value, group: &str, components: &Components) {
    if let Some(schema) = holder.get_mut("schema") {
        name_components(schema, group, &components.scalars);
        normalise(schema, &components.scalars);
        point(schema, SCHEMAS);
    }
}

/// What a page says of an operation that it only lists, in words.
pub(crate) fn undocumented(provider: &str) -> String {
    format!(
        "{provider} lists this operation without documenting its parameters, bodies or responses."
    )
}

/// Method, path and title, nothing invented but what OpenAPI demands; `security` is that of the
/// provider's documented operations, and marked as our judgement.
pub(super) fn listed(listed: &Listed, provider: &str, security: Option<&Value>) -> Placed {
    let mut operation = Map::new();
    let mut set = |keyword: &str, value: Value| drop(operation.insert(keyword.to_owned(), value));
    set("summary", json!(listed.title));
    set("description", json!(undocumented(provider)));
    set("operationId", json!(listed.id));
    set("x-documentation", json!("listed"));
    let mut inferred = listed.inferred.to_vec();
    inferred.extend(security.map(|_| "security"));
    if !inferred.is_empty() {
        set("x-inferred", json!(inferred));
    }
    let parameter = |name: &str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    let parameters: Vec<Value> = template::names(listed.path).map(parameter).collect();
    if !parameters.is_empty() {
        set("parameters", json!(parameters));
    }
    set(
        "responses",
        json!({ "default": { "description": "The responses are not documented." } }),
    );
    if let Some(security) = security {
        set("security", security.clone());
    }
    (listed.method, listed.path.to_owned(), operation)
}

/// The operation with its page's tag in front.
pub(super) fn tagged(tag: &str, operation: Map<String, Value>) -> Value {
    let mut tagged = Map::new();
    tagged.insert("tags".to_owned(), json!([tag]));
    tagged.extend(
        operation
            .into_iter()
            .filter(|(keyword, _)| keyword != "tags"),
    );
    Value::Object(tagged)
}
