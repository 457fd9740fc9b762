//! An exchange from what one of the forms says of it, and whether a body was recorded.

use std::borrow::Cow;

use super::Recording;
use super::entry::{Content, Entry, Headers, PostmanBody, Request, Response, pairs};
use super::lenient::{Maybe, Raw, Text};
use super::problem::What;
use super::walk::Shape;
use crate::exchange::{Body, Exchange, Message, Pair};

const METHODS: [&str; 9] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
];

/// The exchange that an entry records.
pub(super) fn exchange<'r>(
    mut entry: Entry<'r>,
    shape: Shape,
    (recording, number, frame): (Recording, usize, &'r str),
) -> Result<Exchange<'r>, What> {
    let http = entry.http.take().unwrap_or_default();
    let mut request = entry.request.take().or(http.request).unwrap_or_default();
    let mut response = entry.response.take().or(http.response).unwrap_or_default();
    request.method = request.method.or(entry.method);
    request.headers = request.headers.or(entry.request_headers);
    request.body = request.body.or(entry.request_body);
    response.status = response.status.or(entry.status);
    response.headers = response.headers.or(entry.response_headers);
    response.body = response.body.or(entry.response_body);

    let method = request.method.take().and_then(|it| method(it.0));
    let method = method.ok_or(What::Member("a method"))?;
    let headers = listed(request.headers.take());
    let url = url(&mut request, &headers).or_else(|| entry.url.map(|it| it.0));
    let url = url.ok_or(What::Member("an address"))?;
    let status = response.status.map_or(0, status);
    Ok(Exchange {
        recording,
        number,
        frame,
        day: entry.started.and_then(|it| day(it.0)),
        request: sent(request, headers, shape),
        status,
        response: answered(response, status, &method),
        method,
        url,
    })
}

fn listed(headers: Option<Headers>) -> Vec<Pair> {
    headers.map(|it| it.0).unwrap_or_default()
}

/// The method, unless it is none.
fn method(name: Cow<str>) -> Option<Cow<str>> {
    if let Some(usual) = METHODS.iter().find(|it| it.eq_ignore_ascii_case(&name)) {
        return Some(Cow::Borrowed(*usual));
    }
    let is_token = |it: char| it.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(it);
    Some(name).filter(|it| !it.is_empty() && it.chars().all(is_token))
}

/// The address, put together where its parts are recorded.
fn url<'r>(request: &mut Request<'r>, headers: &[Pair<'r>]) -> Option<Cow<'r, str>> {
    let path = request.url.take().map(|it| it.0);
    let path = path.or_else(|| request.path.take().map(|it| it.0))?;
    if !path.starts_with('/') {
        return Some(path);
    }
    let host = request.host.take().map(|it| it.0);
    let Some(host) = host.or_else(|| header(headers, "host").map(|it| it.to_owned().into())) else {
        return Some(path);
    };
    let scheme = request
        .scheme
        .take()
        .map_or(Cow::Borrowed("http"), |it| it.0);
    Some(format!("{scheme}://{host}{path}").into())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "100 to 999"
)]
fn status(number: f64) -> u16 {
    if (100.0..1000.0).contains(&number) {
        number as u16
    } else {
        0
    }
}

/// The date that a time begins with.
fn day(time: Cow<str>) -> Option<Cow<str>> {
    let date = time.get(..10)?;
    let is_right = |(at, it): (usize, u8)| match at {
        4 | 7 => it == b'-',
        _ => it.is_ascii_digit(),
    };
    if !date.bytes().enumerate().all(is_right) {
        return None;
    }
    Some(match time {
        Cow::Borrowed(time) => Cow::Borrowed(&time[..10]),
        Cow::Owned(mut time) => {
            time.truncate(10);
            Cow::Owned(time)
        }
    })
}

fn header<'h>(headers: &'h [Pair], name: &str) -> Option<&'h str> {
    let found = headers.iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
    found.map(|(_, value)| &**value)
}

/// The length that the headers announce.
fn announced(headers: &[Pair]) -> Option<u64> {
    header(headers, "content-length")?.trim().parse().ok()
}

