//! What a purchase costs a customer of Flexiti, as a regular purchase and under each promotional plan.
//!
//! The page documents the answer and neither a request nor a formula.
//! The sandbox takes everything from the customer's record, with one formula of its own:
//!
//! `term_amount` = *P* × (1 + *r* × *n* ÷ 12) ÷ *k*, rounded up to the cent
//!
//! *P* is the record's `authorization`, *r* its `air`, and *n* the term in months, 12 for a regular purchase.
//! *k* is the number of payments: *n*, or 1 under a plan of the category `deferred_payment`.
//! Each term of a plan has an administration fee of 5.00, which is not part of `term_amount`.
//! A term of less than a month is left out, and so is an amount that the page's 18 digits cannot hold.

use contract::flexiti::fee::{Fee, FeeType};
use contract::flexiti::interest::{InterestCalculation, InterestCustomer, RegularPurchase};
use contract::flexiti::offer_type::{OfferCategory, OfferType};
use contract::flexiti::promotional_purchase::{PromotionalPurchase, PromotionalTerm};
use contract::scalar::{Ascii, Number};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Flexiti;

/// Regular credit is paid back in so many months.
const REGULAR_MONTHS: u32 = 12;

/// Calculates the customer's purchase, as a regular purchase and under each plan that the lookup shows.
#[must_use]
pub fn calculate(customer: &Flexiti) -> InterestCalculation {
    let lookup = &customer.customer;
    let plans = lookup.offer_types.as_ref();
    InterestCalculation {
        account_number: lookup.account_number.clone(),
        amount: Some(customer.authorization.clone()),
        customer: Some(InterestCustomer {
            available_credit: lookup.available_credit.clone(),
            air: Some(customer.air.clone()),
            first_name: Some(customer.first_name.clone()),
            last_name: Some(customer.last_name.clone()),
            customer_category_type: Some(customer.category.clone()),
            ..InterestCustomer::default()
        }),
        regular_purchase: Some(RegularPurchase {
            term_amount: term_amount(customer, REGULAR_MONTHS, REGULAR_MONTHS),
            air: Some(customer.air.clone()),
            fees: Some(Vec::new()),
            ..RegularPurchase::default()
        }),
        promotional_purchase: plans
            .map(|plans| plans.iter().map(|plan| purchase(customer, plan)).collect()),
        ..InterestCalculation::default()
    }
}

fn purchase(customer: &Flexiti, plan: &OfferType) -> PromotionalPurchase {
    let deferred = plan.offer_category == Some(OfferCategory::DeferredPayment);
    let term = |term: &Number<3, 0>| {
        let months = u32::try_from(term.value()).ok().filter(|it| *it > 0)?;
        let payments = if deferred { 1 } else { months };
        Some(PromotionalTerm {
            term: Some(term.clone()),
            term_amount: term_amount(customer, months, payments),
            apr: Some(customer.air.clone()),
            fees: Some(vec![fee()]),
            ..PromotionalTerm::default()
        })
    };
    let terms = plan.term_options.as_ref();
    PromotionalPurchase {
        plan_id: plan.plan_id.clone(),
        terms: terms.map(|terms| terms.iter().filter_map(term).collect()),
        ..PromotionalPurchase::default()
    }
}

/// The formula.
fn term_amount(customer: &Flexiti, months: u32, payments: u32) -> Option<Number<18, 2>> {
    // Whole numbers first, so that the one division is the only place where digits are lost.
    let twelve = Decimal::from(12);
    let twelfths = twelve + customer.air.value() * Decimal::from(months);
    let owed = customer.authorization.value().checked_mul(twelfths)?;
    let amount = owed.checked_div(twelve * Decimal::from(payments))?;
    money(amount.round_dp_with_strategy(2, RoundingStrategy::ToPositiveInfinity))
}

/// The fee of each term.
fn fee() -> Fee {
    Fee {
        description: Ascii::try_from("Administration fee").ok(),
        amount: money(Decimal::new(500, 2)),
        r#type: Some(FeeType::Admin),
        message: Ascii::try_from("An administration fee of 5.00 applies to this term.").ok(),
        ..Fee::default()
    }
}

/// An amount of money with both of its decimals, if the page's digits hold it.
fn money(mut amount: Decimal) -> Option<Number<18, 2>> {
    amount.rescale(2);
    Number::try_from(amount).ok()
}
