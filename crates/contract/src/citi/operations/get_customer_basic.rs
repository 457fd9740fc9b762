//! The basic part of the profile of a customer.

use super::OK;
use crate::citi::customer::CustomerBasic;
use crate::citi::headers::RandomRequestHeaders;
use crate::error_responses::error_responses;

pub use __path_get_customer_basic as Path;

error_responses! {
    Errors of citi {
        400 => (Invalid, "invalidRequest", "Missing or invalid parameters"),
        401 => (Error, "unAuthorized", "Authorization credential is missing or invalid"),
        403 => (Error, "accessNotConfigured", "Access is not configured for this resource"),
        404 => (Error, "resourceNotFound", "Empty resource/resource not found"),
        500 => (Fatal, "serverUnavailable", "The request failed due to an internal error"),
    }
}

/// Retrieve Customer Particulars
///
/// Returns the customer's particulars, among them name, surname, prefix and suffix.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles/basic",
    operation_id = "citiGetCustomerBasic",
    params(RandomRequestHeaders),
    responses(
        (
            status = 200,
            description = OK,
            body = CustomerBasic,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
        Errors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_basic() {}
