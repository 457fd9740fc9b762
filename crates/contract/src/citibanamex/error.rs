//! The error that the operation answers with.

use macro_rules_attribute::apply;

use crate::listed_values::listed_values;
use crate::object::camel_case_object;

/// Reason why a request was not fulfilled.
#[apply(camel_case_object!)]
pub struct Error {
    /// Type of this error. `invalid`: the request does not conform to the specification and was rejected unprocessed; correct the value and try again. The documentation does not explain the other types.
    pub r#type: ErrorType,

    /// Code that qualifies the error.
    pub code: String,

    /// Explanation of this occurrence of the problem, for a person to read.
    pub details: Option<String>,

    /// Name of the field that caused the error.
    pub location: Option<String>,

    /// URI of documentation of the error, for a person to read, or a detailed description of the error.
    pub more_info: Option<String>,

    /// 128-bit UUID that the caller generates anew for every request.
    #[schema(format = "uuid")]
    #[schemars(extend("format" = "uuid"))]
    pub uuid: Option<String>,

    /// Time of the error, in a form that the documentation does not state.
    pub timestamp: Option<String>,
}

listed_values! {
    /// Type of an error.
    pub enum ErrorType {
        /// `error`, not explained by the documentation.
        Error = "error",
        /// `warn`, not explained by the documentation.
        Warn = "warn",
        /// A request that does not conform to the specification; correct the value and try again.
        Invalid = "invalid",
        /// `fatal`, not explained by the documentation.
        Fatal = "fatal",
    }
}

/// What a status means; a status without a meaning here does not compile.
pub(crate) const fn description(status: u16) -> &'static str {
    match status {
        400 => "Parameters of the request are missing or invalid.",
        401 => "The request carries no valid credentials.",
        403 => {
            "The requested operation is not configured for access to this resource. The channel, country or business in the request is not supported at present."
        }
        404 => "The requested resource is empty or was not found.",
        422 => "One or more parameters failed the business validation.",
        500 => {
            "The request failed because of an internal error, or because the server is not available."
        }
        _ => panic!("expected a status whose meaning is written here"),
    }
}
