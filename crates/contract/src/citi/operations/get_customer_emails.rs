//! The email addresses of a customer.

use super::{INVALID_REQUEST, OK, UNAUTHORIZED, error_row};
use crate::citi::email::CustomerEmails;
use crate::citi::error::{Error, ErrorType};
use crate::citi::headers::RequestHeaders;

pub use __path_get_customer_emails as Path;

/// Retrieve Customer Email
///
/// Returns the customer's email addresses.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles/emails",
    operation_id = "citiGetCustomerEmails",
    params(RequestHeaders),
    responses(
        (status = 200, description = OK, body = CustomerEmails, content_type = "application/json"),
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
                    "Authorization credential is missing or invalid",
                )))
            )),
        ),
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_emails() {}
