//! An exchange from what one of the forms says of it, and whether a body was recorded. A member of
//! another type than is expected is as if it were absent.
//!
//! - HAR 1.2: `request` with `postData`, `response` with `content`.
//! - NDJSON as `redocly drift` takes it: `body` beside `headers`; or flat: `requestHeaders`, `responseBody`.
//! - Newman: `response` with `code` and `stream`. Postman: `originalRequest` inside the response.

use std::borrow::Cow;

use serde_json_borrow::Value;

use super::Recording;
use crate::exchange::{Body, Exchange, Message, Pair};

/// The first of the named members that is there.
fn member<'r>(of: &'r Value<'r>, names: &[&'static str]) -> &'r Value<'r> {
    let mut members = names.iter().map(|name| of.get(*name));
    members.find(|it| !it.is_null()).unwrap_or(&Value::Null)
}

fn text<'r>(of: &'r Value<'r>, names: &[&'static str]) -> Option<&'r str> {
    member(of, names).as_str().filter(|it| !it.is_empty())
}

/// The exchange that an entry records, or what it lacks.
pub(super) fn exchange<'r>(
    (recording, number, frame): (Recording, usize, &'r str),
    entry: &'r Value<'r>,
) -> Result<Exchange<'r>, &'static str> {
    let object = |names: &[&'static str]| Some(member(entry, names)).filter(|it| it.is_object());
    let request = object(&["request", "req", "httpRequest", "originalRequest"]).unwrap_or(entry);
    let response = object(&["response", "res", "httpResponse"]).unwrap_or(entry);
    let method = text(request, &["method", "httpMethod"]).ok_or("a method")?;
    let names = ["code", "statusCode", "status"];
    let mut status = names.iter().map(|it| response.get(*it));
    let status = status.find_map(|it| it.as_u64().or_else(|| it.as_str()?.parse().ok()));
    let status = status.and_then(|it| it.try_into().ok()).unwrap_or(0);
    let names = ["responseHeaders", "content", "responseBody"];
    let mut answer = message(response, names, false);
    let has_none = method == "HEAD" || matches!(status, 0..200 | 204 | 304);
    if has_none && matches!(answer.body, Body::NotRecorded) {
        answer.body = Body::Absent;
    }
    let day = member(entry, &["startedDateTime", "startedAt", "timestamp"]);
    // Recorders that know no day write the first one of their clock.
    let day = day
        .as_str()
        .and_then(|it| it.get(..10))
        .filter(|it| *it != "1970-01-01");
    let shape = |it: u8| if it.is_ascii_digit() { b'9' } else { it };
    Ok(Exchange {
        recording,
        number,
        frame,
        day: day.filter(|it| it.bytes().map(shape).eq(*b"9999-99-99")),
        method: method.to_ascii_uppercase(),
        url: url(request).ok_or("an address")?,
        request: message(request, ["requestHeaders", "postData", "requestBody"], true),
        status,
        response: answer,
    })
}

/// The address, put together where its parts are recorded.
fn url<'r>(request: &'r Value<'r>) -> Option<Cow<'r, str>> {
    if request.get("url").is_object() {
        return Some(postman(request.get("url")).into());
    }
    let url = text(request, &["url", "uri", "requestUrl", "path"])?;
    Some(match text(request, &["host"]) {
        Some(host) if url.starts_with('/') => format!("http://{host}{url}").into(),
        _ => url.into(),
    })
}

/// The address from the parts that Postman writes.
fn postman<'r>(parts: &'r Value<'r>) -> String {
    let part = |name: &'static str, between| {
        let (one, list) = (parts.get(name).as_str(), parts.get(name).as_array());
        let list = list.into_iter().flatten().filter_map(Value::as_str);
        let all: Vec<_> = one.into_iter().chain(list).collect();
        all.join(between)
    };
    let mut url = part("raw", "");
    if url.is_empty() {
        let (scheme, host, port) = (part("protocol", ""), part("host", "."), part("port", ""));
        let (colon, path) = (if port.is_empty() { "" } else { ":" }, part("path", "/"));
        url = format!("{scheme}://{host}{colon}{port}/{path}");
        for (name, value) in pairs(parts.get("query")) {
            let between = if url.contains('?') { '&' } else { '?' };
            url = format!("{url}{between}{name}={value}");
        }
    }
    // `:id` in the path is one of the variables.
    for (name, value) in pairs(parts.get("variable")) {
        let (path, query) = url.split_at(url.find('?').unwrap_or(url.len()));
        let is_it = |it: &str| it.strip_prefix(':') == Some(&name);
        let filled = |it| if is_it(it) { &*value } else { it };
        let parts: Vec<_> = path.split('/').map(filled).collect();
        url = parts.join("/") + query;
    }
    url
}

