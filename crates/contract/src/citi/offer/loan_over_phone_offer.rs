//! The loan over phone offer.

use macro_rules_attribute::apply;
use serde_json::Value;

use super::offer;
use crate::scalar::Double;

/// Offer of a loan over phone (LOP).
#[apply(offer!)]
pub struct LoanOverPhoneOffer {
    /// Unique identifier of the promotion that is offered for a specific campaign or offer.
    pub promotion_id: Option<String>,

    /// Whether the offer is rate-based, fee-based or hybrid; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{offerIndicator}")),
    ))]
    pub offer_indicator: Option<String>,

    /// Tenor and interest details; what an item holds is not documented.
    // Nothing describes the items, so they are any JSON value.
    pub tenor_and_interest_details: Option<Vec<Value>>,

    /// Percentage of the credit limit that is eligible; the documentation says for booking an Easy Payment Plan (EPP), which is another offer.
    pub credit_limit_percentage: Option<Double>,

    /// Highest monthly flat rate.
    pub monthly_flat_rate: Option<Double>,

    /// Lowest eligible amount for which a loan over phone can be booked.
    pub lop_minimum_eligible_amount: Option<Double>,

    /// Highest eligible amount for which a loan over phone can be booked.
    pub lop_maximum_eligible_amount: Option<Double>,

    /// Whether this is a loan over phone (LOP) or an advance LOP; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{lopIndicator}")),
    ))]
    pub lop_indicator: Option<String>,
}
