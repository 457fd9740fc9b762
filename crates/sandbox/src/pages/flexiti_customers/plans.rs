//! The plans that customers of Flexiti are offered.

use contract::flexiti::offer_type::{OfferCategory, OfferType};
use rust_decimal::Decimal;

use super::{ascii, decimal};
use crate::customers::dice::Dice;

/// The plans of the sandbox: number, name, category and terms in months.
const PLANS: [(i64, &str, OfferCategory, &[i64]); 4] = [
    (110, "Equal payments", OfferCategory::EqualBilling, &[6, 12]),
    (
        120,
        "Equal payments, long",
        OfferCategory::EqualBilling,
        &[24, 36, 60],
    ),
    (210, "Pay later", OfferCategory::DeferredPayment, &[3, 6]),
    (220, "Pay much later", OfferCategory::DeferredPayment, &[12]),
];

pub(super) fn plans(dice: &mut Dice) -> Vec<OfferType> {
    let first = dice.below(2) as usize;
    let last = dice.between(2, 4) as usize;
    let plan = |(id, name, category, terms): &(i64, &str, OfferCategory, &[i64])| OfferType {
        plan_name: dice.maybe(|_| ascii(name)),
        plan_id: Some(decimal(Decimal::from(*id))),
        offer_category: Some(category.clone()),
        term_options: Some(
            terms
                .iter()
                .map(|term| decimal(Decimal::from(*term)))
                .collect(),
        ),
        ..OfferType::default()
    };
    PLANS[first..last].iter().map(plan).collect()
}
