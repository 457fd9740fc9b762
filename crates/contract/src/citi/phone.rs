//! Phone numbers of a customer.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;
use crate::scalar::Integer;

/// One phone number of a customer.
#[apply(camel_case_object!)]
pub struct Phone {
    /// Kind of phone; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/utilities/referenceData/{phoneType}"))))]
    pub phone_type: Option<String>,

    /// Area code of the phone number.
    pub area_code: Option<String>,

    /// Extension of the phone number.
    pub extension: Option<String>,

    /// Unique identifier of this phone number.
    pub phone_key: Option<Integer>,

    /// The customer's phone number.
    pub phone_number: Option<String>,

    /// Country calling code; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/utilities/referenceData/{phoneCountryCode}")),
    ))]
    pub phone_country_code: Option<String>,
}
