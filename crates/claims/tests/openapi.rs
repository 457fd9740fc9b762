//! Each keyword of a document gives its claims, at its pointer.

#![expect(clippy::needless_pass_by_value, reason = "cases are written in place")]

mod body;
mod document;
mod operation;
mod operations;
mod parameter;
mod tag;

use claims::openapi;
use serde_json::{Value, json};

use crate::each_case;

/// The document makes exactly these claims, `claim @ pointer`, sorted as claims are.
#[track_caller]
fn check(document: &Value, expected: &[&str]) {
    let said: Vec<String> = openapi::claims(document)
        .into_iter()
        .map(|made| format!("{} @ {}", made.claim, made.pointer))
        .collect();
    assert_eq!(said, expected);
}

/// One operation, `GET /a`, of a document with `more` members makes these claims beside that it
/// is documented, at pointers below `~`.
#[track_caller]
fn check_operation_among(more: Value, operation: Value, expected: &[&str]) {
    let mut document = json!({ "paths": { "/a": { "get": operation } } });
    if let (Value::Object(document), Value::Object(more)) = (&mut document, more) {
        document.extend(more);
    }
    let said: Vec<String> = openapi::claims(&document)
        .into_iter()
        .map(|made| format!("{} @ {}", made.claim, made.pointer))
        .map(|said| said.replace("GET /a · ", "").replace("/paths/~1a/get", "~"))
        .filter(|said| said != "operation · documented @ ~")
        .collect();
    assert_eq!(said, expected);
}

#[track_caller]
fn check_operation(operation: Value, expected: &[&str]) {
    check_operation_among(json!({}), operation, expected);
}

#[track_caller]
fn check_all(documents: &str) {
    each_case(documents, |document, expected| check(&document, expected));
}

#[track_caller]
fn check_all_operations(operations: &str) {
    each_case(operations, check_operation);
}
