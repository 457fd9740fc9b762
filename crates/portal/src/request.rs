//! A request of each documented operation that the sandbox answers: what "try it" is filled with,
//! and what the samples send.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::error::Problem;
use crate::facts::plain;
use crate::field::{Field, fields, merged};
use crate::input::Input;
use crate::operation::{Operation, text};
use crate::sandbox::SANDBOX;
use crate::site::Site;

/// What a path segment does not hold as it is (RFC 3986, section 3.3).
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// The UUID of samples; "try it" makes a new one for every request.
const UUID: &str = "3f0b9c1e-7d52-4c7a-9a3e-5b1d2f6a8c40";

/// A request in the form of HTTP Archive 1.2, which httpsnippet reads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Har(pub Value);

/// The request of every documented operation, by the address of its page of the portal.
///
/// # Errors
///
/// Returns an error for every place where the input contradicts itself.
pub fn requests(input: &Input) -> Result<BTreeMap<String, Har>, Vec<Problem>> {
    let site = Site::of(input)?;
    let documented = site.operations.iter().filter(|it| !it.is_listed());
    let request = |operation: &Operation| (operation.address(), har(input, operation));
    Ok(documented.map(request).collect())
}

/// A parameter with what it is filled with.
#[derive(Clone, Debug)]
pub(crate) struct Filled<'p> {
    /// The parameter of the document.
    pub(crate) parameter: &'p Value,
    /// `header`, `path` or `query`.
    pub(crate) place: &'p str,
    /// Its name.
    pub(crate) name: &'p str,
    /// Its value; empty where it is not sent.
    pub(crate) value: String,
}

/// The parameters of an operation, filled.
pub(crate) fn filled<'p>(input: &Input, operation: &Operation<'p>) -> Vec<Filled<'p>> {
    let filled = |parameter: &'p Value| {
        let (place, name) = (text(parameter, "in"), text(parameter, "name"));
        Filled {
            parameter,
            place,
            name,
            value: value(input, operation, parameter, place, name),
        }
    };
    operation.parameters().map(filled).collect()
}

fn value(
    input: &Input,
    operation: &Operation,
    parameter: &Value,
    place: &str,
    name: &str,
) -> String {
    let schema = merged(operation.document, &parameter["schema"]);
    let documented = [
        &parameter["example"],
        &schema["examples"][0],
        &schema["default"],
    ];
    let documented = documented.into_iter().find(|value| !value.is_null());
    let prefill = input.prefill(operation.provider.id, place, name);
    match (prefill, documented, text(&schema, "format")) {
        (Some(value), ..) => value.to_owned(),
        (None, Some(value), _) => plain(value),
        (None, None, "uuid") => UUID.to_owned(),
        // The sandbox takes any text for what no page gives an example of.
        _ if parameter["required"] == Value::Bool(true) => "portal".to_owned(),
        _ => String::new(),
    }
}

/// The body of an operation's request: the example of the page, or one of the examples of its
/// fields.
pub(crate) fn body(input: &Input, operation: &Operation) -> Option<(&'static str, Value)> {
    const JSON: &str = "application/json";
    let content = operation.node["requestBody"]["content"].get(JSON)?;
    let examples = content["examples"].as_object().into_iter().flatten();
    let mut examples = examples.map(|(_, example)| example["value"].clone());
    if let Some(example) = examples.next() {
        return Some((JSON, example));
    }
    let fields = fields(operation.document, &content["schema"]);
    let mut object = serde_json::Map::new();
    for field in fields.iter().filter(|field| field.depth == 0) {
        if let Some(value) = of_field(input, operation, field) {
            object.insert(field.name.clone(), value);
        }
    }
    Some((JSON, Value::Object(object)))
}

fn of_field(input: &Input, operation: &Operation, field: &Field) -> Option<Value> {
    let prefill = input.prefill(operation.provider.id, "body", &field.name);
    let prefill = prefill.map(Value::from);
    prefill.or_else(|| field.schema["examples"].get(0).cloned())
}

/// The path of an operation in the sandbox, its parameters filled.
fn path(operation: &Operation, filled: &[Filled]) -> String {
    let mut path = operation.path.clone();
    for parameter in filled.iter().filter(|it| it.place == "path") {
        let value = utf8_percent_encode(&parameter.value, SEGMENT).to_string();
        path = path.replace(&format!("{{{}}}", parameter.name), &value);
    }
    format!("/{}{path}", operation.provider.id)
}

fn har(input: &Input, operation: &Operation) -> Har {
    let filled = filled(input, operation);
    let of = |place: &'static str| {
        let sent = filled
            .iter()
            .filter(move |it| it.place == place && !it.value.is_empty());
        sent.map(|it| json!({ "name": it.name, "value": it.value }))
    };
    let mut headers = vec![json!({ "name": "Authorization", "value": operation.authorization() })];
    headers.extend(of("header"));
    let mut har = json!({
        "method": operation.method,
        "url": format!("{SANDBOX}{}", path(operation, &filled)),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "queryString": of("query").collect::<Vec<_>>(),
        "headersSize": -1,
        "bodySize": -1,
    });
    if let Some((media_type, body)) = body(input, operation) {
        headers.push(json!({ "name": "Content-Type", "value": media_type }));
        har["postData"] = json!({ "mimeType": media_type, "text": body.to_string() });
    }
    har["headers"] = headers.into();
    Har(har)
}
