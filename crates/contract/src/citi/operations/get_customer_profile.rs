//! The profile of a customer.

use super::{CustomerErrors, OK};
use crate::citi::customer::CustomerProfile;
use crate::citi::headers::RequestHeaders;

pub use __path_get_customer_profile as Path;

/// Retrieve Customer Personal Details
///
/// Returns details of the customer, among them personal particulars, address, phone number and email.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles",
    operation_id = "citiGetCustomerProfile",
    params(RequestHeaders),
    responses(
        (
            status = 200,
            description = OK,
            body = CustomerProfile,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
        CustomerErrors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_profile() {}
