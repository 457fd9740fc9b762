//! The responses that the sandbox adds to a document: those that it sends and no page documents.

use serde_json::{Map, Value, json};

use crate::problem;
use crate::rows::Rows;
use crate::source::{Source, Vendor};

/// The mark of what the sandbox says of its own accord.
pub(super) const MARK: &str = "x-sandbox";
/// The name of the schema of [`problem::Problem`].
const PROBLEM: &str = "SandboxProblem";
/// The name of the schema of [`crate::licence::Licence`].
const LICENCE: &str = "SandboxDriversLicence";

const JSON: &str = "application/json";
const PROBLEM_JSON: &str = "application/problem+json";
const REFUSED: &str = "The sandbox refuses the request.";

/// The schemas that the added responses of a document refer to.
pub(super) fn schemas(paths: &Value) -> Vec<(&'static str, Value)> {
    let paths = paths.to_string();
    let all = [(PROBLEM, problem::schema()), (LICENCE, licence())];
    let used = all
        .into_iter()
        .filter(|(name, _)| paths.contains(&reference(name)));
    used.collect()
}

/// Adds the statuses that the page does not document.
pub(super) fn extend(source: Source, operation: &mut Value, rows: &Rows) {
    let listed = operation["x-documentation"] == "listed";
    let has_body = operation.get("requestBody").is_some();
    let mut added = Vec::new();
    if listed {
        let description = "The page lists this operation and does not document it.";
        added.push((501, response(description, PROBLEM_JSON, PROBLEM)));
    } else {
        if operation["responses"].get("200").is_none() {
            added.push((200, response("What the barcode says.", JSON, LICENCE)));
        }
        let refusals = [400, 401, 403, 404, 500];
        added.extend(refusals.map(|status| (status, refusal(source, status, rows))));
        if has_body {
            let late = "The body did not come in time.";
            added.push((408, response(late, PROBLEM_JSON, PROBLEM)));
            added.push((
                413,
                response("The body is too large.", PROBLEM_JSON, PROBLEM),
            ));
        }
    }
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for (status, response) in added {
        responses.entry(status.to_string()).or_insert(response);
    }
}

/// A refusal that the page does not document, in the vendor's shape where there is one.
fn refusal(source: Source, status: u16, rows: &Rows) -> Value {
    let schema = match source.vendor() {
        Vendor::Citi => "CitiError",
        Vendor::Citibanamex => "CitibanamexError",
        Vendor::Worldline => "WorldlineErrorResponse",
        Vendor::Flexiti => return response(REFUSED, PROBLEM_JSON, PROBLEM),
    };
    let mut refusal = response(REFUSED, JSON, schema);
    if let Some(row) = rows.of_vendor(source.vendor(), status) {
        let name = row["code"].as_str().unwrap_or("error");
        refusal["content"][JSON]["examples"] = json!({ name: { "value": row } });
    }
    refusal
}

/// A response whose body is a component.
fn response(description: &str, media_type: &str, schema: &str) -> Value {
    let content = json!({ media_type: { "schema": { "$ref": reference(schema) } } });
    json!({ "description": description, "content": content, MARK: true })
}

fn reference(schema: &str) -> String {
    format!("#/components/schemas/{schema}")
}

/// What the barcode of a driver's licence says, by the names that other versions of the page give.
fn licence() -> Value {
    let texts = [
        "first_name",
        "middle_name",
        "last_name",
        "address_1",
        "city",
        "province",
        "postal_code",
        "govid_type",
        "govid_issuedby",
        "govid_number",
    ];
    let texts = texts.map(|name| (name, json!({ "type": "string" })));
    let dates =
        ["dob", "govid_expiry"].map(|name| (name, json!({ "type": "string", "format": "date" })));
    let properties = texts.into_iter().chain(dates);
    let properties: Map<String, Value> = properties
        .map(|(name, schema)| (name.to_owned(), schema))
        .collect();
    json!({
        "type": "object",
        "description": "What the barcode of a driver's licence says; the captured page documents no response.",
        "properties": properties,
        MARK: true,
    })
}
