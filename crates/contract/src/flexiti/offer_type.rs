//! A promotional plan on offer.

use macro_rules_attribute::apply;

use crate::listed_values::listed_values;
use crate::object::object;
use crate::scalar::{AsciiText, Number};

/// Promotional plan that is available to a customer.
#[apply(object!)]
pub struct OfferType {
    /// Name of the promotional plan that is available to the customer.
    pub plan_name: Option<AsciiText>,

    /// Identifier of the promotional plan that is available to the customer, at most 3 digits.
    pub plan_id: Option<Number<3, 0>>,

    /// Category of the promotional plan that is available to the customer.
    pub offer_category: Option<OfferCategory>,

    /// Terms of the promotional plan that is available to the customer, at most 3 digits each; the documentation does not state the unit.
    pub term_options: Option<Vec<Number<3, 0>>>,
}

listed_values! {
    /// Category of a promotional plan.
    pub enum OfferCategory within AsciiText {
        /// Payment in equal parts.
        EqualBilling = "equal_billing",
        /// Payment at a later time.
        DeferredPayment = "deferred_payment",
    }
}
