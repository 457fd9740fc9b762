//! The errors that the operation answers with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::listed_values::listed_values;
use crate::scalar::Integer;

/// Reasons why a request was not fulfilled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorldlineErrorResponse)]
#[schemars(rename = "WorldlineErrorResponse")]
pub struct ErrorResponse {
    /// Unique reference of this error response, for debugging.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_id: Option<String>,

    /// One or more errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<ApiError>>,
}

/// One error.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorldlineApiError)]
#[schemars(rename = "WorldlineApiError")]
pub struct ApiError {
    /// Category of the error, which indicates what type of error it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<ErrorCategory>,

    /// Code of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,

    /// HTTP status code of this error, from which the type of error can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub http_status_code: Option<Integer>,

    /// Identifier of the error, a short message that describes it for a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,

    /// Explanation for the integrator; withhold it from the customer, to whom it could reveal how fraud is detected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,

    /// Location of the value that was missing or incorrect, as a JSONata query: `a.b` selects the property `b` of the root property `a`, `a[1]` one element of the array `a`, by the documentation the first, and `a[b='some value']` all elements of `a` whose property `b` is 'some value'; absent if the error relates to no such value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property_name: Option<String>,

    /// Identifier of the request, for debugging.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

listed_values! {
    /// Category of an error.
    pub enum ErrorCategory as "WorldlineErrorCategory" with enumDescriptions {
        /// A functional error occurred in the Connect platform.
        ConnectPlatformError = "CONNECT_PLATFORM_ERROR",
        /// A functional error occurred in the Payment platform.
        PaymentPlatformError = "PAYMENT_PLATFORM_ERROR",
        /// A technical fault of the Connect platform itself, or of its link to a payment platform or third-party system.
        IoError = "IO_ERROR",
    }
}
