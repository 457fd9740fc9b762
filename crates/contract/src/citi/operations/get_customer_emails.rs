//! The email addresses of a customer.

use super::OK;
use crate::citi::email::CustomerEmails;
use crate::citi::headers::RandomRequestHeaders;
use crate::error_responses::error_responses;

pub use __path_get_customer_emails as Path;

error_responses! {
    Errors of citi {
        400 => (Invalid, "invalidRequest", "Missing or invalid parameters"),
        // The capture ends inside its schema.
        401 => (Error, "unAuthorized", "Authorization credential is missing or invalid") inferred "schema",
    }
}

/// Retrieve Customer Email
///
/// Returns the details of the customer's email addresses.
///
/// The captured page ends within the response 401: statuses after it are missing here.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles/emails",
    operation_id = "citiGetCustomerEmails",
    params(RandomRequestHeaders),
    responses(
        (
            status = 200,
            description = OK,
            body = CustomerEmails,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
        Errors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_emails() {}
