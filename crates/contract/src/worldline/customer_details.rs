//! Details of a customer: how they are looked up, and the answer.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;

/// Country code and values to look up a customer's details.
#[apply(camel_case_object!)]
pub struct GetCustomerDetailsRequest {
    /// Code of the customer's expected country of residence.
    pub country_code: String,

    /// List of keys, each with a value, to look up the customer. The required keys depend on the country code: they are the fields of the payment product, as getPaymentProduct returns it, whose `usedForLookup` is true.
    pub values: Vec<KeyValuePair>,
}

/// A key with its value.
#[apply(camel_case_object!)]
pub struct KeyValuePair {
    /// Name of the key, or property, to look up by.
    pub key: Option<String>,

    /// Value of that key or property.
    pub value: Option<String>,
}

/// Personal information and address of a customer.
#[apply(camel_case_object!)]
pub struct GetCustomerDetailsResponse {
    /// City in which the customer resides.
    pub city: Option<String>,

    /// Country in which the customer resides.
    pub country: Option<String>,

    /// Email address that is registered to the customer.
    pub email_address: Option<String>,

    /// First name of the customer.
    pub first_name: Option<String>,

    /// Fiscal number (SSN) of the customer.
    pub fiscal_number: Option<String>,

    /// Code of the language that the customer uses.
    pub language_code: Option<String>,

    /// Phone number that is registered to the customer.
    pub phone_number: Option<String>,

    /// Street in which the customer resides.
    pub street: Option<String>,

    /// Surname, or family name, of the customer.
    pub surname: Option<String>,

    /// ZIP or postal code of the area in which the customer resides.
    pub zip: Option<String>,
}
