//! Worldline's errors: one response has room for every field that is to blame.

use std::sync::atomic::{AtomicU64, Ordering};

use contract::scalar::Integer;
use contract::worldline::error::{ApiError, ErrorCategory, ErrorResponse};
use serde::Deserialize as _;
use serde_json::Value;
use uuid::Uuid;

use crate::answer::{Fault, Refusal};

/// The body of an error response.
///
/// A fault without a row of the page gets its status and the field, and no code that the vendor did not give.
pub(super) fn body(row: Option<&Value>, refusal: &Refusal) -> Option<Vec<u8>> {
    let documented = matches!(refusal.fault, Fault::NoInformation | Fault::NotFound);
    let documented = row.filter(|_| documented);
    let mut errors = match documented {
        Some(row) => ErrorResponse::deserialize(row).ok()?.errors?,
        None => vec![ApiError {
            category: Some(ErrorCategory::ConnectPlatformError),
            http_status_code: Some(Integer(refusal.fault.status().as_u16().into())),
            message: Some(refusal.fault.words().to_owned()),
            ..ApiError::default()
        }],
    };
    let row = errors.pop()?;
    errors.extend(refusal.wrong.iter().map(|wrong| ApiError {
        property_name: wrong.location.jsonata(),
        message: match documented {
            Some(_) => row.message.clone(),
            None => Some(wrong.expected.clone()),
        },
        ..row.clone()
    }));
    if errors.is_empty() {
        errors.push(row);
    }
    let response = ErrorResponse {
        error_id: Some(error_id()),
        errors: Some(errors),
        ..ErrorResponse::default()
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
