//! The document of one provider: what its page documents, and what it only lists.

use contract::catalogue::{Catalogue, Documented, Listed, Operation, Provider};
use serde_json::{Map, Value, json};

use crate::components::Components;
use crate::normalise::{normalise, point};
use crate::{BuildError, template};

/// Where an OpenAPI document keeps its schemas.
const SCHEMAS: &str = "#/components/schemas/";

/// The OpenAPI version of the canonical documents.
const VERSION: &str = "3.1.0";

/// The document of one provider.
pub(crate) fn document(
    provider: &Provider,
    catalogue: &Catalogue,
    components: &Components,
) -> Result<Value, Vec<BuildError>> {
    let mut paths = Map::new();
    let mut errors = Vec::new();
    for operation in provider.operations {
        let (method, path, operation) = match operation {
            Operation::Documented(documented) => documented_operation(documented(), components),
            Operation::Listed(listed) => listed_operation(listed),
        };
        let name = format!("{} {path}", method.to_uppercase());
        let item = paths.entry(path).or_insert_with(|| json!({}));
        if item.get(method).is_some() {
            errors.push(BuildError::OperationCollision {
                provider: provider.id.to_owned(),
                operation: name,
            });
            continue;
        }
        item[method] = tagged(provider.id, operation);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let description = format!(
        "Third-party description of an API of {}, derived from the documentation page \
         [{}]({}). The vendor has neither published nor endorsed it. Operations marked \
         `x-documentation: listed` are named on the page and not documented there; \
         `x-inferred` names what is our judgement.",
        provider.title, provider.page_title, provider.url
    );
    Ok(assemble(
        &info(
            provider.title,
            "A customer API as its documentation page has it.",
            &description,
        ),
        &servers(provider),
        &[tag(provider)],
        &Value::Object(paths),
        catalogue,
        components,
    ))
}

/// An OpenAPI document from its parts, with the components that the paths reach.
pub(crate) fn assemble(
    info: &Value,
    servers: &Value,
    tags: &[Value],
    paths: &Value,
    catalogue: &Catalogue,
    components: &Components,
) -> Value {
    let mut schemas = Value::Object(components.reached(paths));
    point(&mut schemas, SCHEMAS);
    let schemes: Map<String, Value> = catalogue
        .security_schemes
        .iter()
        .filter(|scheme| requires(paths, scheme.name))
        .map(|scheme| {
            let http = json!({
                "type": "http",
                "scheme": scheme.scheme,
                "description": scheme.description,
            });
            (scheme.name.to_owned(), http)
        })
        .collect();
    json!({
        "openapi": VERSION,
        "info": info,
        "servers": servers,
        "tags": tags,
        "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": schemes },
    })
}

/// Whether an operation refers to a security scheme.
fn requires(paths: &Value, scheme: &str) -> bool {
    let items = paths.as_object().into_iter().flatten();
    let operations = items.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    operations
        .flat_map(|(_, operation)| operation["security"].as_array().into_iter().flatten())
        .any(|requirement| requirement.get(scheme).is_some())
}

pub(crate) fn info(title: &str, summary: &str, description: &str) -> Value {
    json!({
        "title": title,
        "summary": summary,
        "description": description,
        "license": { "name": "MIT OR Apache-2.0", "identifier": env!("CARGO_PKG_LICENSE") },
        "version": env!("CARGO_PKG_VERSION"),
    })
}

pub(crate) fn servers(provider: &Provider) -> Value {
    let servers = provider.servers.iter();
    servers
        .map(|server| json!({ "url": server.url, "description": server.description }))
        .collect()
}

/// A tag is a page.
pub(crate) fn tag(provider: &Provider) -> Value {
    json!({
        "name": provider.id,
        "description": provider.description,
        "externalDocs": { "description": provider.page_title, "url": provider.url },
        "x-displayName": provider.title,
    })
}

type Placed = (&'static str, String, Map<String, Value>);

fn documented_operation(documented: Documented, components: &Components) -> Placed {
    let Documented {
        method,
        path,
        operation,
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
        schema_in(parameter, components);
    }
    if let Some(body) = operation.get_mut("requestBody") {
        content_in(body, components);
    }
    for response in object(&mut operation, "responses") {
        content_in(response, components);
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

fn content_in(holder: &mut Value, components: &Components) {
    if let Value::Object(holder) = holder {
        object(holder, "content").for_each(|media_type| schema_in(media_type, components));
    }
}

fn schema_in(holder: &mut Value, components: &Components) {
    if let Some(schema) = holder.get_mut("schema") {
        normalise(schema, &components.scalars);
        point(schema, SCHEMAS);
    }
}

/// Method, path and title, nothing invented but what OpenAPI demands.
fn listed_operation(listed: &Listed) -> Placed {
    let mut operation = Map::new();
    operation.insert("summary".to_owned(), json!(listed.title));
    operation.insert("operationId".to_owned(), json!(listed.id));
    operation.insert("x-documentation".to_owned(), json!("listed"));
    if !listed.inferred.is_empty() {
        operation.insert("x-inferred".to_owned(), json!(listed.inferred));
    }
    let parameter = |name: &str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    let parameters: Vec<Value> = template::names(listed.path).map(parameter).collect();
    if !parameters.is_empty() {
        operation.insert("parameters".to_owned(), json!(parameters));
    }
    let undocumented = json!({ "default": { "description": "The responses are not documented." } });
    operation.insert("responses".to_owned(), undocumented);
    (listed.method, listed.path.to_owned(), operation)
}

/// The operation with its page's tag in front.
fn tagged(tag: &str, operation: Map<String, Value>) -> Value {
    let mut tagged = Map::new();
    tagged.insert("tags".to_owned(), json!([tag]));
    tagged.extend(
        operation
            .into_iter()
            .filter(|(keyword, _)| keyword != "tags"),
    );
    Value::Object(tagged)
}
