//! The error that every operation answers with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::listed_values::listed_values;

/// Reason why a request was not fulfilled.
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

    /// Severity of the error; `invalid` means that the request does not conform to the specification and was rejected unprocessed.
    pub r#type: ErrorType,

    /// Link to documentation of the error, for a person to read.
    // The page describes a URI and gives it type object; the type stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub more_info: Option<Map<String, Value>>,
}

listed_values! {
    /// Severity of an error; `invalid` means that the request does not conform to the specification and was rejected unprocessed.
    pub enum ErrorType as "CitiErrorType" {
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
