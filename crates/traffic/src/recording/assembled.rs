//! An exchange from what one of the forms says of it, and whether a body was recorded.
//!
//! - HAR 1.2: `request` with `postData`, `response` with `content`.
//! - NDJSON as `redocly drift` takes it: `body` beside `headers`; or flat: `requestHeaders`, `responseBody`.
//! - Newman: `response` with `code` and `stream`. Postman: `originalRequest` inside the response.

use std::borrow::Cow;

use super::Recording;
use super::value::Value;
use crate::exchange::{Body, Exchange, Message, Pair};

/// The exchange that an entry records, or what it lacks.
pub(super) fn exchange<'r>(
    (recording, number, frame): (Recording, usize, &'r str),
    mut entry: Value<'r>,
) -> Result<Exchange<'r>, &'static str> {
    let started = entry.member(&["startedDateTime", "startedAt", "started_at", "timestamp"]);
    let mut request = entry.member(&["request", "req", "httpRequest", "originalRequest"]);
    let mut response = entry.member(&["response", "res", "httpResponse"]);
    let request = request.or(&mut entry);
    let method = request.member(&["method", "httpMethod"]).text();
    let method = method.filter(|it| !it.is_empty()).ok_or("a method")?;
    let method = method.to_ascii_uppercase();
    let url = Some(url(request))
        .filter(|it| !it.is_empty())
        .ok_or("an address")?;
    let request = message(request, ["requestHeaders", "postData", "requestBody"], true);
    let response = response.or(&mut entry);
    let mut status = |name| response.member(&[name]).text()?.parse().ok();
    let status = status("code").or_else(|| status("statusCode").or_else(|| status("status")));
    let status = status.unwrap_or(0);
    let names = ["responseHeaders", "content", "responseBody"];
    let mut response = message(response, names, false);
    let has_none = method == "HEAD" || matches!(status, 0..200 | 204 | 304);
    if has_none && matches!(response.body, Body::NotRecorded) {
        response.body = Body::Absent;
    }
    Ok(Exchange {
        recording,
        number,
        frame,
        day: day(&started),
        method,
        url,
        request,
        status,
        response,
    })
}

/// The date that a time begins with.
fn day<'r>(time: &Value<'r>) -> Option<&'r str> {
    let Value::Text(Cow::Borrowed(time)) = time else {
        return None;
    };
    let shape = |it: u8| if it.is_ascii_digit() { b'9' } else { it };
    time.get(..10)
        .filter(|it| it.bytes().map(shape).eq(*b"9999-99-99"))
}

/// The address, put together where its parts are recorded.
fn url<'r>(request: &mut Value<'r>) -> Cow<'r, str> {
    match request.member(&["url", "uri", "requestUrl", "path"]) {
        Value::Text(path) if path.starts_with('/') => {
            let host = request.member(&["host"]).text();
            host.map_or(path.clone(), |host| format!("http://{host}{path}").into())
        }
        Value::Text(url) => url,
        mut parts @ Value::Object(_) => postman(&mut parts).into(),
        _ => Cow::default(),
    }
}

/// The address from the parts that Postman writes.
fn postman(parts: &mut Value<'_>) -> String {
    let mut part = |name, between| {
        let list = parts.member(&[name]).list();
        let texts: Vec<_> = list.into_iter().filter_map(Value::text).collect();
        texts.join(between)
    };
    let mut url = part("raw", "");
    if url.is_empty() {
        let (scheme, host, port) = (part("protocol", ""), part("host", "."), part("port", ""));
        let colon = if port.is_empty() { "" } else { ":" };
        let path = part("path", "/");
        url = format!(
            "{scheme}://{host}{colon}{port}/{}",
            path.trim_start_matches('/')
        );
        for (name, value) in pairs(parts.member(&["query"])) {
            let between = if url.contains('?') { '&' } else { '?' };
            url = format!("{url}{between}{name}={value}");
        }
    }
    // `:id` in the path is one of the variables.
    for (name, value) in pairs(parts.member(&["variable"])) {
        let (path, query) = url.split_at(url.find('?').unwrap_or(url.len()));
        let is_it = |it: &str| it.strip_prefix(':') == Some(&name);
        let parts = path
            .split('/')
            .map(|it| if is_it(it) { &*value } else { it });
        url = parts.collect::<Vec<_>>().join("/") + query;
    }
    url
}

