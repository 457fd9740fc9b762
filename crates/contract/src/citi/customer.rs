//! A customer: the whole profile, and its basic part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::address::Address;
use super::email::Email;
use super::phone::Phone;

/// Profile of a customer: particulars, segment, email addresses, postal addresses and phone numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerProfile)]
#[schemars(rename = "CitiCustomerProfile")]
pub struct CustomerProfile {
    /// The customer's email addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<Email>>,

    /// Kind of customer, for individual customers only; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerType}")),
        ("x-reference-code" = json!("customerType")),
    ))]
    #[schemars(extend(
        "x-reference-data" = "/v1/apac/utilities/referenceData/{customerType}",
        "x-reference-code" = "customerType",
    ))]
    pub customer_type: Option<String>,

    /// Names of the customer, with prefix and suffix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_particulars: Option<CustomerParticulars>,

    /// Segment of the customer, for individual customers only; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerSegment}")),
        ("x-reference-code" = json!("customerSegment")),
    ))]
    #[schemars(extend(
        "x-reference-data" = "/v1/apac/utilities/referenceData/{customerSegment}",
        "x-reference-code" = "customerSegment",
    ))]
    pub customer_segment: Option<String>,

    /// Partner customer segment; the possible values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{partnerCustomerSegment}")),
    ))]
    #[schemars(extend(
        "x-reference-data" = "/v1/apac/utilities/referenceData/{partnerCustomerSegment}",
    ))]
    pub partner_customer_segment: Option<String>,

    /// The customer's postal addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_list: Option<Vec<Address>>,

    /// The customer's phone numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phones: Option<Vec<Phone>>,
}

/// Basic part of the profile of a customer: particulars and segment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerBasic)]
#[schemars(rename = "CitiCustomerBasic")]
pub struct CustomerBasic {
    /// Kind of customer, for individual customers only; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerType}")),
        ("x-reference-code" = json!("customerType")),
    ))]
    #[schemars(extend(
        "x-reference-data" = "/v1/apac/utilities/referenceData/{customerType}",
        "x-reference-code" = "customerType",
    ))]
    pub customer_type: Option<String>,

    /// Names of the customer, with prefix and suffix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_particulars: Option<CustomerParticulars>,

    /// Segment of the customer, for individual customers only; mandatory when `partnerCustomerSegment` is absent; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerSegment}")),
        ("x-reference-code" = json!("customerSegment")),
        ("x-required-unless" = json!("partnerCustomerSegment")),
    ))]
    #[schemars(extend(
        "x-reference-data" = "/v1/apac/utilities/referenceData/{customerSegment}",
        "x-reference-code" = "customerSegment",
        "x-required-unless" = "partnerCustomerSegment",
    ))]
    pub customer_segment: Option<String>,

    /// Partner customer segment; mandatory when `customerSegment` is absent; the possible values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{partnerCustomerSegment}")),
        ("x-required-unless" = json!("customerSegment")),
    ))]
    #[schemars(extend(
        "x-reference-data" = "/v1/apac/utilities/referenceData/{partnerCustomerSegment}",
        "x-required-unless" = "customerSegment",
    ))]
    pub partner_customer_segment: Option<String>,
}

/// Names of a customer, with prefix and suffix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerParticulars)]
#[schemars(rename = "CitiCustomerParticulars")]
pub struct CustomerParticulars {
    /// The customer's names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<CustomerName>>,

    /// Prefix that precedes the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,

    /// Suffix that follows the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
}

/// One name of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerName)]
#[schemars(rename = "CitiCustomerName")]
pub struct CustomerName {
    /// Kind of name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_type: Option<String>,

    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,

    /// Last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,

    /// Middle name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub middle_name: Option<String>,

    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
}
