//! What the customer did about an offer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::LocalDateTime;

/// The customer's reaction to the offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerActionGroup)]
#[schemars(rename = "CitiCustomerActionGroup")]
pub struct CustomerActionGroup {
    /// Whether the customer liked or disliked the offer; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{customerAction}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/utilities/referenceData/{customerAction}"))]
    pub customer_action: Option<String>,

    /// When the customer reacted, an ISO 8601 local date and time without a zone, `YYYY-MM-DDTHH:MM:SS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_action_date_time: Option<LocalDateTime>,
}
