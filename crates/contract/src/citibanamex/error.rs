//! The error that the operation answers with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::listed_values::listed_values;

/// Reason why a request was not fulfilled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitibanamexError)]
#[schemars(rename = "CitibanamexError")]
pub struct Error {
    /// Severity of the error; `invalid` means that the request does not conform to the specification and was rejected unprocessed.
    pub r#type: ErrorType,

    /// Code that says which error occurred.
    pub code: String,

    /// Explanation of this occurrence of the problem, for a person to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,

    /// Name of the field that caused the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,

    /// Link to documentation of the error, for a person to read, or a detailed description of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_info: Option<String>,

    /// Identifier of the request, a 128-bit UUID that is generated anew for every request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "uuid")]
    #[schemars(extend("format" = "uuid"))]
    pub uuid: Option<String>,

    /// Time of the error, in a form that the documentation does not state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
}

listed_values! {
    /// Severity of an error.
    pub enum ErrorType as "CitibanamexErrorType" {
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
