//! The easy payment plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::scalar::Double;

/// Offer of an Easy Payment Plan (EPP).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CitiEasyPaymentPlan)]
#[schemars(rename = "CitiEasyPaymentPlan")]
pub struct EasyPaymentPlan {
    /// Identifier of the promotion that is offered for a specific campaign or offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promotion_id: Option<String>,

    /// Organisation number of the merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_organization_number: Option<String>,

    /// Number that identifies the merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_number: Option<String>,

    /// Whether the offer is rate-based, fee-based or hybrid; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{offerIndicator}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/utilities/referenceData/{offerIndicator}"))]
    pub offer_indicator: Option<String>,

    /// Percentage of the credit limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_limit_percentage: Option<Double>,

    /// Lowest amount that is eligible for the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epp_minimum_eligible_amount: Option<Double>,

    /// Highest amount that is eligible for the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epp_maximum_eligible_amount: Option<Double>,
}
