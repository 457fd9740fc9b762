//! Template variables of an offer.

use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::skip_none::skip_none;

/// One template variable: its key and its value.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TemplateField {
    /// Key of the template variable.
    pub template_field_key: Option<String>,

    /// Value of the template variable.
    pub template_field_value: Option<String>,
}
