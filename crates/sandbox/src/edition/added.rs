//! The responses that the sandbox adds to a document: those that it sends and no page documents.

use serde_json::{Map, Value, json};

use crate::problem;
use crate::source::{Source, Vendor};
use crate::sources;

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

/// Adds the statuses that the page does not document and the sandbox sends.
pub(super) fn extend(source: Source, operation: &mut Value) {
    let mut added = Vec::new();
    if operation["x-documentation"] == "listed" {
        let description = "The page lists this operation and does not document it.";
        added.push((401, refusal(source)));
        added.push((501, response(description, PROBLEM_JSON, PROBLEM)));
    } else {
        if operation["responses"].get("200").is_none() {
            added.push((200, response("What the barcode says.", JSON, LICENCE)));
        }
        let refusals = refusals(operation).into_iter();
        added.extend(refusals.map(|status| (status, refusal(source))));
        added.push((415, without_a_row(source, "The body has a content coding.")));
        if operation.get("requestBody").is_some() {
            let problems = [
                (408, "The body did not come in time."),
                (413, "The body is too large."),
                (503, "Too many bodies are being sent."),
            ];
            added.extend(
                problems.map(|(status, why)| (status, response(why, PROBLEM_JSON, PROBLEM))),
            );
        }
    }
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for (status, response) in added {
        responses.entry(status.to_string()).or_insert(response);
    }
}

/// The statuses of the refusals of a documented operation.
fn refusals(operation: &Value) -> Vec<u16> {
    let mut refusals = vec![400, 401, 500];
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    if parameters
        .into_iter()
        .any(|parameter| parameter["name"] == "client_id")
    {
        refusals.push(403);
    }
    if sources::may_find_nothing(operation["operationId"].as_str().unwrap_or_default()) {
        refusals.push(404);
    }
    refusals
}

/// A refusal that the page does not document, in the vendor's shape where there is one.
fn refusal(source: Source) -> Value {
    match source.vendor() {
        Vendor::Citi => response(REFUSED, JSON, "CitiError"),
        Vendor::Citibanamex => response(REFUSED, JSON, "CitibanamexError"),
        Vendor::Worldline => response(REFUSED, JSON, "WorldlineErrorResponse"),
        Vendor::Flexiti => response(REFUSED, PROBLEM_JSON, PROBLEM),
    }
}

/// A refusal that no page of the vendor has a row for.
fn without_a_row(source: Source, why: &str) -> Value {
    match source.vendor() {
        Vendor::Worldline => response(why, JSON, "WorldlineErrorResponse"),
        Vendor::Citi | Vendor::Citibanamex | Vendor::Flexiti => {
            response(why, PROBLEM_JSON, PROBLEM)
        }
    }
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
    let required = [
        "first_name",
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
    let schema = |name: &str| match name {
        "dob" | "govid_expiry" => json!({ "type": "string", "format": "date" }),
        _ => json!({ "type": "string" }),
    };
    let names = required.into_iter().chain(["middle_name"]);
    let properties: Map<String, Value> =
        names.map(|name| (name.to_owned(), schema(name))).collect();
    json!({
        "type": "object",
        "description": "What the barcode of a driver's licence says; the captured page documents no response.",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
        MARK: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{Customers, Flexiti};
    use crate::operation::members;

    #[test]
    fn the_schema_of_a_licence_has_the_names_of_its_type() {
        let customers = Customers::invented(1, 1);
        let customer = customers.get::<Flexiti>(1).expect("there is one");
        let mut read = json!(customer.licence);
        let names = |value: &Value| -> Vec<String> {
            let mut names: Vec<String> = members(value).map(|(name, _)| name.clone()).collect();
            names.sort();
            names
        };
        let schema = licence();
        assert_eq!(names(&read), names(&schema["properties"]));
        // What is not required is what may be absent.
        if let Some(read) = read.as_object_mut() {
            read.remove("middle_name");
        }
        let required = schema["required"].as_array().expect("names");
        assert_eq!(names(&read).len(), required.len());
    }
}