fn message<'r>(
    headers: Vec<Pair<'r>>,
    media_type: Option<Text<'r>>,
    body: Body<'r>,
) -> Message<'r> {
    // Chrome writes `x-unknown` where the answer names none.
    let named = media_type.map(|it| it.0);
    let named = named.filter(|it| !it.is_empty() && it != "x-unknown");
    let sent = || {
        headers
            .iter()
            .find(|(it, _)| it.eq_ignore_ascii_case("content-type"))
    };
    let media_type = named.or_else(|| sent().map(|(_, value)| value.clone()));
    Message {
        headers,
        media_type,
        body,
    }
}

/// What was sent.
fn sent<'r>(request: Request<'r>, headers: Vec<Pair<'r>>, shape: Shape) -> Message<'r> {
    let posted = request.posted.unwrap_or_default();
    let (size, media_type) = (request.size, posted.media_type);
    let mut body = text(posted.text, posted.encoding.as_ref());
    if let (Body::Absent, Some(raw)) = (&body, request.body) {
        body = value(raw, shape);
    }
    if let (Body::Absent, Some(params)) = (&body, posted.params) {
        let fields = pairs(Some(params));
        if !fields.is_empty() {
            body = Body::Form(fields);
        }
    }
    let is_larger = size.is_some_and(|it| it > 0.0) || announced(&headers).is_some_and(|it| it > 0);
    if matches!(body, Body::Absent) && is_larger {
        body = Body::NotRecorded;
    }
    message(headers, media_type, body)
}

/// What was answered.
fn answered<'r>(response: Response<'r>, status: u16, method: &str) -> Message<'r> {
    let headers = listed(response.headers);
    let content = response.content.unwrap_or_default();
    let has_none = method == "HEAD" || matches!(status, 0..200 | 204 | 304);
    let is_stated = response.body.is_some() || response.stream.is_some();
    let is_empty = is_stated || is_empty(&content, response.size, announced(&headers));
    let mut body = text(content.text, content.encoding.as_ref());
    if let (Body::Absent, Some(raw)) = (&body, response.body) {
        body = value(raw, Shape::Entry);
    }
    if let Some(bytes) = response.stream.and_then(|it| it.data) {
        if !bytes.0.is_empty() {
            body = Body::Bytes(bytes.0);
        }
    }
    if matches!(body, Body::Absent) && !has_none && !is_empty {
        body = Body::NotRecorded;
    }
    message(headers, content.media_type, body)
}

/// Whether an answer of which no text is recorded was empty.
///
/// Recorders leave the text out of a body that they did not keep, and write its size; some write an
/// empty text then. Only a size of 0, or an empty text without a size, says that there was nothing.
fn is_empty(content: &Content, body: Option<f64>, announced: Option<u64>) -> bool {
    match (announced, content.size) {
        (Some(0), _) => true,
        (Some(_), _) => false,
        (None, Some(size)) if size > 0.0 => false,
        (None, Some(0.0)) => content.text.is_some() || body.is_none_or(|it| it <= 0.0),
        (None, None) => content.text.is_some() || body == Some(0.0),
        (None, Some(_)) => body == Some(0.0),
    }
}

fn text<'r>(text: Option<Text<'r>>, encoding: Option<&Text>) -> Body<'r> {
    match text.map(|it| it.0).filter(|it| !it.is_empty()) {
        None => Body::Absent,
        Some(text) if encoding.is_some_and(|it| it.0.eq_ignore_ascii_case("base64")) => {
            Body::Base64(text)
        }
        Some(text) => Body::Text(text),
    }
}

/// A body that stands in the recording as any JSON.
fn value<'r>(Raw(raw): Raw<'r>, shape: Shape) -> Body<'r> {
    if raw.starts_with('"') {
        let read = serde_json::from_str::<Maybe<Text>>(raw);
        return text(read.ok().and_then(|it| it.0), None);
    }
    if shape != Shape::Postman {
        return Body::Text(raw.into());
    }
    let read = serde_json::from_str::<Maybe<PostmanBody>>(raw);
    let body = read.ok().and_then(|it| it.0).unwrap_or_default();
    match body.mode.as_ref().map_or("raw", |it| &*it.0) {
        "raw" => text(body.raw, None),
        "graphql" => body
            .graphql
            .map_or(Body::Absent, |it| Body::Text(it.0.into())),
        "urlencoded" => Body::Form(pairs(body.urlencoded)),
        "formdata" => Body::Form(pairs(body.formdata)),
        _ => Body::NotRecorded,
    }
}
