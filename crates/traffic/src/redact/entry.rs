//! One entry of a redacted HAR.

use std::collections::BTreeSet;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::stand_in::stand_in;
use super::{ClassOf, Known};
use crate::api::{Address, Api, Check, Host, Match, Media, Operation, Row};
use crate::body::{Step, json as read};
use crate::decode;
use crate::exchange::{Body, Exchange, Message};
use crate::trial::{SAYABLE, Trial, essence, is_json, is_part_of, media_of, plain};

/// The host of everything that no document names (RFC 2606, section 2).
const NOWHERE: &str = "nowhere.invalid";

/// An entry in the place of an exchange that cannot be read.
pub(super) fn empty() -> Value {
    whole(
        None,
        json!({ "method": "GET", "url": "" }),
        json!({ "status": 0 }),
    )
}

/// The entry of an exchange that a trial has heard.
pub(super) fn entry(trial: &mut Trial, class_of: ClassOf, exchange: &Exchange) -> Value {
    let api = trial.api();
    let method = exchange.method.to_ascii_uppercase();
    let usual = claims::openapi::METHODS
        .iter()
        .any(|it| it.eq_ignore_ascii_case(&method));
    let method = if usual || method == "CONNECT" {
        method
    } else {
        "OTHER".to_owned()
    };
    let address = Address::of(&exchange.url);
    let found = address
        .as_ref()
        .map(|address| (address, api.find(&method, address)));
    let (url, mut request, mut response) = match found {
        None => (String::new(), json!({}), json!({})),
        Some((address, Match::Nothing(host))) => {
            let host = if host == Host::Documented {
                &address.host
            } else {
                NOWHERE
            };
            (
                format!("https://{host}/{}", api.shape(address, "~")),
                json!({}),
                json!({}),
            )
        }
        Some((address, Match::Method(at) | Match::Version(at))) => (
            api.url(at, address, |_| "~".to_owned()),
            json!({}),
            json!({}),
        ),
        Some((address, Match::Operation(at, _))) => {
            let operation = trial.operation(at);
            let name = operation.lore.operation().to_string();
            let known = Known {
                api,
                class_of,
                id: api.id(at),
                operation: &name,
            };
            let url = url(&known, operation, api, at, address);
            let request = request(&known, operation, exchange);
            (url, request, answer(&known, operation, exchange))
        }
    };
    request["method"] = json!(method);
    request["url"] = json!(url);
    response["status"] = json!(exchange.status);
    whole(exchange.day.as_deref(), request, response)
}

/// An entry with the members that HAR 1.2 demands.
fn whole(day: Option<&str>, mut request: Value, mut response: Value) -> Value {
    for (message, members) in [
        (&mut request, json!({ "queryString": [], "bodySize": 0 })),
        (
            &mut response,
            json!({
                "statusText": "", "redirectURL": "", "bodySize": -1,
                "content": { "size": 0, "mimeType": "x-unknown" },
            }),
        ),
    ] {
        let common =
            json!({ "httpVersion": "HTTP/1.1", "headers": [], "cookies": [], "headersSize": -1 });
        for (name, value) in [members, common]
            .iter()
            .filter_map(Value::as_object)
            .flatten()
        {
            if message.get(name).is_none() {
                message[name] = value.clone();
            }
        }
    }
    let day = day.unwrap_or("1970-01-01");
    json!({
        "startedDateTime": format!("{day}T00:00:00.000Z"), "time": 0, "request": request,
        "response": response, "cache": {}, "timings": { "send": 0, "wait": 0, "receive": 0 },
    })
}

