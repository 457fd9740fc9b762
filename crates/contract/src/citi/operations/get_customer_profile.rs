//! The profile of a customer.

use super::{FORBIDDEN, INTERNAL_ERROR, INVALID_REQUEST, NOT_FOUND, OK, UNAUTHORIZED, error_row};
use crate::citi::customer::CustomerProfile;
use crate::citi::error::{Error, ErrorType};
use crate::citi::headers::RequestHeaders;

pub use __path_get_customer_profile as Path;

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
        (
            status = 400,
            description = INVALID_REQUEST,
            body = Error,
            content_type = "application/json",
            examples((
                "invalidRequest" = (value = json!(error_row(
                    ErrorType::Invalid,
                    "invalidRequest",
                    "Missing or invalid parameters",
                )))
            )),
        ),
        (
            status = 401,
            description = UNAUTHORIZED,
            body = Error,
            content_type = "application/json",
            examples((
                "unAuthorized" = (value = json!(error_row(
                    ErrorType::Error,
                    "unAuthorized",
                    "Authorization credentials are missing or invalid",
                )))
            )),
        ),
        (
            status = 403,
            description = FORBIDDEN,
            body = Error,
            content_type = "application/json",
            examples((
                "accessNotConfigured" = (value = json!(error_row(
                    ErrorType::Error,
                    "accessNotConfigured",
                    "Access is not configured for this resource",
                )))
            )),
        ),
        (
            status = 404,
            description = NOT_FOUND,
            body = Error,
            content_type = "application/json",
            examples((
                "resourceNotFound" = (value = json!(error_row(
                    ErrorType::Error,
                    "resourceNotFound",
                    "Empty resource/resource not found",
                )))
            )),
        ),
        (
            status = 500,
            description = INTERNAL_ERROR,
            body = Error,
            content_type = "application/json",
            examples((
                "serverUnavailable" = (value = json!(error_row(
                    ErrorType::Fatal,
                    "serverUnavailable",
                    "The request failed due to an internal error",
                )))
            )),
        ),
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_profile() {}
