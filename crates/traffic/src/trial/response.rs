//! An answer against what its operation answers.

use std::borrow::Cow;

use serde_json::Value;

use super::request::form_text;
use super::{Aside, Seen, value};
use crate::api::{Media, Names, Operation, Response, Row};
use crate::body::json;
use crate::decode;
use crate::exchange::{Body, Exchange, Message};
use crate::finding::Kind;

/// Media types that may be said: those that documents of the web are served as.
pub(crate) const SAYABLE: [&str; 16] = [
    "application/json",
    "application/problem+json",
    "application/xml",
    "application/octet-stream",
    "application/pdf",
    "application/javascript",
    "application/x-www-form-urlencoded",
    "application/hal+json",
    "application/ld+json",
    "application/xhtml+xml",
    "multipart/form-data",
    "text/css",
    "text/csv",
    "text/html",
    "text/plain",
    "text/xml",
];

/// Holds an answer against its operation; says why it is no matter of the trial, if it is none.
pub(super) fn judge(
    operation: &mut Operation,
    names: &Names,
    exchange: &Exchange,
    method: &str,
    seen: &mut Vec<Seen>,
) -> Option<Aside> {
    let status = exchange.status;
    match status {
        0 => return Some(Aside::Unanswered),
        100..=199 | 300..=399 => return Some(Aside::Elsewhere),
        _ => {}
    }
    let Some(at) = response_of(operation, status) else {
        seen.push(Seen {
            kind: Kind::UndocumentedStatus,
            place: status.to_string(),
            name: String::new(),
            problem: format!("the status {status} is not documented"),
            pointer: String::new(),
        });
        return None;
    };
    let response = &mut operation.responses[at];
    response.seen += 1;
    let is_empty = match &exchange.response.body {
        Body::NotRecorded => return Some(Aside::NotRecorded),
        Body::Absent => true,
        Body::Text(text) => text.trim().is_empty(),
        Body::Bytes(bytes) => bytes.is_empty(),
        Body::Base64(text) => text.is_empty(),
        Body::Form(_) => false,
    };
    if method == "HEAD" || status == 204 && is_empty {
        return None;
    }
    let place = response.status;
    let mut push = |kind, problem: &str| {
        seen.push(Seen {
            kind,
            place: place.to_owned(),
            name: String::new(),
            problem: problem.to_owned(),
            pointer: String::new(),
        });
    };
    match (response.content.is_empty(), is_empty) {
        (true, true) => return None,
        // Many descriptions leave bodies out; these statuses cannot have one (RFC 9110, section 15.3).
        (true, false) if !matches!(status, 204 | 205) => return None,
        (true, false) => {
            push(Kind::UndocumentedMediaType, "expected no body");
            return None;
        }
        (false, true) => {
            push(Kind::EmptyBody, "expected a body, but found an empty one");
            return None;
        }
        (false, false) => {}
    }
    if let Some(value) = body(
        &mut response.content,
        names,
        &exchange.response,
        place,
        seen,
    ) {
        error_rows(response, &value, seen);
    }
    None
}

/// Which response of an operation a status is (OpenAPI 3.1, section 4.8.16).
pub(crate) fn response_of(operation: &Operation, status: u16) -> Option<usize> {
    let digits = status.to_string();
    let range = format!("{}XX", status / 100);
    let order = [&*digits, &*range, "default"];
    order.iter().find_map(|wanted| {
        let mut responses = operation.responses.iter();
        responses.position(|it| it.status.eq_ignore_ascii_case(wanted))
    })
}

/// Which of some media types a message is; the first if nobody said what it is.
pub(crate) fn media_of(content: &[Media], message: &Message) -> Option<usize> {
    let said = message.media_type.as_deref().map(essence);
    let said = said.filter(|it| it.contains('/'));
    content.iter().position(|media| {
        let documented = essence(media.media_type);
        said.as_ref().is_none_or(|said| is_in(said, &documented))
    })
}

/// Holds a body against the media types of its place; gives its value if it is JSON.
pub(super) fn body(
    content: &mut [Media],
    names: &Names,
    message: &Message,
    place: &str,
    seen: &mut Vec<Seen>,
) -> Option<Value> {
    let mut push = |kind, problem: String| {
        seen.push(Seen {
            kind,
            place: place.to_owned(),
            name: String::new(),
            problem,
            pointer: String::new(),
        });
    };
    let said = message.media_type.as_deref().map(essence);
    let said = said.filter(|it| it.contains('/'));
    let Some(at) = media_of(content, message) else {
        let said = said.unwrap_or_default();
        let problem = if SAYABLE.contains(&&*said) {
            format!("the media type `{said}` is not documented")
        } else {
            "the media type is not documented".to_owned()
        };
        push(Kind::UndocumentedMediaType, problem);
        return None;
    };
    content[at].seen += 1;
    let kind = said.unwrap_or_else(|| essence(content[at].media_type));
    if !is_json(&kind) {
        form_text(content, names, message, seen);
        return None;
    }
    let Ok(text) = decode::text(message) else {
        push(
            Kind::UnreadableBody,
            "the body cannot be decoded".to_owned(),
        );
        return None;
    };
    let text = text.unwrap_or_default();
    let (value, twice) = match json(&text) {
        Ok(read) => read,
        Err(_) => {
            push(Kind::UnreadableBody, "the body is not JSON".to_owned());
            return None;
        }
    };
    let check = content[at].check.as_mut()?;
    value::twice(check, names, &twice, seen);
    value::judge(check, names, &value, seen);
    Some(value)
}

/// The text of a message, if it has one that can be read.
pub(super) fn text_of<'m>(message: &'m Message) -> Option<Cow<'m, str>> {
    decode::text(message).ok().flatten()
}

/// A media type without its parameters, in lower case (RFC 9110, section 8.3.1).
pub(crate) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn is_in(said: &str, documented: &str) -> bool {
    documented == "*/*"
        || said == documented
        || documented
            .strip_suffix('*')
            .is_some_and(|range| range.ends_with('/') && said.starts_with(range))
}

/// Whether a media type is JSON (RFC 6839, section 3.1).
pub(crate) fn is_json(media_type: &str) -> bool {
    media_type.ends_with("+json") || media_type.ends_with("/json")
}

/// Finds the row of the table of errors that an answer is.
fn error_rows(response: &mut Response, value: &Value, seen: &mut Vec<Seen>) {
    let Some(members) = value.as_object().filter(|_| !response.rows.is_empty()) else {
        return;
    };
    let Some(code) = members.get("code").filter(|code| code.is_string()) else {
        return;
    };
    let has_code = |row: &Row| row.cells.get("code") == Some(code);
    if !response.rows.iter().any(has_code) {
        return seen.push(Seen {
            kind: Kind::UndocumentedError,
            place: response.status.to_owned(),
            name: "code".to_owned(),
            problem: "no row of this status has the code".to_owned(),
            pointer: "/code".to_owned(),
        });
    }
    // The other cells are for people, and services word them as they like.
    let is_whole = |row: &Row| {
        let mut cells = row.cells.iter();
        has_code(row) && cells.all(|(name, cell)| members.get(name).is_none_or(|it| it == cell))
    };
    for row in response.rows.iter_mut().filter(|row| is_whole(row)) {
        row.seen += 1;
    }
}
