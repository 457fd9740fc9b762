//! The addresses of a customer.

use super::{CustomerErrors, OK};
use crate::citi::address::CustomerAddresses;
use crate::citi::headers::RequestHeaders;

pub use __path_get_customer_addresses as Path;

/// Retrieve Customer Address Details
///
/// Returns the details of the customer's home address, as a list of addresses with their types.
#[utoipa::path(
    get,
    path = "/v1/customers/profiles/addresses",
    operation_id = "citiGetCustomerAddresses",
    params(RequestHeaders),
    responses(
        (
            status = 200,
            description = OK,
            body = CustomerAddresses,
            content_type = "application/json",
            // The page names no media type.
            extensions(("x-inferred" = json!(["media-type"]))),
        ),
        CustomerErrors,
    ),
    security(("citiBearer" = [])),
)]
pub fn get_customer_addresses() {}