/// Names and values: a list of them without those that are switched off, or an object.
fn pairs<'r>(of: &'r Value<'r>) -> Vec<Pair<'r>> {
    let mut all: Vec<Pair> = Vec::new();
    for it in of.as_array().into_iter().flatten() {
        let is_on = it.get("disabled").as_bool() != Some(true);
        let value = it.get("value").as_str().unwrap_or_default();
        let name = text(it, &["name", "key"]).filter(|_| is_on);
        all.extend(name.map(|name| (name.into(), value.into())));
    }
    for (name, values) in of.iter_object().into_iter().flatten() {
        let values = values.as_array().into_iter().flatten().chain([values]);
        let texts = values.filter_map(Value::as_str);
        all.extend(texts.map(|it| (name.into(), it.into())));
    }
    all
}

/// The headers and the body of a message, by the names that they have in one of the forms.
///
/// Recorders leave out the text of a body that they did not keep, or write an empty one, and keep its
/// size. A request without either has no body; an answer may have had one.
fn message<'r>(of: &'r Value<'r>, names: [&'static str; 3], is_request: bool) -> Message<'r> {
    let headers = pairs(member(of, &[names[0], "headers", "header"]));
    let header = |name: &str| {
        let found = headers.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    };
    let content = of.get(names[1]);
    let bodies = ["body", "bodyText", "payload", "data", "rawBody", "stream"];
    let other = Some(of.get(names[2])).filter(|it| !it.is_null());
    let other = other.unwrap_or_else(|| member(of, &bodies));
    let size = content.get("size").as_f64();
    let announced = header("content-length").and_then(|it| it.trim().parse().ok());
    let sizes = [size, announced, of.get("bodySize").as_f64()];
    let is_stated = !content.get("text").is_null() || !other.is_null();
    // What was sent of an empty text may be the frame of its coding.
    let mut counted = sizes[..if is_stated { 2 } else { 3 }].iter().flatten();
    // A header may be what is left of a body that was taken out: then all that is said of it is said.
    let is_empty = is_stated && [sizes[0], sizes[2]] == [Some(0.0); 2];
    let is_larger = !is_empty && counted.any(|it| *it > 0.0);
    // HAR 1.2 has -1 where the size is not known.
    let is_known = sizes[2] != Some(-1.0);
    let is_none =
        is_request && is_known || sizes.contains(&Some(0.0)) || is_stated && size.is_none();
    let fields = pairs(content.get("params"));
    let body = match text(content, &["text"]) {
        Some(it) if text(content, &["encoding"]) == Some("base64") => Body::Base64(it.into()),
        Some(it) => Body::Text(it.into()),
        None if fields.is_empty() => value(other),
        None => Body::Form(fields),
    };
    let is_left_out = matches!(body, Body::Absent) && (is_larger || !is_none);
    // Chrome writes `x-unknown` where the answer names none.
    let media_type = text(content, &["mimeType"]).filter(|it| *it != "x-unknown");
    Message {
        media_type: media_type.map(Cow::from).or_else(|| header("content-type")),
        body: if is_left_out { Body::NotRecorded } else { body },
        headers,
    }
}

/// A body that stands in the recording as JSON: text, bytes, what Postman writes, or the body itself.
fn value<'r>(of: &'r Value<'r>) -> Body<'r> {
    let mode = text(of, &["mode"]).filter(|it| !of.get(*it).is_null());
    let kind = text(of, &["type"]).filter(|it| *it == "Buffer").or(mode);
    let numbers = of.get("data").as_array().unwrap_or_default().iter();
    let bytes: Option<Vec<u8>> = numbers.map(|it| it.as_u64()?.try_into().ok()).collect();
    match (kind, bytes) {
        _ if of.is_null() || of.as_str() == Some("") => Body::Absent,
        (Some("Buffer"), Some(bytes)) if bytes.is_empty() => Body::Absent,
        (Some("Buffer"), Some(bytes)) => Body::Bytes(bytes),
        (Some("raw"), _) => value(of.get("raw")),
        (Some(mode @ ("urlencoded" | "formdata")), _) => Body::Form(pairs(of.get(mode))),
        (Some("graphql"), _) => Body::Text(of.get("graphql").to_string().into()),
        (Some("file"), _) => Body::NotRecorded,
        _ => Body::Text(of.as_str().map_or_else(|| of.to_string().into(), Cow::from)),
    }
}
