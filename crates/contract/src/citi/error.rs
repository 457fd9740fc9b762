//! The error that every operation answers with.

use macro_rules_attribute::apply;
use serde_json::{Map, Value};

use crate::listed_values::listed_values;
use crate::object::camel_case_object;

/// Error that an operation answers with.
#[apply(camel_case_object!)]
pub struct Error {
    /// Code that qualifies the error.
    pub code: String,

    /// Explanation of this occurrence of the problem, for a person to read.
    pub details: Option<String>,

    /// Name of the field that caused the error.
    pub location: Option<String>,

    /// Type of this error. `invalid`: the request does not conform to the specification and was rejected unprocessed; correct the value and try again. The documentation does not explain the other types.
    pub r#type: ErrorType,

    /// Documentation of the error for a person to read: a URI by its wording, an object by its type.
    // The page describes a URI and gives it type object; the type stands.
    #[schema(value_type = Option<Object>)]
    pub more_info: Option<Map<String, Value>>,
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
        403 => "The operation is not configured for access to this resource.",
        404 => "The resource is empty or was not found.",
        500 => "The request failed because of an internal error.",
        _ => panic!("expected a status whose meaning is written here"),
    }
}
