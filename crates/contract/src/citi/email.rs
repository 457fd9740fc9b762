//! Email addresses of a customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Integer;

/// Email addresses of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerEmails)]
#[schemars(rename = "CitiCustomerEmails")]
pub struct CustomerEmails {
    /// The customer's email addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<Email>>,
}

/// One email address of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiEmail)]
#[schemars(rename = "CitiEmail")]
pub struct Email {
    /// Email address of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_address: Option<String>,

    /// Whether this is the preferred email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_email_flag: Option<bool>,

    /// Identifier that tells this email address from the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_key: Option<Integer>,
}
