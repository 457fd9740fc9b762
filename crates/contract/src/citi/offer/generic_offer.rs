//! The generic offer.

use jiff::civil::Date;
use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::civil_date;
use crate::skip_none::skip_none;

/// Generic offer of a product.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct GenericOffer {
    /// Kind of offer; the valid values are reference data.
    #[schema(extensions(("x-reference-data" = json!("/v1/utilities/referenceData/{offerType}"))))]
    pub offer_type: Option<String>,

    /// Identifier of the campaign that is offered to the channel.
    pub campaign_id: Option<String>,

    /// Identifier of the promotion within the campaign.
    pub wave_id: Option<String>,

    /// Advantages of the product in this offer.
    pub wave_description: Option<String>,

    /// Day on which the promotion starts, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "civil_date")]
    pub offer_start_date: Option<Date>,

    /// Day on which the promotion ends, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(default, deserialize_with = "civil_date")]
    pub offer_expiry_date: Option<Date>,

    /// Position of the offer when offers are sorted, so that the bank can favour those of one campaign.
    pub offer_priority: Option<String>,

    /// Code that identifies the product.
    pub product_code: Option<String>,

    /// Detailed description of the offered product.
    pub product_description: Option<String>,
}
