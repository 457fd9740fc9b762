//! The documented operations, one file each; [`crate::catalogue`] lists them.

use utoipa::openapi::RefOr;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

use crate::error_responses::error_responses;

pub mod get_card_addresses;
pub mod get_customer_addresses;
pub mod get_customer_basic;
pub mod get_customer_emails;
pub mod get_customer_profile;
pub mod get_offer_details;
pub mod get_partner_customer_profile;

const OK: &str = "The request succeeded.";

/// The schema of a string parameter whose valid values are reference data at `path`.
fn reference_data(path: &str) -> RefOr<Schema> {
    let extensions = Extensions::builder().add("x-reference-data", path).build();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .extensions(Some(extensions))
        .into()
}

// Three operations have the same table.
error_responses! {
    CustomerErrors of citi {
        400 => (Invalid, "invalidRequest", "Missing or invalid parameters"),
        401 => (Error, "unAuthorized", "Authorization credentials are missing or invalid"),
        403 => (Error, "accessNotConfigured", "Access is not configured for this resource"),
        404 => (Error, "resourceNotFound", "Empty resource/resource not found"),
        500 => (Fatal, "serverUnavailable", "The request failed due to an internal error"),
    }
}