fn url(
    known: &Known,
    operation: &mut Operation,
    api: &Api,
    at: usize,
    address: &Address,
) -> String {
    let mut of = |place: &str, name: &str, value: &str| {
        let mut parameters = operation.parameters.iter_mut().map(|it| &mut it.check);
        let same = |it: &str| {
            if place == "query" {
                is_part_of(name, it)
            } else {
                name == it
            }
        };
        let check = parameters.find(|it| it.place == place && same(&it.name))?;
        let types: Vec<String> = check.tree.nodes[0]
            .types()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let types: Vec<&str> = types.iter().map(String::as_str).collect();
        let stands = stand_in(known, check, &plain(value, &types));
        Some(match stands {
            Value::String(text) => text,
            other => other.to_string(),
        })
    };
    let mut url = api.url(at, address, |(name, value)| {
        of("path", name, value).unwrap_or_else(|| "~".to_owned())
    });
    for (index, (name, value)) in address.query.iter().enumerate() {
        let stands = of("query", name, value);
        let is_known = stands.is_some() || known.api.names.know(name);
        let name = if is_known {
            name.clone()
        } else {
            format!("~{index}")
        };
        let stands = stands.unwrap_or_default();
        url.push(if index == 0 { '?' } else { '&' });
        url.push_str(&utf8_percent_encode(&name, NON_ALPHANUMERIC).to_string());
        url.push('=');
        url.push_str(&utf8_percent_encode(&stands, NON_ALPHANUMERIC).to_string());
    }
    url
}

fn request(known: &Known, operation: &mut Operation, exchange: &Exchange) -> Value {
    let sent = &exchange.request;
    let mut headers = Vec::new();
    for parameter in operation
        .parameters
        .iter_mut()
        .filter(|it| it.check.place == "header")
    {
        let check = &mut parameter.check;
        let name = check.name.clone();
        for value in sent.header(&name) {
            let stands = stand_in(known, check, &Value::String(value.to_owned()));
            let value = stands
                .as_str()
                .map_or_else(|| stands.to_string(), str::to_owned);
            headers.push(json!({ "name": name, "value": value }));
        }
    }
    if !sent.headers.is_empty() {
        // Some headers were recorded, so those that are missing were not sent.
        headers.push(json!({ "name": "x-recorded", "value": "headers" }));
    }
    let mut request = json!({ "headers": headers });
    let content = operation.body.as_mut().map(|body| &mut *body.content);
    let (kind, text) = body(known, content.unwrap_or_default(), &[], sent);
    match (&sent.body, text) {
        (Body::Absent, _) => {}
        (Body::Form(fields), _) => {
            let params: Vec<Value> = fields
                .iter()
                .enumerate()
                .map(|(index, (name, _))| {
                    let is_known = known.api.names.know(name);
                    let name = if is_known {
                        name.to_string()
                    } else {
                        format!("~{index}")
                    };
                    json!({ "name": name, "value": "[value]" })
                })
                .collect();
            request["postData"] = json!({ "mimeType": kind, "params": params });
        }
        (_, Some((text, encoding))) => {
            request["bodySize"] = json!(text.len());
            request["postData"] = json!({ "mimeType": kind, "text": text });
            if let Some(encoding) = encoding {
                request["postData"]["encoding"] = json!(encoding);
            }
        }
        (_, None) => request["bodySize"] = json!(1),
    }
    request
}

fn answer(known: &Known, operation: &mut Operation, exchange: &Exchange) -> Value {
    let at = crate::trial::response_of(operation, exchange.status);
    let response = at.map(|at| &mut operation.responses[at]);
    let (content, rows) = response.map_or((&mut [][..], &[][..]), |it| (&mut it.content, &it.rows));
    let (kind, text) = body(known, content, rows, &exchange.response);
    let mut content = json!({ "mimeType": kind, "size": 0 });
    match text {
        Some((text, encoding)) => {
            content["size"] = json!(text.len());
            content["text"] = json!(text);
            if let Some(encoding) = encoding {
                content["encoding"] = json!(encoding);
            }
        }
        None if matches!(exchange.response.body, Body::Absent) => content["text"] = json!(""),
        None => content["size"] = json!(1),
    }
    json!({ "content": content })
}

