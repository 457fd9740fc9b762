//! Addresses of a customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Integer;

/// Addresses of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerAddresses)]
#[schemars(rename = "CitiCustomerAddresses")]
pub struct CustomerAddresses {
    /// The customer's addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_list: Option<Vec<Address>>,
}

/// One address of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiAddress)]
#[schemars(rename = "CitiAddress")]
pub struct Address {
    /// Identifier that tells this address from the others; an update of the customer's address details must carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_key: Option<Integer>,

    /// City of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,

    /// Kind of address; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(("x-reference-data" = json!("/utilities/referenceData/{addressType}"))))]
    #[schemars(extend("x-reference-data" = "/utilities/referenceData/{addressType}"))]
    pub address_type: Option<String>,

    /// Postal code of the mailing address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,

    /// Line 3 of the mailing address.
    #[serde(rename = "addressline3", skip_serializing_if = "Option::is_none")]
    pub address_line3: Option<String>,

    /// Line 2 of the mailing address.
    #[serde(rename = "addressline2", skip_serializing_if = "Option::is_none")]
    pub address_line2: Option<String>,

    /// Line 1 of the mailing address.
    #[serde(rename = "addressline1", skip_serializing_if = "Option::is_none")]
    pub address_line1: Option<String>,

    /// State of the address; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{addressState}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/apac/utilities/referenceData/{addressState}"))]
    pub state: Option<String>,

    /// Name of the country; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{countryName}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/apac/utilities/referenceData/{countryName}"))]
    pub country_name: Option<String>,

    /// Line 4 of the mailing address.
    #[serde(rename = "addressline4", skip_serializing_if = "Option::is_none")]
    pub address_line4: Option<String>,
}
