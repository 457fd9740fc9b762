//! Addresses of a customer.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;
use crate::scalar::Integer;

/// Addresses of a customer.
#[apply(camel_case_object!)]
pub struct CustomerAddresses {
    /// The customer's addresses.
    pub address_list: Option<Vec<Address>>,
}

/// One address of a customer.
#[apply(camel_case_object!)]
pub struct Address {
    /// Unique identifier of this address; an update of the customer's address details must carry it.
    pub address_key: Option<Integer>,

    /// City of the address.
    pub city: Option<String>,

    /// Kind of address; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/utilities/referenceData/{addressType}"))))]
    pub address_type: Option<String>,

    /// Postal code of the mailing address.
    pub postal_code: Option<String>,

    /// Line 3 of the mailing address.
    #[serde(rename = "addressline3")]
    pub address_line3: Option<String>,

    /// Line 2 of the mailing address.
    #[serde(rename = "addressline2")]
    pub address_line2: Option<String>,

    /// Line 1 of the mailing address.
    #[serde(rename = "addressline1")]
    pub address_line1: Option<String>,

    /// State of the address; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{addressState}")),
    ))]
    pub state: Option<String>,

    /// Name of the country; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{countryName}")),
    ))]
    pub country_name: Option<String>,

    /// Line 4 of the mailing address.
    #[serde(rename = "addressline4")]
    pub address_line4: Option<String>,
}
