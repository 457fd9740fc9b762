//! Recordings of any length: HAR 1.2 in which every exchange is as documented, the same bytes in every run.
//!
//! Bodies are the documents' examples of errors and their boundary values, for every documented status. One
//! exchange of ten is a preflight, a static file or a request of another host.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

/// Stands in an entry for what differs from exchange to exchange.
const NUMBER: &str = "@NUMBER@";
/// No multiple of a number of entries: every entry is taken.
const STRIDE: usize = 7_919;
/// What stands before the entries.
const HEAD: &[u8] =
    br#"{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":["#;
/// The media type of every body.
const JSON: &str = "application/json";

/// The address at which a document's operations are recorded: that of its first server, or an invented
/// one if the document names no host.
#[must_use]
pub fn server(id: &str, document: &Value) -> String {
    let named = document["servers"][0]["url"].as_str().unwrap_or_default();
    if named.starts_with("https://") && !named.contains('{') {
        return named.to_owned();
    }
    format!("https://{id}.example")
}

/// Writes a recording of so many exchanges with the APIs of OpenAPI documents, by their ids.
///
/// # Errors
///
/// Returns an error if it cannot be written, or if a document has a component without valid values.
pub fn write(
    documents: &BTreeMap<String, Value>,
    exchanges: usize,
    mut out: impl Write,
) -> io::Result<()> {
    let (mut right, other) = (Vec::new(), others());
    for (id, document) in documents {
        of_document(&server(id, document), document, &mut right)?;
    }
    out.write_all(HEAD)?;
    for at in 0..exchanges {
        let from = if at % 10 == 9 { &other } else { &right };
        let entry = &from[at * STRIDE % from.len()];
        let entry = entry.replace(NUMBER, &(10_000_000 + at).to_string());
        write!(out, "{}\n{entry}", if at == 0 { "" } else { "," })?;
    }
    out.write_all(b"\n]}}\n")
}

/// Adds an entry of each documented operation for each of its statuses and bodies.
fn of_document(base: &str, document: &Value, entries: &mut Vec<String>) -> io::Result<()> {
    let boundaries =
        document::boundaries(document).map_err(|cases| io::Error::other(format!("{cases:?}")))?;
    // The bodies of a request or an answer: its examples, or the values of its component.
    let bodies = |of: &Value| -> Vec<String> {
        let of = &of["content"][JSON];
        if let Some(examples) = of["examples"].as_object() {
            let values = examples.values().map(|it| it["value"].to_string());
            return values.collect();
        }
        let schema = of["schema"]["$ref"].as_str().unwrap_or_default();
        let name = schema.rsplit('/').next();
        let values = boundaries.iter().filter(|it| name == Some(&it.schema));
        let values = values.map(|it| it.text.clone());
        values.filter(|it| is_carried(it)).collect()
    };
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if operation["x-documentation"] == "listed" {
                continue;
            }
            let sent = bodies(&operation["requestBody"]);
            let (url, headers) = request(base, path, operation);
            for (status, response) in operation["responses"].as_object().into_iter().flatten() {
                // What stands for every status is answered without a body.
                let status = status.parse().unwrap_or(204);
                let answers = bodies(response);
                for at in 0..answers.len().max(1) {
                    let sent = sent.iter().cycle().nth(at);
                    let asked = (&*method.to_uppercase(), &*url, headers.clone());
                    entries.push(entry(asked, sent, status, answers.get(at)));
                }
            }
        }
    }
    Ok(())
}

/// Whether a double carries every number of a JSON text; readers of recordings take others for other numbers.
fn is_carried(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|it| it.to_string().len() == text.len())
}

/// The address and the headers of a request with every documented parameter.
fn request(base: &str, path: &str, operation: &Value) -> (String, Vec<Value>) {
    let (mut url, mut between) = (format!("{base}{path}"), '?');
    let mut headers = vec![header("Authorization", "Bearer it"), header("Accept", JSON)];
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap_or_default();
        let schema = &parameter["schema"];
        let value = match (&schema["enum"][0], schema["maxLength"].as_u64()) {
            (Value::String(listed), _) => listed,
            _ if schema["type"] == "boolean" => "true",
            _ if schema["format"] == "uuid" => "8c3e5d1e-6f5b-4f0e-9a53-0d3c8d0a2f7b",
            (_, Some(most @ ..8)) => &"AAAAAAAA"[..usize::try_from(most).unwrap_or_default()],
            _ => NUMBER,
        };
        match parameter["in"].as_str() {
            Some("path") => url = url.replace(&format!("{{{name}}}"), value),
            Some("query") => {
                url = format!("{url}{between}{name}={value}");
                between = '&';
            }
            _ => headers.push(header(name, value)),
        }
    }
    (url, headers)
}

fn header(name: &str, value: &str) -> Value {
    json!({"name": name, "value": value})
}

/// An entry of HAR 1.2: a request, its body, the status and the body of the answer.
fn entry(
    (method, url, mut headers): (&str, &str, Vec<Value>),
    sent: Option<&String>,
    status: u16,
    answer: Option<&String>,
) -> String {
    let media_type = answer.map_or("", |_| JSON);
    headers.extend(sent.map(|_| header("Content-Type", JSON)));
    let sizes = [sent, answer].map(|it| it.map_or(0, String::len));
    let mut entry = json!({
        "startedDateTime": "2026-11-26T10:00:00.000Z", "time": 5, "cache": {}, "_id": NUMBER,
        "timings": {"send": 1, "wait": 3, "receive": 1},
        "request": {"method": method, "url": url, "httpVersion": "HTTP/1.1", "headers": headers,
            "queryString": [], "cookies": [], "headersSize": -1, "bodySize": sizes[0]},
        "response": {"status": status, "statusText": "", "httpVersion": "HTTP/1.1", "redirectURL": "",
            "headers": [header("content-type", media_type)], "cookies": [], "headersSize": -1,
            "bodySize": sizes[1],
            "content": {"size": sizes[1], "mimeType": media_type, "text": answer}},
    });
    if let Some(text) = sent {
        entry["request"]["postData"] = json!({"mimeType": JSON, "text": text});
    }
    entry.to_string()
}

/// What stands in recordings of browsers beside the exchanges of an API.
fn others() -> Vec<String> {
    let host = "https://sandbox.apihub.citi.com";
    let asked = vec![header("Access-Control-Request-Method", "GET")];
    let operation = format!("{host}/gcb/api/partner/v1/customers/profiles");
    let body = Some("{}".to_owned());
    let of = |url: &str| entry(("POST", url, vec![]), body.as_ref(), 200, body.as_ref());
    vec![
        of(&format!("{host}/static/app.js")),
        of("https://telemetry.example/v1/events"),
        entry(("OPTIONS", &operation, asked), None, 204, None),
    ]
}
