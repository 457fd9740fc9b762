//! The addresses of a customer.

use super::OK;
use crate::citi::address::CustomerAddresses;
use crate::citi::headers::RequestHeaders;
use crate::error_responses::error_responses;

pub use __path_get_customer_addresses as Path;

error_responses! {
    Errors of citi {
        400 => (Invalid, "invalidRequest", "Missing or invalid parameters"),
        401 => (Error, "unAuthorized", "Authorization credentials are missing or invalid"),
        403 => (Error, "accessNotConfigured", "Access is not configured for this resource"),
        404 => (Error, "resourceNotFound", "Empty resource/resource not found"),
        500 => (Fatal, "serverUnavailable", "The request failed due to an internal error"),
    }
}

/// Retrieve Customer Address Details
///
/// Returns the details of the customer's home address.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles/addresses",
    operation_id = "citiGetCustomerAddresses",
    params(RequestHeaders),
    responses(
        (status = 200, description = OK, body = CustomerAddresses, content_type = "application/json"),
        Errors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_addresses() {}
