//! The documented operation; [`crate::catalogue`] lists it.

use serde_json::{Value, json};

use super::error::{Error, ErrorType};

pub mod retrieve_customer_segment;

/// A documented row of an error table, as [`Error`] writes it.
fn error_row(r#type: ErrorType, code: &str, details: &str, more_info: Option<&str>) -> Value {
    json!(Error {
        r#type,
        code: code.to_owned(),
        details: Some(details.to_owned()),
        location: None,
        more_info: more_info.map(str::to_owned),
        uuid: None,
        timestamp: None,
    })
}
