//! Template variables of an offer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One template variable: its key and its value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiTemplateField)]
#[schemars(rename = "CitiTemplateField")]
pub struct TemplateField {
    /// Key of the template variable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_field_key: Option<String>,

    /// Value of the template variable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_field_value: Option<String>,
}
