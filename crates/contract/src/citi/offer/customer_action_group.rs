//! The customer's action on an offer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::LocalDateTime;

/// Customer's action on the offer, with its date and time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerActionGroup)]
#[schemars(rename = "CitiCustomerActionGroup")]
pub struct CustomerActionGroup {
    /// Whether the offer is liked or disliked; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{customerAction}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/utilities/referenceData/{customerAction}"))]
    pub customer_action: Option<String>,

    /// Date and time of the customer's action, in ISO 8601 and without a zone, `YYYY-MM-DDTHH:MM:SS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_action_date_time: Option<LocalDateTime>,
}
