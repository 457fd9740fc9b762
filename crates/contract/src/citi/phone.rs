//! Phone numbers of a customer.

use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Integer;
use crate::skip_none::skip_none;

/// One phone number of a customer.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// Kind of phone; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/utilities/referenceData/{phoneType}"))))]
    pub phone_type: Option<String>,

    /// Area code of the phone number.
    pub area_code: Option<String>,

    /// Extension of the phone number.
    pub extension: Option<String>,

    /// Identifier that tells this phone number from the others.
    pub phone_key: Option<Integer>,

    /// The customer's phone number.
    pub phone_number: Option<String>,

    /// Country calling code; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/utilities/referenceData/{phoneCountryCode}")),
    ))]
    pub phone_country_code: Option<String>,
}
