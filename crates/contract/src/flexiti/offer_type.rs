//! A promotional plan on offer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::listed_values::listed_values;
use crate::scalar::{AsciiText, Number};

/// Promotional plan that is available to a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema, JsonSchema)]
#[schema(as = FlexitiOfferType)]
#[schemars(rename = "FlexitiOfferType")]
pub struct OfferType {
    /// Name of the promotional plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_name: Option<AsciiText>,

    /// Identifier of the promotional plan, at most 3 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_id: Option<Number<3, 0>>,

    /// Category of the promotional plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_category: Option<OfferCategory>,

    /// Terms of the promotional plan, each of at most 3 digits, in a unit that the documentation does not state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term_options: Option<Vec<Number<3, 0>>>,
}

listed_values! {
    /// Category of a promotional plan.
    pub enum OfferCategory as "FlexitiOfferCategory" within AsciiText {
        /// Payment in equal parts.
        EqualBilling = "equal_billing",
        /// Payment at a later time.
        DeferredPayment = "deferred_payment",
    }
}
