//! The error that the operation answers with.

use macro_rules_attribute::apply;

use crate::listed_values::listed_values;
use crate::object::camel_case_object;

/// Reason why a request was not fulfilled.
#[apply(camel_case_object!)]
pub struct Error {
    /// Severity of the error; `invalid` means that the request does not conform to the specification and was rejected unprocessed.
    pub r#type: ErrorType,

    /// Code that says which error occurred.
    pub code: String,

    /// Explanation of this occurrence of the problem, for a person to read.
    pub details: Option<String>,

    /// Name of the field that caused the error.
    pub location: Option<String>,

    /// Link to documentation of the error, for a person to read, or a detailed description of it.
    pub more_info: Option<String>,

    /// Identifier of the request, a 128-bit UUID that is generated anew for every request.
    #[schema(format = "uuid")]
    #[schemars(extend("format" = "uuid"))]
    pub uuid: Option<String>,

    /// Time of the error, in a form that the documentation does not state.
    pub timestamp: Option<String>,
}

listed_values! {
    /// Severity of an error.
    pub enum ErrorType {
        /// An error.
        Error = "error",
        /// A warning.
        Warn = "warn",
        /// A request that does not conform to the specification; correct the value and try again.
        Invalid = "invalid",
        /// A fatal error.
        Fatal = "fatal",
    }
}

/// What a status means; a status without a meaning here does not compile.
pub(crate) const fn description(status: u16) -> &'static str {
    match status {
        400 => "The request lacks a parameter or has an invalid one.",
        401 => "The request carries no valid credentials.",
        403 => "The client is not given access to this resource.",
        404 => "The resource is empty or does not exist.",
        422 => "A parameter breaks a rule of the business.",
        500 => "The service failed to fulfil the request, or is not available.",
        _ => panic!("expected a status whose meaning is written here"),
    }
}
