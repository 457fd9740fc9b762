//! What a purchase costs a customer of Flexiti.

use contract::flexiti::interest::InterestCalculation;

use crate::customers::Flexiti;

/// What the customer's purchase costs, by regular credit and under each promotional plan.
#[must_use]
pub fn calculate(customer: &Flexiti) -> InterestCalculation {
    let _ = customer;
    todo!()
}
