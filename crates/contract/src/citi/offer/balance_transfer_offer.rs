//! The balance transfer offer.

use jiff::civil::Date;
use macro_rules_attribute::apply;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::scalar::{Double, civil_date};
use crate::skip_none::skip_none;

/// Offer of a balance transfer.
#[apply(skip_none!)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BalanceTransferOffer {
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

    /// Identifier of the promotion that is offered for a specific campaign or offer.
    pub promotion_id: Option<String>,

    /// Whether the offer is rate-based, fee-based or hybrid; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{offerIndicator}")),
    ))]
    pub offer_indicator: Option<String>,

    /// Loan amount that is eligible for the balance transfer.
    pub eligble_loan_amount: Option<Double>,

    /// Tenor and interest details; what an item holds is not documented.
    // Nothing describes the items, so they are any JSON value.
    pub tenor_and_interest_details: Option<Vec<Value>>,

    /// Percentage of the credit limit that is eligible; the documentation says for booking an Easy Payment Plan (EPP), which is another offer.
    pub credit_limit_percentage: Option<Double>,

    /// Lowest amount for which a balance transfer can be booked.
    pub bt_minimum_eligible_amount: Option<Double>,

    /// Highest amount for which a balance transfer can be booked.
    pub bt_maximum_eligible_amount: Option<Double>,
}
