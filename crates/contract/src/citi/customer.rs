//! A customer: the whole profile, and its basic part.

use macro_rules_attribute::apply;

use super::address::Address;
use super::email::Email;
use super::phone::Phone;
use crate::object::camel_case_object;

/// Profile of a customer: particulars, segment, email addresses, addresses and phone numbers.
#[apply(camel_case_object!)]
pub struct CustomerProfile {
    /// The customer's email addresses.
    pub emails: Option<Vec<Email>>,

    /// Kind of customer, for individual customers only; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerType}")),
        ("x-reference-code" = json!("customerType")),
    ))]
    pub customer_type: Option<String>,

    /// Names of the customer, with prefix and suffix.
    pub customer_particulars: Option<CustomerParticulars>,

    /// Segment of the customer, for individual customers only; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerSegment}")),
        ("x-reference-code" = json!("customerSegment")),
    ))]
    pub customer_segment: Option<String>,

    /// Partner customer segment; the possible values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{partnerCustomerSegment}")),
    ))]
    pub partner_customer_segment: Option<String>,

    /// The customer's addresses.
    pub address_list: Option<Vec<Address>>,

    /// The customer's phone numbers.
    pub phones: Option<Vec<Phone>>,
}

/// Basic part of the profile of a customer: particulars and segment.
#[apply(camel_case_object!)]
pub struct CustomerBasic {
    /// Kind of customer, for individual customers only; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerType}")),
        ("x-reference-code" = json!("customerType")),
    ))]
    pub customer_type: Option<String>,

    /// Names of the customer, with prefix and suffix.
    pub customer_particulars: Option<CustomerParticulars>,

    /// Segment of the customer, for individual customers only; mandatory when `partnerCustomerSegment` is absent; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{customerSegment}")),
        ("x-reference-code" = json!("customerSegment")),
        ("x-required-unless" = json!("partnerCustomerSegment")),
    ))]
    pub customer_segment: Option<String>,

    /// Partner customer segment; mandatory when `customerSegment` is absent; the possible values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/apac/utilities/referenceData/{partnerCustomerSegment}")),
        ("x-required-unless" = json!("customerSegment")),
    ))]
    pub partner_customer_segment: Option<String>,
}

/// Names of a customer, with prefix and suffix.
#[apply(camel_case_object!)]
pub struct CustomerParticulars {
    /// The customer's names.
    pub names: Option<Vec<CustomerName>>,

    /// Prefix that precedes the customer's name.
    pub prefix: Option<String>,

    /// Suffix that follows the customer's name.
    pub suffix: Option<String>,
}

/// One name of a customer.
#[apply(camel_case_object!)]
pub struct CustomerName {
    /// Kind of name.
    pub name_type: Option<String>,

    /// First name.
    pub first_name: Option<String>,

    /// Last name.
    pub last_name: Option<String>,

    /// Middle name.
    pub middle_name: Option<String>,

    /// Full name.
    pub full_name: Option<String>,
}
