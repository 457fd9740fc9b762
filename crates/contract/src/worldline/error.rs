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
    /// Category of the error; it shows the type of error.
    pub category: Option<ErrorCategory>,

    /// Code of the error.
    pub code: Option<String>,

    /// HTTP status code of this error; it shows the type of error.
    pub http_status_code: Option<Integer>,

    /// Identifier of the error: a short message for people.
    pub id: Option<String>,

    /// Explanation for the integrator. Do not show it to the customer: it could reveal how fraud is detected.
    pub message: Option<String>,

    /// Location of the missing or incorrect value, as a JSONata query: `a.b` selects the property `b` of the root property `a`, `a[1]` one element of the array `a`, by the documentation the first, and `a[b='some value']` all elements of `a` whose property `b` is 'some value'; absent if the error relates to no such value.
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
        /// A technical fault of the Connect platform itself, or of its link to a payment platform or third-party system.
        IoError = "IO_ERROR",
    }
}
