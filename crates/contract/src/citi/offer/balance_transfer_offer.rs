//! The balance transfer offer.

use macro_rules_attribute::apply;
use serde_json::Value;

use super::offer;
use crate::scalar::Double;

/// Offer of a balance transfer.
#[apply(offer!)]
pub struct BalanceTransferOffer {
    /// Unique identifier of the promotion that is offered for a specific campaign or offer.
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

    /// Lowest eligible amount for which a balance transfer can be booked.
    pub bt_minimum_eligible_amount: Option<Double>,

    /// Highest eligible amount for which a balance transfer can be booked.
    pub bt_maximum_eligible_amount: Option<Double>,
}
