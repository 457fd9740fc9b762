//! The offer of a change of segment.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::{Double, civil_date};

/// Offer about a change of the customer's segment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiCustomerSegmentChangeOffer)]
#[schemars(rename = "CitiCustomerSegmentChangeOffer")]
pub struct CustomerSegmentChangeOffer {
    /// Kind of offer; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(("x-reference-data" = json!("/v1/utilities/referenceData/{offerType}"))))]
    #[schemars(extend("x-reference-data" = "/v1/utilities/referenceData/{offerType}"))]
    pub offer_type: Option<String>,

    /// Identifier of the campaign that is offered to the channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<String>,

    /// Identifier of the promotion within the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wave_id: Option<String>,

    /// Advantages of the product in this offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wave_description: Option<String>,

    /// Day on which the promotion starts, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(
        default,
        deserialize_with = "civil_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub offer_start_date: Option<Date>,

    /// Day on which the promotion ends, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(
        default,
        deserialize_with = "civil_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub offer_expiry_date: Option<Date>,

    /// Position of the offer when offers are sorted, so that the bank can favour those of one campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_priority: Option<String>,

    /// Code that identifies the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_code: Option<String>,

    /// Detailed description of the offered product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_description: Option<String>,

    /// Customer segment held at present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_customer_segment: Option<String>,

    /// Customer segment held previously.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_customer_segment: Option<String>,

    /// Day of the change of customer segment, an ISO 8601 date, `YYYY-MM-DD`.
    #[serde(
        default,
        deserialize_with = "civil_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub customer_segment_change_date: Option<Date>,

    /// Difference between the current total relationship balance (TRB) and the threshold amount of the next segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_trb_difference_amount: Option<Double>,

    /// Code of the segment change offer; the offer depends on the customer's scenario, which follows from the current segment, the current total relationship balance (TRB) and how long that balance is maintained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment_change_offer_code: Option<String>,
}