/// The text of a body and how that is encoded.
type Text = Option<(String, Option<&'static str>)>;

/// The media type of a body, and a text that stands for it; none if there is none.
fn body(known: &Known, content: &mut [Media], rows: &[Row], message: &Message) -> (String, Text) {
    let at = media_of(content, message);
    let said = message
        .media_type
        .as_deref()
        .map(essence)
        .unwrap_or_default();
    let kind = match (at, said.as_str()) {
        (Some(at), said) if said.contains('/') && content[at].media_type.contains('*') => {
            // What a range allows is said if everybody knows it.
            SAYABLE
                .iter()
                .find(|it| **it == said)
                .copied()
                .unwrap_or("application/x-other")
        }
        (Some(_), said) if !said.contains('/') => "x-unknown",
        (Some(at), _) => content[at].media_type,
        (None, "") => "x-unknown",
        (None, said) if !said.contains('/') => "x-unknown",
        (None, said) => SAYABLE
            .iter()
            .find(|it| **it == said)
            .copied()
            .unwrap_or("application/x-other"),
    };
    let kind = kind.to_owned();
    let is_there = match &message.body {
        Body::Absent | Body::NotRecorded | Body::Form(_) => false,
        Body::Text(text) => !text.trim().is_empty(),
        Body::Base64(text) => !text.is_empty(),
        Body::Bytes(bytes) => !bytes.is_empty(),
    };
    if !is_there {
        let is_blank = matches!(
            &message.body,
            Body::Text(_) | Body::Base64(_) | Body::Bytes(_)
        );
        return (kind, is_blank.then(|| (String::new(), None)));
    }
    let Some(at) = at else {
        return (kind, Some(("~".to_owned(), None)));
    };
    let of = if said.contains('/') {
        said
    } else {
        essence(content[at].media_type)
    };
    if !is_json(&of) {
        return (kind, Some(("~".to_owned(), None)));
    }
    let text = match decode::text(message) {
        Err(_) => ("!".to_owned(), Some("base64")),
        Ok(text) => match read(&text.unwrap_or_default()) {
            Err(_) => ("{".to_owned(), None),
            Ok((value, twice)) => {
                let mut stands = json!({});
                if let Some(check) = content[at].check.as_mut() {
                    stands = stand_in(known, check, &value);
                    keep_cells(check, rows, &value, &mut stands);
                }
                (written(&value, &stands, &twice), None)
            }
        },
    };
    (kind, Some(text))
}

/// Keeps what a row of errors or an enum of the document has: it is nobody's, and which row an answer
/// is depends on it.
fn keep_cells(check: &mut Check, rows: &[Row], value: &Value, stands: &mut Value) {
    for (name, value) in value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|_| !rows.is_empty())
    {
        let in_row = rows.iter().any(|row| row.cells.get(name) == Some(value));
        let node = check
            .tree
            .property(0, name)
            .map(|node| &check.tree.nodes[node]);
        let listed = node.is_some_and(|node| node.listed.iter().any(|(it, _)| *it == value));
        if in_row || listed {
            stands[name] = value.clone();
        }
    }
}

/// A stand-in as JSON, in which the names stand twice that stand twice in the value.
fn written(value: &Value, stands: &Value, twice: &[Vec<Step>]) -> String {
    let mut places = BTreeSet::new();
    for way in twice {
        let (mut here, mut place) = (Some(value), Vec::new());
        for step in way {
            let (at, next) = match (here, step) {
                (Some(Value::Object(members)), Step::Property(name)) => {
                    (members.keys().position(|it| it == name), members.get(name))
                }
                (Some(Value::Array(items)), Step::Item(index)) => (Some(*index), items.get(*index)),
                _ => (None, None),
            };
            place.extend(at);
            here = next;
        }
        places.insert(place);
    }
    let mut text = String::new();
    write(stands, &mut Vec::new(), &places, &mut text);
    text
}

fn write(value: &Value, place: &mut Vec<usize>, twice: &BTreeSet<Vec<usize>>, text: &mut String) {
    let is_inside = !twice.is_empty();
    match value {
        Value::Object(members) if is_inside => {
            text.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                place.push(index);
                for _ in 0..=usize::from(twice.contains(place)) {
                    if !text.ends_with('{') {
                        text.push(',');
                    }
                    text.push_str(&json!(name).to_string());
                    text.push(':');
                    write(value, place, twice, text);
                }
                place.pop();
            }
            text.push('}');
        }
        Value::Array(items) if is_inside => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                place.push(index);
                write(item, place, twice, text);
                place.pop();
            }
            text.push(']');
        }
        other => text.push_str(&other.to_string()),
    }
}
