//! The documented operations, one file each; [`crate::catalogue`] lists them.

use serde_json::{Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

use super::error::{Error, ErrorType};

pub mod get_card_addresses;
pub mod get_customer_addresses;
pub mod get_customer_basic;
pub mod get_customer_emails;
pub mod get_customer_profile;
pub mod get_offer_details;
pub mod get_partner_customer_profile;

const OK: &str = "The request succeeded.";
const INVALID_REQUEST: &str = "The request lacks a parameter or has an invalid one.";
const UNAUTHORIZED: &str = "The request carries no valid credentials.";
const FORBIDDEN: &str = "The client is not given access to this resource.";
const NOT_FOUND: &str = "The resource is empty or does not exist.";
const INTERNAL_ERROR: &str = "The service failed to fulfil the request.";

/// A documented row of an operation's error table, as [`Error`] writes it.
fn error_row(r#type: ErrorType, code: &str, details: &str) -> Value {
    json!(Error {
        code: code.to_owned(),
        details: Some(details.to_owned()),
        location: None,
        r#type,
        more_info: None,
    })
}

/// The schema of a string parameter whose valid values are reference data at `path`.
fn reference_data(path: &str) -> RefOr<Schema> {
    let extensions = Extensions::builder().add("x-reference-data", path).build();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .extensions(Some(extensions))
        .into()
}
