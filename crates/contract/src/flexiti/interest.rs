//! The interest calculation of a purchase, as a regular one and under promotional plans.

use macro_rules_attribute::apply;

use super::fee::Fee;
use super::promotional_purchase::PromotionalPurchase;
use crate::listed_values::listed_values;
use crate::object::object;
use crate::scalar::{Ascii, Number};

/// The interest calculation of a purchase: account, amount, customer, and the regular and the promotional purchase.
#[apply(object!)]
pub struct InterestCalculation {
    /// Account number of the customer, at most 14 digits; it is not the number of the Flexiti Card (VCC).
    pub account_number: Option<Number<14, 0>>,

    /// Amount of the authorization, a money amount with at most 2 decimals.
    pub amount: Option<Number<18, 2>>,

    /// The customer.
    pub customer: Option<InterestCustomer>,

    /// The regular purchase: its `term_amount`, `air` and fees.
    pub regular_purchase: Option<RegularPurchase>,

    /// The promotional purchase, one entry for each promotional plan.
    pub promotional_purchase: Option<Vec<PromotionalPurchase>>,
}

/// The customer of a calculation.
#[apply(object!)]
pub struct InterestCustomer {
    /// Credit that the customer has left to spend (open to buy), a money amount with at most 2 decimals.
    pub available_credit: Option<Number<18, 2>>,

    /// The customer's `air`, at most 4 decimals; the documentation does not explain it.
    pub air: Option<Number<5, 4>>,

    /// First name of the customer.
    pub first_name: Option<Ascii<80>>,

    /// Last name of the customer.
    pub last_name: Option<Ascii<130>>,

    /// Category that goes with the customer's risk rating.
    pub customer_category_type: Option<CustomerCategory>,
}

listed_values! {
    /// Category of a customer.
    pub enum CustomerCategory within Ascii<30> {
        /// Preferred.
        Preferred = "preferred",
        /// Premium.
        Premium = "premium",
        /// Standard.
        Standard = "standard",
    }
}

/// The regular purchase: its `term_amount`, `air` and fees.
#[apply(object!)]
pub struct RegularPurchase {
    /// Amount to pay each month, or the deferred payment; a money amount with at most 2 decimals.
    pub term_amount: Option<Number<18, 2>>,

    /// The purchase's `air`, at most 4 decimals; the documentation does not explain it.
    pub air: Option<Number<5, 4>>,

    /// Fees of the purchase.
    pub fees: Option<Vec<Fee>>,
}
