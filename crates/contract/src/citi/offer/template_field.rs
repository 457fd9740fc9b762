//! Variables of an offer's template.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One variable of the offer's template.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiTemplateField)]
#[schemars(rename = "CitiTemplateField")]
pub struct TemplateField {
    /// Name of the template variable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_field_key: Option<String>,

    /// Value of the template variable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_field_value: Option<String>,
}
