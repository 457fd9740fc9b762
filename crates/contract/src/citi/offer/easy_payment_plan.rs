//! The easy payment plan.

use macro_rules_attribute::apply;

use crate::object::camel_case_object;
use crate::scalar::Double;

/// Offer of an Easy Payment Plan (EPP).
#[apply(camel_case_object!)]
pub struct EasyPaymentPlan {
    /// Unique identifier of the promotion that is offered for a specific campaign or offer.
    pub promotion_id: Option<String>,

    /// Organisation number of the merchant.
    pub merchant_organization_number: Option<String>,

    /// Unique identifier of the merchant.
    pub merchant_number: Option<String>,

    /// Whether the offer is rate-based, fee-based or hybrid; the valid values are reference data.
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{offerIndicator}")),
    ))]
    pub offer_indicator: Option<String>,

    /// Percentage of the particular credit limit.
    pub credit_limit_percentage: Option<Double>,

    /// Lowest amount that is eligible for the customer.
    pub epp_minimum_eligible_amount: Option<Double>,

    /// Highest amount that is eligible for the customer.
    pub epp_maximum_eligible_amount: Option<Double>,
}
