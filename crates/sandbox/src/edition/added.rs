//! What the sandbox adds to a document: the responses and links that no page documents.

use serde_json::{Map, Value, json};

use crate::pages::{Beyond, Link};
use crate::problem;
use crate::served::Served;

/// The mark of everything that the sandbox adds.
const MARK: &str = "x-sandbox";
/// The name of the schema of [`problem::Problem`].
const PROBLEM: &str = "SandboxProblem";

const JSON: &str = "application/json";
const PROBLEM_JSON: &str = "application/problem+json";
const REFUSED: &str = "The sandbox refuses the request.";

/// Adds the statuses that the page does not document and the sandbox sends, the links, and the schemas that both need.
pub(super) fn extend(page: &Served, operation: &mut Value, schemas: &mut Map<String, Value>) {
    let id = operation["operationId"].as_str().unwrap_or_default();
    let folder = page.folder.as_ref();
    let listed = operation["x-documentation"] == "listed";
    let answered = folder.and_then(|folder| folder.operation(id));
    let answered = answered.filter(|_| !listed);
    let links = folder.map(|folder| folder.links()).unwrap_or_default();
    let links = links.iter().filter(|link| link.from == id);
    let links: Map<String, Value> = links
        .map(|link| (link.name.to_owned(), written(link)))
        .collect();
    let mut added = Vec::new();
    match answered {
        None => {
            let description = if listed {
                "The page lists this operation and does not document it."
            } else {
                "The page documents this operation, and the sandbox does not answer it."
            };
            added.push((401, refusal(page, REFUSED, false)));
            added.push((501, response(description, PROBLEM_JSON, PROBLEM)));
        }
        Some((_, beyond)) => {
            let mut statuses = vec![400, 401, 500];
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let mut names = parameters.map(|parameter| &parameter["name"]);
            statuses.extend(names.any(|name| name == "client_id").then_some(403));
            match beyond {
                Beyond::Nothing => {}
                Beyond::NotFound => statuses.push(404),
                Beyond::Body(description, name, schema) => {
                    added.push((200, response(description, JSON, name)));
                    schemas.insert(name.to_owned(), marked(schema()));
                }
            }
            let refusals = statuses.into_iter();
            added.extend(refusals.map(|status| (status, refusal(page, REFUSED, false))));
            let coded = "The body has a content coding.";
            added.push((415, refusal(page, coded, true)));
            if operation.get("requestBody").is_some() {
                let problems = [
                    (408, "The body did not come in time."),
                    (413, "The body is too large."),
                    (503, "Too many bodies are being sent."),
                ];
                let problems = problems.into_iter();
                added.extend(
                    problems.map(|(status, why)| (status, response(why, PROBLEM_JSON, PROBLEM))),
                );
            }
        }
    }
    schemas.insert(PROBLEM.to_owned(), problem::schema());
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for (status, response) in added {
        responses.entry(status.to_string()).or_insert(response);
    }
    if let Some(response) = responses.get_mut("200")
        && !links.is_empty()
    {
        response["links"] = Value::Object(links);
    }
}

/// A refusal in the form of the vendor, or problem details.
///
/// `without_a_row` says that no page of any vendor has a row for it.
fn refusal(page: &Served, why: &str, without_a_row: bool) -> Value {
    let error = page.manner.error;
    match error.filter(|_| page.manner.without_a_row || !without_a_row) {
        Some(error) => response(why, JSON, error),
        None => response(why, PROBLEM_JSON, PROBLEM),
    }
}

/// A response whose body is a component.
fn response(description: &str, media_type: &str, schema: &str) -> Value {
    let reference = format!("#/components/schemas/{schema}");
    let content = json!({ media_type: { "schema": { "$ref": reference } } });
    marked(json!({ "description": description, "content": content }))
}

fn written(link: &Link) -> Value {
    let parameters: Map<String, Value> = link
        .parameters
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    marked(json!({
        "operationId": link.to,
        "parameters": parameters,
        "description": link.description,
    }))
}

fn marked(mut value: Value) -> Value {
    value[MARK] = true.into();
    value
}
