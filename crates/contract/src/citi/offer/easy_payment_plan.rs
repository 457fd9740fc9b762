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
    /// Identifier of the promotion that is offered under the campaign or offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promotion_id: Option<String>,

    /// Number of the merchant's organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_organization_number: Option<String>,

    /// Number that identifies the merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_number: Option<String>,

    /// Whether the offer is based on a rate, on a fee or on both; the valid values are reference data.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(extensions(
        ("x-reference-data" = json!("/v1/utilities/referenceData/{offerIndicator}")),
    ))]
    #[schemars(extend("x-reference-data" = "/v1/utilities/referenceData/{offerIndicator}"))]
    pub offer_indicator: Option<String>,

    /// Share of the credit limit that the plan can use, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_limit_percentage: Option<Double>,

    /// Lowest amount for which the customer is eligible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epp_minimum_eligible_amount: Option<Double>,

    /// Highest amount for which the customer is eligible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epp_maximum_eligible_amount: Option<Double>,
}
