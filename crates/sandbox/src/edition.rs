//! The documents that the sandbox serves: those of the pages, at its own address, with what it answers of its own accord.
//!
//! What a page documents stands as it is.
//! A status that a page does not document and the sandbox sends is added, marked with `x-sandbox`: a program that reads the document meets no answer that it does not know.

use serde_json::{Map, Value, json};

use crate::checks::SchemaError;
use crate::operation::members;
use crate::problem;
use crate::rows::Rows;
use crate::source::{Source, Vendor};

/// The mark of what the sandbox says of its own accord.
const MARK: &str = "x-sandbox";

/// The document of one source.
#[must_use]
pub(crate) fn of_source(source: Source, document: &Value, rows: &Rows) -> Value {
    let mut document = document.clone();
    document["servers"] = json!([{
        "url": format!("/{}", source.as_str()),
        "description": "This sandbox, with invented customers.",
    }]);
    let paths = document["paths"].as_object_mut();
    for operation in paths
        .into_iter()
        .flat_map(Map::values_mut)
        .flat_map(operations)
    {
        extend(source, operation, rows);
    }
    document["components"]["schemas"]["SandboxProblem"] = problem::schema();
    if source.vendor() == Vendor::Flexiti {
        document["components"]["schemas"]["SandboxDriversLicence"] = licence();
    }
    document
}

/// All sources in one document, each path beneath the prefix of its source.
#[must_use]
pub(crate) fn of_all(documents: &[(Source, Value)]) -> Value {
    let mut paths = Map::new();
    let mut components: Map<String, Value> = Map::new();
    let mut tags = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    for (source, document) in documents {
        for (path, item) in members(&document["paths"]) {
            let mut item = item.clone();
            for operation in operations(&mut item) {
                let id = operation["operationId"].as_str().unwrap_or_default();
                if !ids.insert(id.to_owned()) {
                    // A market that lists what another one documents.
                    let id = format!("{id}_{}", source.as_str().replace('-', "_"));
                    operation["operationId"] = json!(id);
                }
            }
            paths.insert(format!("/{}{path}", source.as_str()), item);
        }
        for (kind, of_kind) in members(&document["components"]) {
            let kind = components.entry(kind.clone()).or_insert_with(|| json!({}));
            for (name, component) in members(of_kind) {
                kind[name] = component.clone();
            }
        }
        tags.extend(document["tags"].as_array().into_iter().flatten().cloned());
    }
    let first = documents.first().map(|(_, document)| document);
    let of_first = |key: &str| first.map(|first| first[key].clone()).unwrap_or_default();
    let mut info = of_first("info");
    info["title"] = json!("Customer APIs of banks and payment companies, in a sandbox");
    info["summary"] =
        json!("What their documentation pages say, answered with invented customers.");
    info["description"] = json!(
        "Third-party description of customer APIs, derived from their documentation pages. \
         No vendor has published or endorsed it. Responses marked `x-sandbox` are the sandbox's \
         own: no page documents them."
    );
    json!({
        "openapi": of_first("openapi"),
        "info": info,
        "servers": [{ "url": "/", "description": "This sandbox, with invented customers." }],
        "tags": tags,
        "paths": paths,
        "components": components,
    })
}

/// The operations of a path.
fn operations(item: &mut Value) -> impl Iterator<Item = &mut Value> {
    let members = item.as_object_mut().into_iter().flat_map(Map::iter_mut);
    members
        .map(|(_, operation)| operation)
        .filter(|it| it.get("responses").is_some())
}

/// Adds the statuses that the page does not document.
fn extend(source: Source, operation: &mut Value, rows: &Rows) {
    let listed = operation["x-documentation"] == "listed";
    let has_body = operation.get("requestBody").is_some();
    let undocumented = operation["responses"].get("200").is_none() && !listed;
    let mut own: Vec<(u16, Value)> = Vec::new();
    if listed {
        own.push((
            501,
            response(
                "The page lists this operation and does not document it.",
                problem_content(),
            ),
        ));
    } else {
        if undocumented {
            let content = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/SandboxDriversLicence" } } });
            own.push((200, response("What the barcode says.", content)));
        }
        for status in [400, 401, 403, 404, 500] {
            own.push((status, refusal(source, status, rows)));
        }
        if has_body {
            own.push((
                408,
                response("The body did not come in time.", problem_content()),
            ));
            own.push((413, response("The body is too large.", problem_content())));
        }
    }
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for (status, response) in own {
        responses.entry(status.to_string()).or_insert(response);
    }
}

/// A refusal that the page does not document, in the vendor's shape where there is one.
fn refusal(source: Source, status: u16, rows: &Rows) -> Value {
    let schema = match source.vendor() {
        Vendor::Citi => "CitiError",
        Vendor::Citibanamex => "CitibanamexError",
        Vendor::Worldline => "WorldlineErrorResponse",
        Vendor::Flexiti => return response("The sandbox refuses the request.", problem_content()),
    };
    let mut content = json!({ "schema": { "$ref": format!("#/components/schemas/{schema}") } });
    if let Some(row) = rows.of_vendor(source.vendor(), status) {
        let name = row["code"].as_str().unwrap_or("error");
        content["examples"] = json!({ name: { "value": row } });
    }
    response(
        "The sandbox refuses the request.",
        json!({ "application/json": content }),
    )
}

fn problem_content() -> Value {
    json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/SandboxProblem" } } })
}

fn response(description: &str, content: Value) -> Value {
    json!({ "description": description, "content": content, MARK: true })
}

/// What the barcode of a driver's licence says, by the names that other versions of the page give.
fn licence() -> Value {
    let names = [
        "first_name",
        "middle_name",
        "last_name",
        "dob",
        "address_1",
        "city",
        "province",
        "postal_code",
        "govid_type",
        "govid_issuedby",
        "govid_number",
        "govid_expiry",
    ];
    let properties: Map<String, Value> = names
        .iter()
        .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
        .collect();
    json!({
        "type": "object",
        "description": "What the barcode of a driver's licence says; the captured page documents no response.",
        "properties": properties,
        MARK: true,
    })
}

/// The documents of all sources, as they are compiled in.
///
/// # Errors
///
/// That one is no JSON.
pub(crate) fn compiled_in() -> Result<Vec<(Source, Value)>, SchemaError> {
    let read = |source: Source| match serde_json::from_str(source.page().document) {
        Ok(document) => Ok((source, document)),
        Err(error) => Err(SchemaError::new(source.page().id, &error.to_string())),
    };
    Source::ALL.into_iter().map(read).collect()
}
