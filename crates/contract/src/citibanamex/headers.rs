//! Header parameters of the operation.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

/// Headers of every request.
// `Authorization`, `Accept` and `Content-Type` are not parameters in a document, see the quirks of the module `citibanamex`.
// No source states their types: that they are strings is our judgement, listed in `catalogue::INFERRED_PARAMETERS`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Header)]
pub struct RequestHeaders {
    /// Identifier of the client, issued when the application was registered.
    #[serde(rename = "client_id")]
    pub client_id: String,

    /// Identifier of the request, a 128-bit UUID that is generated anew for every request.
    #[param(format = "uuid")]
    pub uuid: String,

    /// Human languages that are acceptable in the response.
    #[serde(rename = "Accept-Language", skip_serializing_if = "Option::is_none")]
    pub accept_language: Option<String>,

    /// Country, as a two-letter code of ISO 3166.
    #[param(min_length = 2, max_length = 2)]
    pub country_code: String,

    /// Code of the business, identified when the application was registered.
    pub business_code: String,

    /// Channel in which the request originated.
    #[serde(rename = "ChannelId")]
    pub channel_id: String,

    /// Identifier of the session, which the first call of the key exchange (GET e2e) returns in a response header; it is sent again in every further call of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
}