/// Names and values: a list of them without those that are switched off, an object, or lines of text.
fn pairs(value: Value<'_>) -> Vec<Pair<'_>> {
    let mut all = Vec::new();
    match value {
        Value::Object(members) => {
            for (name, values) in members {
                let values = values.list().into_iter().filter_map(Value::text);
                all.extend(values.map(|it| (name.clone(), it)));
            }
        }
        Value::Text(lines) => {
            let owned = |it: &str| Cow::Owned(it.trim().to_owned());
            let pairs = lines.lines().filter_map(|it| it.split_once(':'));
            all.extend(pairs.map(|(name, value)| (owned(name), owned(value))));
        }
        list => {
            for mut pair in list.list() {
                let is_on = pair.member(&["disabled"]).text().is_none();
                let name = pair.member(&["name", "key"]).text().filter(|_| is_on);
                let value = pair.member(&["value"]).text().unwrap_or_default();
                all.extend(name.map(|it| (it, value)));
            }
        }
    }
    all
}

/// The headers and the body of a message, by the names that they have in one of the forms.
///
/// Recorders leave out the text of a body that they did not keep, or write an empty one, and keep its
/// size. A request without either has no body; an answer may have had one.
fn message<'r>(of: &mut Value<'r>, names: [&str; 3], is_request: bool) -> Message<'r> {
    let headers = pairs(of.member(&[names[0], "headers", "header"]));
    let header = |name: &str| {
        let found = headers.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    };
    let mut content = of.member(&[names[1]]);
    let raw = of.member(&[
        names[2], "body", "bodyText", "payload", "data", "rawBody", "stream",
    ]);
    let text = content.member(&["text"]).text();
    let is_base64 = content
        .member(&["encoding"])
        .text()
        .is_some_and(|it| it == "base64");
    let fields = pairs(content.member(&["params"]));
    let size = content.member(&["size"]).number();
    let announced = header("content-length").and_then(|it| it.trim().parse().ok());
    let sizes = [size, announced, of.member(&["bodySize"]).number()];
    let is_stated = text.is_some() || matches!(raw, Value::Raw(_));
    // What was sent of an empty text may be the frame of its coding.
    let mut counted = sizes[..if is_stated { 2 } else { 3 }].iter().flatten();
    let is_larger = counted.any(|it| *it > 0.0);
    let is_none = is_request || sizes.contains(&Some(0.0)) || is_stated && size.is_none();
    let body = match (text.filter(|it| !it.is_empty()), raw) {
        (Some(text), _) if is_base64 => Body::Base64(text),
        (Some(text), _) => Body::Text(text),
        (None, Value::Raw(raw)) if raw != "\"\"" => value(raw),
        _ if !fields.is_empty() => Body::Form(fields),
        _ => Body::Absent,
    };
    let is_left_out = matches!(body, Body::Absent) && (is_larger || !is_none);
    // Chrome writes `x-unknown` where the answer names none.
    let media_type = content.member(&["mimeType"]).text();
    let media_type = media_type.filter(|it| !it.is_empty() && it != "x-unknown");
    Message {
        media_type: media_type.or_else(|| header("content-type")),
        body: if is_left_out { Body::NotRecorded } else { body },
        headers,
    }
}

#[derive(serde::Deserialize)]
struct Buffer<'r> {
    r#type: &'r str,
    data: Vec<u8>,
}

/// A body that stands in the recording as any JSON: text, bytes, what Postman writes, or the body itself.
fn value(raw: &str) -> Body<'_> {
    match serde_json::from_str::<Buffer>(raw) {
        Ok(it) if it.r#type == "Buffer" && it.data.is_empty() => return Body::Absent,
        Ok(it) if it.r#type == "Buffer" => return Body::Bytes(it.data),
        _ => {}
    }
    let mut body = match serde_json::from_str(raw).unwrap_or_default() {
        Value::Text(text) if raw.starts_with('"') => return Body::Text(text),
        other => other,
    };
    let mode = body.member(&["mode"]).text().unwrap_or_default();
    match (&*mode, body.member(&[&mode])) {
        ("raw", Value::Nothing) => Body::Absent,
        ("raw", Value::Text(text)) => Body::Text(text),
        ("graphql", Value::Raw(raw)) => Body::Text(raw.into()),
        ("urlencoded" | "formdata", list @ Value::List(_)) => Body::Form(pairs(list)),
        ("file", Value::Object(_)) => Body::NotRecorded,
        _ => Body::Text(raw.into()),
    }
}
