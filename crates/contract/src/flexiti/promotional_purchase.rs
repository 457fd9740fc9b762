//! A purchase under a promotional plan, and its terms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fee::Fee;
use crate::scalar::Number;

/// The purchase under a promotional plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiPromotionalPurchase)]
#[schemars(rename = "FlexitiPromotionalPurchase")]
pub struct PromotionalPurchase {
    /// Identifier of the promotional plan, at most 3 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_id: Option<Number<3, 0>>,

    /// Terms of the promotional plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<Vec<PromotionalTerm>>,
}

/// One term of a promotional plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiPromotionalTerm)]
#[schemars(rename = "FlexitiPromotionalTerm")]
pub struct PromotionalTerm {
    /// Term of the promotional plan, at most 3 digits, in a unit that the documentation does not state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<Number<3, 0>>,

    /// Money amount with at most 2 decimals to be paid each month, or the deferred payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term_amount: Option<Number<18, 2>>,

    /// The `apr` of the term, a coefficient with at most 4 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apr: Option<Number<5, 4>>,

    /// Fees of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees: Option<Vec<Fee>>,
}
