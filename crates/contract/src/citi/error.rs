//! The error that every operation answers with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::listed_values::listed_values;

/// Error that an operation answers with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiError)]
#[schemars(rename = "CitiError")]
pub struct Error {
    /// Code that says which error occurred.
    pub code: String,

    /// Explanation of this occurrence of the problem, for a person to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,

    /// Name of the field that caused the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,

    /// Type of this error; `invalid` means that the request does not conform to the specification and was rejected unprocessed, so that a value has to be corrected before another try; the other types are not explained.
    pub r#type: ErrorType,

    /// Documentation of the error for a person to read: a URI by its wording, an object by its type.
    // The page describes a URI and gives it type object; the type stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub more_info: Option<Map<String, Value>>,
}

listed_values! {
    /// Type of an error.
    pub enum ErrorType as "CitiErrorType" {
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
