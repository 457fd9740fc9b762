//! The body of a refusal, in the form of the vendor.
//!
//! A row of an error table is an example of the document; the form of the vendor adds the field that is to blame.
//! Where no page of the vendor has a row, and its form has no room for a fault without one, problem details say it.

use axum::http::StatusCode;

use crate::answer::{MediaType, Refusal};
use crate::checks::Wrong;
use crate::operation::Operation;
use crate::problem::Problem;
use crate::rows::Rows;

/// The status and the body of a refusal.
#[must_use]
pub(crate) fn body(
    operation: &Operation,
    rows: &Rows,
    refusal: &Refusal,
) -> (StatusCode, MediaType, Vec<u8>) {
    let status = refusal.fault.status();
    let row = rows.of(operation, status.as_u16());
    match (operation.page.manner.body)(row, refusal) {
        Some(body) => (status, MediaType::Json, body),
        None => (status, MediaType::Problem, problem(refusal).body()),
    }
}

/// Problem details of the sandbox's own.
#[must_use]
pub(crate) fn problem(refusal: &Refusal) -> Problem {
    Problem::new(refusal.fault.status(), refusal.fault.words()).blaming(&refusal.wrong)
}

/// What is wrong with a request, in one line for the log.
#[must_use]
pub(crate) fn summary(wrong: &[Wrong]) -> String {
    let each = wrong
        .iter()
        .map(|it| format!("{}: {}", it.location.name(), it.expected));
    each.collect::<Vec<_>>().join("; ")
}
