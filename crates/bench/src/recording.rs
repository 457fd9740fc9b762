//! Recordings of any length: HAR 1.2 in which every exchange is as documented, the same bytes in every run.
//!
//! The exchanges are those of every documented operation: bodies are the documents' examples of errors and
//! their boundary values, and an answer has every documented status. One of ten is a preflight, a static
//! file or a request of another host.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

/// Stands in an entry for what differs from exchange to exchange.
const NUMBER: &str = "@NUMBER@";
/// No multiple of a number of templates: every template is taken.
const STRIDE: usize = 7_919;
/// A file at a host that documents name.
const STATIC: &str = "https://sandbox.apihub.citi.com/static/app.js";
/// An operation that a browser asks for before it calls it.
const ASKED: &str = "https://sandbox.apihub.citi.com/gcb/api/partner/v1/customers/profiles";

/// The address at which a document's operations are recorded: that of its first server, or an invented
/// one if the document names no host.
#[must_use]
pub fn server(id: &str, document: &Value) -> String {
    let named = document["servers"][0]["url"].as_str().unwrap_or_default();
    if named.starts_with("https://") && !named.contains('{') {
        named.to_owned()
    } else {
        format!("https://{id}.example")
    }
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
    let mut right = Vec::new();
    for (id, document) in documents {
        right.extend(of_document(id, document)?);
    }
    let split = |entry: Value| -> Vec<String> {
        let text = entry.to_string();
        text.split(NUMBER).map(str::to_owned).collect()
    };
    let right: Vec<_> = right.into_iter().map(split).collect();
    let other: Vec<_> = others().into_iter().map(split).collect();
    out.write_all(b"{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"bench\",\"version\":\"1\"},\"entries\":[")?;
    for at in 0..exchanges {
        let from = if at % 10 == 9 { &other } else { &right };
        let entry = &from[at * STRIDE % from.len()];
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        let number = format!("{:08}", 10_000_000 + at);
        out.write_all(entry.join(&number).as_bytes())?;
    }
    out.write_all(b"\n]}}\n")
}

/// One entry of each operation for each of its statuses and bodies.
fn of_document(id: &str, document: &Value) -> io::Result<Vec<Value>> {
    let boundaries = document::boundaries(document).map_err(|cases| {
        let cases: Vec<String> = cases.iter().map(ToString::to_string).collect();
        io::Error::other(cases.join("\n"))
    })?;
    // The bodies of a media type: its examples, or all values of its component.
    let bodies = |content: &Value| -> Vec<String> {
        let content = &content["application/json"];
        let examples = content["examples"].as_object().into_iter().flatten();
        let examples: Vec<String> = examples.map(|(_, it)| it["value"].to_string()).collect();
        let schema = content["schema"]["$ref"].as_str().unwrap_or_default();
        let of = |name: &str| schema.strip_prefix("#/components/schemas/") == Some(name);
        let values = boundaries
            .iter()
            .filter(|it| of(&it.schema) && is_carried(&it.text));
        let values = values.map(|it| it.text.clone());
        match examples.is_empty() {
            true => values.collect(),
            false => examples,
        }
    };
    let mut entries = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            if operation["x-documentation"] == "listed" || operation["responses"].is_null() {
                continue;
            }
            let sent = bodies(&operation["requestBody"]["content"]);
            for (status, response) in operation["responses"].as_object().into_iter().flatten() {
                // What stands for every other status is answered without a body.
                let status = status.parse().unwrap_or(204);
                let mut answers: Vec<_> =
                    bodies(&response["content"]).into_iter().map(Some).collect();
                if answers.is_empty() {
                    answers.push(None);
                }
                for (at, answer) in answers.iter().enumerate() {
                    let request = request(&server(id, document), path, operation, at % 2 == 1);
                    let sent = sent.get(at % sent.len().max(1)).map(String::as_str);
                    entries.push(entry(method, request, sent, status, answer.as_deref()));
                }
            }
        }
    }
    Ok(entries)
}

