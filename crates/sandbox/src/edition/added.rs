//! The responses that the sandbox adds to a document: those that it sends and no page documents.

use serde_json::{Map, Value, json};

use crate::problem;
use crate::rows::Rows;
use crate::source::{Source, Vendor};

/// The mark of what the sandbox says of its own accord.
const MARK: &str = "x-sandbox";

/// The schemas that the added responses of a document refer to.
pub(super) fn schemas(paths: &Value) -> Vec<(&'static str, Value)> {
    let paths = paths.to_string();
    let all = [(PROBLEM, problem::schema()), (LICENCE, licence())];
    let used = all
        .into_iter()
        .filter(|(name, _)| paths.contains(&reference(name)));
    used.collect()
}

fn reference(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

/// The name of the schema of [`problem::Problem`].
const PROBLEM: &str = "SandboxProblem";
/// The name of the schema of [`crate::licence::Licence`].
const LICENCE: &str = "SandboxDriversLicence";

/// Adds the statuses that the page does not document.
pub(super) fn extend(source: Source, operation: &mut Value, rows: &Rows) {
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
            let content =
                json!({ "application/json": { "schema": { "$ref": reference(LICENCE) } } });
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
    let mut content = json!({ "schema": { "$ref": reference(schema) } });
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
    json!({ "application/problem+json": { "schema": { "$ref": reference(PROBLEM) } } })
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
