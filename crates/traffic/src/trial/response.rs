//! An answer against what its operation answers.

use serde_json::Value;

use super::content::body;
use super::{Aside, Seen};
use crate::api::{Names, Operation, Response, Row};
use crate::exchange::{Body, Exchange};
use crate::finding::Kind;

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
