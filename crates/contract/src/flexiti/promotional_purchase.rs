//! A purchase under a promotional plan, and its terms.

use macro_rules_attribute::apply;

use super::fee::Fee;
use crate::object::object;
use crate::scalar::Number;

/// The promotional purchase under one promotional plan.
#[apply(object!)]
pub struct PromotionalPurchase {
    /// Identifier of the promotional plan, at most 3 digits.
    pub plan_id: Option<Number<3, 0>>,

    /// Terms of the promotional plan.
    pub terms: Option<Vec<PromotionalTerm>>,
}

/// One term of a promotional plan.
#[apply(object!)]
pub struct PromotionalTerm {
    /// Term of the promotional plan, at most 3 digits; the documentation does not state the unit.
    pub term: Option<Number<3, 0>>,

    /// Amount to pay each month, or the deferred payment; a money amount with at most 2 decimals.
    pub term_amount: Option<Number<18, 2>>,

    /// The `apr` of the term, a coefficient with at most 4 decimals.
    pub apr: Option<Number<5, 4>>,

    /// Fees of the term.
    pub fees: Option<Vec<Fee>>,
}