/// The address and the headers of a request, with its optional parameters or without.
fn request(base: &str, path: &str, operation: &Value, optional: bool) -> (String, Vec<Value>) {
    let mut url = format!("{base}{path}");
    let mut headers = vec![
        header("Authorization", "Bearer token"),
        header("Accept", "application/json"),
        header("Accept-Encoding", "gzip, deflate, br, zstd"),
        header("Origin", "https://app.example"),
        header(
            "User-Agent",
            "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0",
        ),
    ];
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        if parameter["required"] != true && !optional {
            continue;
        }
        let name = parameter["name"].as_str().unwrap_or_default();
        let value = value(&parameter["schema"]);
        match parameter["in"].as_str() {
            Some("path") => url = url.replace(&format!("{{{name}}}"), &value),
            Some("query") => {
                let between = if url.contains('?') { '&' } else { '?' };
                url = format!("{url}{between}{name}={value}");
            }
            _ => headers.push(header(name, &value)),
        }
    }
    (url, headers)
}

/// A value of a parameter.
fn value(schema: &Value) -> String {
    if let Some(listed) = schema["enum"][0].as_str() {
        return listed.to_owned();
    }
    let most = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("boolean"), _) => "true".to_owned(),
        (_, Some("uuid")) => "8c3e5d1e-6f5b-4f0e-9a53-0d3c8d0a2f7b".to_owned(),
        _ if most < 8 => "A".repeat(usize::try_from(most).unwrap_or_default()),
        _ => NUMBER.to_owned(),
    }
}

fn header(name: &str, value: &str) -> Value {
    json!({"name": name, "value": value})
}

/// Whether a double carries every number of a JSON text; readers of recordings take others for other numbers.
fn is_carried(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|it| it.to_string().len() == text.len())
}

/// An entry of HAR 1.2.
fn entry(
    method: &str,
    (url, mut headers): (String, Vec<Value>),
    sent: Option<&str>,
    status: u16,
    answer: Option<&str>,
) -> Value {
    const JSON: &str = "application/json";
    headers.extend(sent.map(|_| header("Content-Type", JSON)));
    let mut answered = vec![
        header("date", "Thu, 26 Nov 2026 10:00:00 GMT"),
        header("cache-control", "no-store"),
    ];
    answered.extend(answer.map(|_| header("content-type", JSON)));
    let mut entry = json!({
        "startedDateTime": "2026-11-26T10:00:00.000Z", "time": 5, "cache": {}, "_id": NUMBER,
        "timings": {"send": 1, "wait": 3, "receive": 1},
        "request": {"method": method.to_uppercase(), "url": url, "httpVersion": "HTTP/1.1",
            "headers": headers, "queryString": [], "cookies": [], "headersSize": -1,
            "bodySize": sent.map_or(0, str::len)},
        "response": {"status": status, "statusText": "", "httpVersion": "HTTP/1.1", "redirectURL": "",
            "headers": answered, "cookies": [], "headersSize": -1, "bodySize": answer.map_or(0, str::len),
            "content": {"size": answer.map_or(0, str::len),
                "mimeType": answer.map_or("", |_| JSON), "text": answer.unwrap_or_default()}},
    });
    if let Some(text) = sent {
        entry["request"]["postData"] = json!({"mimeType": JSON, "text": text});
    }
    entry
}

/// What stands in recordings of browsers beside the exchanges of an API.
fn others() -> Vec<Value> {
    let to = |url: &str, headers| (url.to_owned(), headers);
    let asked = vec![
        header("Origin", "https://app.example"),
        header("Access-Control-Request-Method", "GET"),
    ];
    let elsewhere = "https://telemetry.example/v1/events";
    vec![
        entry("get", to(STATIC, vec![]), None, 200, Some("{}")),
        entry("post", to(elsewhere, vec![]), Some("{}"), 200, Some("{}")),
        entry("options", to(ASKED, asked), None, 204, None),
    ]
}
