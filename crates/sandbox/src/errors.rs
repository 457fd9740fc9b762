//! The errors of each vendor, as its pages have them.
//!
//! A row of an error table is an example of the document: its type, code and details are the page's, and the field is added to it.
//! Where a page has no row for what went wrong, Citi's other pages lend theirs, at Worldline the error has no code, and Flexiti, which documents no error, gets problem details of the sandbox's own.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::StatusCode;
use contract::scalar::Integer;
use contract::{citi, citibanamex, worldline};
use serde::de::DeserializeOwned;
use serde::{Deserialize as _, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::answer::{Fault, MediaType, Refusal};
use crate::checks::Wrong;
use crate::operation::Operation;
use crate::problem::Problem;
use crate::rows::Rows;
use crate::source::Vendor;

/// The status and the body of a refusal.
#[must_use]
pub(crate) fn body(
    operation: &Operation,
    rows: &Rows,
    refusal: &Refusal,
) -> (StatusCode, MediaType, Vec<u8>) {
    let status = refusal.fault.status();
    let row = rows.of(operation, status.as_u16());
    let written = match operation.source.vendor() {
        Vendor::Citi => row.and_then(|row| {
            located(row, |error: &mut citi::error::Error| {
                error.location = location(refusal);
            })
        }),
        Vendor::Citibanamex => row.and_then(|row| {
            located(row, |error: &mut citibanamex::error::Error| {
                error.location = location(refusal);
            })
        }),
        Vendor::Worldline => worldline(row, refusal),
        Vendor::Flexiti => None,
    };
    match written {
        Some(body) => (status, MediaType::Json, body),
        None => (status, MediaType::Problem, problem(refusal).body()),
    }
}

/// A row of the page with the field that is to blame.
fn located<E: DeserializeOwned + Serialize>(
    row: &Value,
    locate: impl Fn(&mut E),
) -> Option<Vec<u8>> {
    let mut error = E::deserialize(row).ok()?;
    locate(&mut error);
    serde_json::to_vec(&error).ok()
}

/// The first field that is to blame: these shapes have room for one.
fn location(refusal: &Refusal) -> Option<String> {
    let first = refusal.wrong.first()?;
    Some(first.location.name())
}

/// Worldline's shape has room for every field.
fn worldline(row: Option<&Value>, refusal: &Refusal) -> Option<Vec<u8>> {
    let documented = matches!(refusal.fault, Fault::NoInformation | Fault::NotFound);
    let documented = row.filter(|_| documented);
    let mut errors = match documented {
        Some(row) => {
            let row = worldline::error::ErrorResponse::deserialize(row).ok()?;
            row.errors.unwrap_or_default()
        }
        // No row of the page: its status and the field, and no code that the vendor did not give.
        None => vec![worldline::error::ApiError {
            category: Some(worldline::error::ErrorCategory::ConnectPlatformError),
            http_status_code: Some(Integer(refusal.fault.status().as_u16().into())),
            message: Some(words(refusal.fault).to_owned()),
            ..worldline::error::ApiError::default()
        }],
    };
    let row = errors.pop()?;
    errors.extend(refusal.wrong.iter().map(|wrong| {
        let message =
            documented.map_or_else(|| Some(wrong.expected.clone()), |_| row.message.clone());
        worldline::error::ApiError {
            property_name: wrong.location.jsonata(),
            message,
            ..row.clone()
        }
    }));
    if errors.is_empty() {
        errors.push(row);
    }
    let response = worldline::error::ErrorResponse {
        error_id: Some(error_id()),
        errors: Some(errors),
    };
    serde_json::to_vec(&response).ok()
}

/// A reference that no other error response of this sandbox has, in the form of the page's examples.
fn error_id() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let uuid = uuid::Builder::from_custom_bytes(u128::from(next).to_be_bytes()).into_uuid();
    format!("{}-{next:08x}", Uuid::hyphenated(uuid))
}

/// Problem details of the sandbox's own.
#[must_use]
pub(crate) fn problem(refusal: &Refusal) -> Problem {
    Problem::new(refusal.fault.status(), words(refusal.fault)).blaming(&refusal.wrong)
}

/// What went wrong, where no page says it.
fn words(fault: Fault) -> &'static str {
    match fault {
        Fault::Invalid => "The request is not as documented.",
        Fault::Unauthorized => "The request carries no valid credentials.",
        Fault::NotConfigured => "Access is not configured for the caller.",
        Fault::NotFound | Fault::NoInformation => "Nothing is found for the request.",
        Fault::Coded => "`Content-Encoding` is not supported: send the body uncompressed.",
        Fault::Business => "A parameter breaks a rule of the business.",
        Fault::Unavailable => "The sandbox failed to answer; its log says why.",
    }
}

/// What is wrong with a request, in one line for the log.
#[must_use]
pub(crate) fn summary(wrong: &[Wrong]) -> String {
    let each = wrong
        .iter()
        .map(|it| format!("{}: {}", it.location.name(), it.expected));
    each.collect::<Vec<_>>().join("; ")
}
