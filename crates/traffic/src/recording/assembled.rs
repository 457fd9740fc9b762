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
    let day = day(&entry.member(&["startedDateTime", "startedAt", "started_at", "timestamp"]));
    let mut http = entry.member(&["http"]);
    let outer = if http.is_object() {
        &mut http
    } else {
        &mut entry
    };
    let mut request = outer.member(&["request", "req", "httpRequest", "originalRequest"]);
    let mut response = outer.member(&["response", "res", "httpResponse"]);
    let request = if request.is_object() {
        &mut request
    } else {
        &mut entry
    };
    let method = request.member(&["method", "httpMethod"]).text();
    let method = method.ok_or("a method")?.to_ascii_uppercase();
    let is_token = |it: u8| it.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&it);
    if method.is_empty() || !method.bytes().all(is_token) {
        return Err("a method");
    }
    let url = url(request)
        .filter(|it| !it.is_empty())
        .ok_or("an address")?;
    let request = message(request, ["requestHeaders", "postData", "requestBody"], true);
    let response = if response.is_object() {
        &mut response
    } else {
        &mut entry
    };
    let status = response.member(&["code", "statusCode"]).number();
    let status = status.or_else(|| response.member(&["status"]).number());
    let status = status
        .filter(|it| (100.0..1000.0).contains(it))
        .unwrap_or(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "up to 999"
    )]
    let status = status as u16;
    let mut response = message(
        response,
        ["responseHeaders", "content", "responseBody"],
        false,
    );
    let has_none = method == "HEAD" || matches!(status, 0..200 | 204 | 304);
    if has_none && matches!(response.body, Body::NotRecorded) {
        response.body = Body::Absent;
    }
    Ok(Exchange {
        recording,
        number,
        frame,
        day,
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
    let shape: fn(u8) -> u8 = |it| if it.is_ascii_digit() { b'9' } else { it };
    time.get(..10)
        .filter(|it| it.bytes().map(shape).eq(*b"9999-99-99"))
}

/// The address, put together where its parts are recorded.
fn url<'r>(request: &mut Value<'r>) -> Option<Cow<'r, str>> {
    match request.member(&["url", "uri", "requestUrl"]) {
        Value::Nothing => {
            let path = request.member(&["path", "pathname"]).text()?;
            let host = request.member(&["host"]).text();
            Some(host.map_or(path.clone(), |host| format!("http://{host}{path}").into()))
        }
        Value::Text(text) => Some(text),
        mut parts => Some(postman(&mut parts).into()),
    }
}

/// The address from the parts that Postman writes.
fn postman(parts: &mut Value<'_>) -> String {
    let mut part = |name, between| {
        let list = parts
            .member(&[name])
            .list()
            .into_iter()
            .filter_map(Value::text);
        list.collect::<Vec<_>>().join(between)
    };
    let (mut url, scheme, port) = (part("raw", ""), part("protocol", ""), part("port", ""));
    if url.is_empty() {
        let colon = if port.is_empty() { "" } else { ":" };
        let (host, path) = (part("host", "."), part("path", "/"));
        url = format!(
            "{scheme}://{host}{colon}{port}/{}",
            path.trim_start_matches('/')
        );
        for (number, (name, value)) in pairs(parts.member(&["query"])).iter().enumerate() {
            let between = if number == 0 { '?' } else { '&' };
            url = format!("{url}{between}{name}={value}");
        }
    }
    // `:id` in the path is one of the variables.
    for (name, value) in pairs(parts.member(&["variable"])) {
        let (path, query) = url.split_at(url.find('?').unwrap_or(url.len()));
        let is_it = |it: &&str| it.strip_prefix(':') == Some(&name);
        let parts = path
            .split('/')
            .map(|it| if is_it(&it) { &*value } else { it });
        url = parts.collect::<Vec<_>>().join("/") + query;
    }
    url
}

/// Names and values: a list of them, an object, or lines of text.
fn headers(value: Value<'_>) -> Vec<Pair<'_>> {
    let mut all = Vec::new();
    match value {
        Value::Object(members) => {
            for (name, values) in members {
                let values = values.list().into_iter().filter_map(Value::text);
                all.extend(values.map(|it| (name.clone(), it)));
            }
        }
        Value::Text(lines) => {
            let pairs = lines.lines().filter_map(|it| it.split_once(':'));
            let owned = |it: &str| Cow::Owned(it.trim().to_owned());
            all.extend(pairs.map(|(name, value)| (owned(name), owned(value))));
        }
        list => return pairs(list),
    }
    all
}

/// Names and values of a list, without those that are switched off.
fn pairs(list: Value<'_>) -> Vec<Pair<'_>> {
    let mut all = Vec::new();
    for mut pair in list.list() {
        let value = pair.member(&["value"]).text().unwrap_or_default();
        let is_on = pair.member(&["disabled"]).number().is_none();
        let name = pair.member(&["name", "key"]).text().filter(|_| is_on);
        all.extend(name.map(|it| (it, value)));
    }
    all
}

/// The headers and the body of a message, by the names that they have in one of the forms.
///
/// Recorders leave out the text of a body that they did not keep, or write an empty one, and keep its
/// size. A request without either has no body; an answer may have had one.
fn message<'r>(
    of: &mut Value<'r>,
    [headers_name, content, body]: [&str; 3],
    is_request: bool,
) -> Message<'r> {
    let headers = headers(of.member(&[headers_name, "headers", "header"]));
    let header = |name: &str| {
        let found = headers.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    };
    let mut content = of.member(&[content]);
    let raw = [
        body, "body", "bodyText", "payload", "data", "rawBody", "stream",
    ];
    let raw = of.member(&raw);
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
    // HAR 1.2 has -1 where the size is not known.
    let is_known = sizes[2] != Some(-1.0);
    let is_none =
        is_request && is_known || sizes.contains(&Some(0.0)) || is_stated && size.is_none();
    let body = match (text.filter(|it| !it.is_empty()), raw) {
        (Some(text), _) if is_base64 => Body::Base64(text),
        (Some(text), _) => Body::Text(text),
        (None, Value::Raw(raw)) if raw != "\"\"" => value(raw),
        _ if !fields.is_empty() => Body::Form(fields),
        _ => Body::Absent,
    };
    let is_absent = matches!(&body, Body::Absent);
    // Chrome writes `x-unknown` where the answer names none.
    let media_type = content.member(&["mimeType"]).text();
    let media_type = media_type.filter(|it| !it.is_empty() && it != "x-unknown");
    Message {
        media_type: media_type.or_else(|| header("content-type")),
        body: if is_absent && (is_larger || !is_none) {
            Body::NotRecorded
        } else {
            body
        },
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
    if let Ok(Buffer {
        r#type: "Buffer",
        data,
    }) = serde_json::from_str(raw)
    {
        return if data.is_empty() {
            Body::Absent
        } else {
            Body::Bytes(data)
        };
    }
    let mut body = match serde_json::from_str(raw).unwrap_or_default() {
        Value::Text(text) => return Body::Text(text),
        object => object,
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
