//! Header parameters of the operation.

use macro_rules_attribute::apply;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use crate::object::skip_none;

/// Headers of every request.
// `Authorization`, `Accept` and `Content-Type` are not parameters in a document, see the quirks of the module `citibanamex`.
// The page lost their types; the vendor's own description has strings.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Header)]
pub struct RequestHeaders {
    /// Identifier of the client, generated when the application was registered.
    #[serde(rename = "client_id")]
    pub client_id: String,

    /// 128-bit UUID; generate a new one for every request.
    #[param(format = "uuid")]
    pub uuid: String,

    /// List of the human languages that are acceptable in the response.
    #[serde(rename = "Accept-Language")]
    pub accept_language: Option<String>,

    /// Country, as a two-character code of ISO 3166.
    #[param(min_length = 2, max_length = 2)]
    pub country_code: String,

    /// Code of the business, identified when the application was registered.
    pub business_code: String,

    /// Channel in which the request originated.
    #[serde(rename = "ChannelId")]
    pub channel_id: String,

    /// Session ID. The first key-exchange call (GET e2e) generates it and returns it in a response header; it has to be sent again with every later call of the same session.
    pub sid: Option<String>,
}
