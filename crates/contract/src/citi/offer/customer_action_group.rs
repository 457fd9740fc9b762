//! The customer's action on an offer.

use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::LocalDateTime;
use crate::skip_none::skip_none;

/// Customer's action on the offer, with its date and time.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CustomerActionGroup {
    /// Whether the offer is liked or disliked; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{customerAction}")),
    ))]
    pub customer_action: Option<String>,

    /// Date and time of the customer's action, in ISO 8601 and without a zone, `YYYY-MM-DDTHH:MM:SS`.
    pub customer_action_date_time: Option<LocalDateTime>,
}
