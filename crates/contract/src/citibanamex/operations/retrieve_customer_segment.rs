//! The segment of a customer.

use super::error_row;
use crate::citibanamex::customer_segment::{CustomerSegment, CustomerSegmentRequest};
use crate::citibanamex::error::{Error, ErrorType};
use crate::citibanamex::headers::RequestHeaders;

pub use __path_retrieve_customer_segment as Path;

/// Retrieve Customer Segment
///
/// Returns the customer's segment, and whether today is the customer's birthday, so that channels can set the priority of their attention to the customer.
#[utoipa::path(
    post,
    path = "/v1/customers/segments/retrieve",
    operation_id = "citibanamexRetrieveCustomerSegment",
    params(RequestHeaders),
    request_body(
        content = CustomerSegmentRequest,
        description = "Which customer is meant.",
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
        (
            status = 400,
            description = "The request lacks a parameter or has an invalid one.",
            body = Error,
            content_type = "application/json",
            examples((
                "invalidRequest" = (value = json!(error_row(
                    ErrorType::Error,
                    "invalidRequest",
                    "Missing or invalid Parameters",
                    None,
                )))
            )),
        ),
        (
            status = 401,
            description = "The request carries no valid credentials.",
            body = Error,
            content_type = "application/json",
            examples((
                "unAuthorized" = (value = json!(error_row(
                    ErrorType::Error,
                    "unAuthorized",
                    "Authorization credentials are missing or invalid",
                    None,
                )))
            )),
        ),
        (
            status = 403,
            description = "The client is not given access to this resource.",
            body = Error,
            content_type = "application/json",
            examples((
                "accessNotConfigured" = (value = json!(error_row(
                    ErrorType::Error,
                    "accessNotConfigured",
                    "The request operation is not configured to access this resource",
                    Some("Channel/Country/Business provided in the request is not supported currently"),
                )))
            )),
        ),
        (
            status = 404,
            description = "The resource is empty or does not exist.",
            body = Error,
            content_type = "application/json",
            examples((
                "resourceNotFound" = (value = json!(error_row(
                    ErrorType::Error,
                    "resourceNotFound",
                    "The requested resource was not found",
                    Some("Empty resource/resource not found"),
                )))
            )),
        ),
        (
            status = 422,
            description = "A parameter breaks a rule of the business.",
            body = Error,
            content_type = "application/json",
            examples((
                "businessValidationFailed" = (value = json!(error_row(
                    ErrorType::Error,
                    "businessValidationFailed",
                    "Business validation error occured on one or more parameters",
                    None,
                )))
            )),
        ),
        (
            status = 500,
            description = "The service failed to fulfil the request, or is not available.",
            body = Error,
            content_type = "application/json",
            examples((
                "serverUnavailable" = (value = json!(error_row(
                    ErrorType::Fatal,
                    "serverUnavailable",
                    "The request failed due to an internal error/server unavailability",
                    None,
                )))
            )),
        ),
    ),
    security(("citibanamexBearer" = [])),
    // The page gives two sentences in place of a title, and no scheme of its token.
    extensions(("x-inferred" = json!(["title", "security"]))),
)]
pub fn retrieve_customer_segment() {}
