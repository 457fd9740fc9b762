//! Phone numbers of a customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Integer;

/// One phone number of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiPhone)]
#[schemars(rename = "CitiPhone")]
pub struct Phone {
    /// Kind of phone; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(("x-reference-data" = json!("/utilities/referenceData/{phoneType}"))))]
    #[schemars(extend("x-reference-data" = "/utilities/referenceData/{phoneType}"))]
    pub phone_type: Option<String>,

    /// Area code of the phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_code: Option<String>,

    /// Extension of the phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,

    /// Identifier that tells this phone number from the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_key: Option<Integer>,

    /// The customer's phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,

    /// Country calling code; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/utilities/referenceData/{phoneCountryCode}")),
    ))]
    #[schemars(extend("x-reference-data" = "/utilities/referenceData/{phoneCountryCode}"))]
    pub phone_country_code: Option<String>,
}
