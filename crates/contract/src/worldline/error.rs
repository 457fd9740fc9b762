//! The errors that the operation answers with.

use macro_rules_attribute::apply;

use crate::listed_values::listed_values;
use crate::object::camel_case_object;
use crate::scalar::Integer;

/// Reasons why a request was not fulfilled.
#[apply(camel_case_object!)]
pub struct ErrorResponse {
    /// Unique reference of this error response, for debugging.
    pub error_id: Option<String>,

    /// One or more errors.
    #[schema(min_items = 1)]
    #[schemars(length(min = 1))]
    pub errors: Option<Vec<ApiError>>,
}

/// One error.
#[apply(camel_case_object!)]
pub struct ApiError {
    /// Category of the error; it should indicate the type of error.
    pub category: Option<ErrorCategory>,

    /// Code of the error.
    pub code: Option<String>,

    /// HTTP status code of this error; it helps to tell the type of error.
    pub http_status_code: Option<Integer>,

    /// Identifier of the error: a short, human-readable message that says briefly what the error is.
    pub id: Option<String>,

    /// Human-readable message about the error. It is not meant to be passed on to the customer, because it might warn somebody who is trying to commit fraud.
    pub message: Option<String>,

    /// Location of the missing or incorrect value, as a JSONata query; returned only if the error relates to such a value. Examples: `a.b` selects property `b` of the root property `a`; `a[1]` one element of the array in the root property `a`, by the documentation the first; `a[b='some value']` every element of that array whose property `b` is 'some value'.
    pub property_name: Option<String>,

    /// Identifier of the request, for debugging.
    pub request_id: Option<String>,
}

listed_values! {
    /// Category of an error.
    pub enum ErrorCategory with enumDescriptions {
        /// A functional error occurred in the Connect platform.
        ConnectPlatformError = "CONNECT_PLATFORM_ERROR",
        /// A functional error occurred in the Payment platform.
        PaymentPlatformError = "PAYMENT_PLATFORM_ERROR",
        /// A technical error occurred within the Connect platform, or between it and a payment platform or third-party system.
        IoError = "IO_ERROR",
    }
}
