//! Details of a customer: how they are looked up, and the answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the details of a customer are looked up with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorldlineGetCustomerDetailsRequest)]
#[schemars(rename = "WorldlineGetCustomerDetailsRequest")]
pub struct GetCustomerDetailsRequest {
    /// Code of the country in which the customer should reside.
    pub country_code: String,

    /// Keys with the values to look up the customer's details; which keys are required depends on the country, and they are those fields of the payment product, as a getPaymentProduct call returns it, that have `usedForLookup` set to true.
    pub values: Vec<KeyValuePair>,
}

/// A key with its value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorldlineKeyValuePair)]
#[schemars(rename = "WorldlineKeyValuePair")]
pub struct KeyValuePair {
    /// Which lookup field this is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,

    /// What the lookup field holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Personal information and address of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WorldlineGetCustomerDetailsResponse)]
#[schemars(rename = "WorldlineGetCustomerDetailsResponse")]
pub struct GetCustomerDetailsResponse {
    /// City in which the customer resides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,

    /// Country in which the customer resides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,

    /// Email address that is registered to the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_address: Option<String>,

    /// First name of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,

    /// Fiscal number of the customer, such as a social security number (SSN).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_number: Option<String>,

    /// Code of the language that the customer uses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,

    /// Phone number that is registered to the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,

    /// Street in which the customer resides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,

    /// Family name of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surname: Option<String>,

    /// ZIP or postal code of the area in which the customer resides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zip: Option<String>,
}
