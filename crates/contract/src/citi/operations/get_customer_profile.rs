//! The profile of a customer.

use super::OK;
use crate::citi::customer::CustomerProfile;
use crate::citi::headers::RequestHeaders;
use crate::error_responses::error_responses;

pub use __path_get_customer_profile as Path;

error_responses! {
    Errors of citi {
        400 => (Invalid, "invalidRequest", "Missing or invalid parameters"),
        401 => (Error, "unAuthorized", "Authorization credentials are missing or invalid"),
        403 => (Error, "accessNotConfigured", "Access is not configured for this resource"),
        404 => (Error, "resourceNotFound", "Empty resource/resource not found"),
        500 => (Fatal, "serverUnavailable", "The request failed due to an internal error"),
    }
}

/// Retrieve Customer Personal Details
///
/// Returns the customer's particulars, segment, postal addresses, phone numbers and email addresses.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles",
    operation_id = "citiGetCustomerProfile",
    params(RequestHeaders),
    responses(
        (status = 200, description = OK, body = CustomerProfile, content_type = "application/json"),
        Errors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_profile() {}
