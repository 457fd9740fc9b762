//! The segment of a customer.

use crate::citibanamex::customer_segment::{CustomerSegment, CustomerSegmentRequest};
use crate::citibanamex::headers::RequestHeaders;
use crate::error_responses::error_responses;

pub use __path_retrieve_customer_segment as Path;

error_responses! {
    Errors of citibanamex {
        400 => (Error, "invalidRequest", "Missing or invalid Parameters"),
        401 => (Error, "unAuthorized", "Authorization credentials are missing or invalid"),
        403 => (
            Error,
            "accessNotConfigured",
            "The request operation is not configured to access this resource",
            "Channel/Country/Business provided in the request is not supported currently"
        ),
        404 => (
            Error,
            "resourceNotFound",
            "The requested resource was not found",
            "Empty resource/resource not found"
        ),
        422 => (
            Error,
            "businessValidationFailed",
            "Business validation error occured on one or more parameters"
        ),
        500 => (
            Fatal,
            "serverUnavailable",
            "The request failed due to an internal error/server unavailability"
        ),
    }
}

/// Retrieve Customer Segment
///
/// Returns the customer's segment and whether today is the customer's birthday. Channels use both to prioritise attention to customers by segment.
#[utoipa::path(
    post,
    path = "/v1/customers/segments/retrieve",
    operation_id = "citibanamexRetrieveCustomerSegment",
    params(RequestHeaders),
    request_body(
        content = CustomerSegmentRequest,
        description = "The customer whose segment is requested.",
        content_type = "application/json",
        // The page does not say whether it may be left out.
        extensions(("x-inferred" = json!(["required"]))),
    ),
    responses(
        (
            status = 200,
            description = "The request succeeded.",
            body = CustomerSegment,
            content_type = "application/json",
        ),
        Errors,
    ),
    security(("citibanamexBearer" = [])),
    // The page gives two sentences in place of a title, and no scheme of its token.
    extensions(("x-inferred" = json!(["title", "security"]))),
)]
pub fn retrieve_customer_segment() {}
