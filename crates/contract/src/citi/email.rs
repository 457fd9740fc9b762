//! Email addresses of a customer.

use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Integer;
use crate::skip_none::skip_none;

/// Email addresses of a customer.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CustomerEmails {
    /// The customer's email addresses.
    pub emails: Option<Vec<Email>>,
}

/// One email address of a customer.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Email {
    /// Email address of the customer.
    pub email_address: Option<String>,

    /// Whether this is the preferred email address.
    pub preferred_email_flag: Option<bool>,

    /// Identifier that tells this email address from the others.
    pub email_key: Option<Integer>,
}
