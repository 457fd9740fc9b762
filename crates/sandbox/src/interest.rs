//! What a purchase costs a customer of Flexiti, by regular credit and under each promotional plan.
//!
//! The page documents the answer and neither a request nor how the answer comes about.
//! **Amounts, rates and fees follow rules of the sandbox's own**, written here so that an answer can be checked by hand; nothing in them is the vendor's.
//!
//! # Rules
//!
//! - *P*, the amount, is the `authorization` of the customer's record; terms are in months; a rate is a coefficient a year, and *i* = rate ÷ 12 a month.
//! - Equal parts (`equal_billing`, and regular credit over [`REGULAR_MONTHS`] months) over *n* months: `term_amount` = *P* · *i* ÷ (1 − (1 + *i*)⁻ⁿ), or *P* ÷ *n* where the rate is zero, each month.
//! - Payment at a later time (`deferred_payment`) after *n* months: `term_amount` = *P* · (1 + *i* · *n*), once.
//! - A `term_amount` is rounded up to the cent: all parts together are never less than what is owed, and by less than a cent a part more, which the last part would be smaller by; the page has no field that could say so.
//! - The rate of regular credit is the `air` of the customer.
//!   The rate of a plan is a share of it: of equal parts none up to 6 months, a quarter up to 12, half up to 24, and three quarters beyond; of a later payment none up to 6 months, and half beyond.
//!   Shares are rounded half to even to four decimals.
//! - Fees are not part of `term_amount`.
//!   Regular credit has an annual fee: none for `preferred`, 29.00 for `premium`, 49.00 for others.
//!   A term of more than 6 months has an administration fee of one percent of *P*, rounded half to even to the cent, of at least 5.00 and at most 99.00.
//! - An amount beyond the available credit is calculated like any other: the calculation is an offer, not a reservation.
//! - A term of less than a month is left out; a part that is beyond the page's 18 digits, or of an amount or rate below zero, leaves its `term_amount` out.
//!
//! All arithmetic is of exact decimals; a power and a quotient are kept to 20 significant digits before they are rounded to cents.

mod fees;
mod formula;

use contract::flexiti::interest::{InterestCalculation, InterestCustomer, RegularPurchase};
use contract::flexiti::offer_type::{OfferCategory, OfferType};
use contract::flexiti::promotional_purchase::{PromotionalPurchase, PromotionalTerm};
use contract::scalar::Number;
use rust_decimal::Decimal;

use crate::customers::Flexiti;

/// Regular credit is paid back in so many months.
pub const REGULAR_MONTHS: u32 = 12;

/// What the customer's purchase costs, by regular credit and under each promotional plan that the lookup shows.
#[must_use]
pub fn calculate(customer: &Flexiti) -> InterestCalculation {
    let Flexiti {
        authorization,
        air,
        customer: lookup,
        ..
    } = customer;
    let plans = lookup.offer_types.as_ref();
    let plans = plans.map(|plans| {
        plans
            .iter()
            .map(|plan| promotional(customer, plan))
            .collect()
    });
    InterestCalculation {
        account_number: lookup.account_number.clone(),
        amount: Some(authorization.clone()),
        customer: Some(InterestCustomer {
            available_credit: lookup.available_credit.clone(),
            air: Some(air.clone()),
            first_name: Some(customer.first_name.clone()),
            last_name: Some(customer.last_name.clone()),
            customer_category_type: Some(customer.category.clone()),
        }),
        regular_purchase: Some(RegularPurchase {
            term_amount: formula::instalment(authorization.value(), air.value(), REGULAR_MONTHS)
                .and_then(money),
            air: Some(air.clone()),
            fees: Some(fees::annual(customer)),
        }),
        promotional_purchase: plans,
    }
}

fn promotional(customer: &Flexiti, plan: &OfferType) -> PromotionalPurchase {
    let terms = plan.term_options.as_ref();
    let terms = terms.map(|terms| {
        terms
            .iter()
            .filter_map(|it| term(customer, plan, it))
            .collect()
    });
    PromotionalPurchase {
        plan_id: plan.plan_id.clone(),
        terms,
    }
}

/// One term of a plan; `None` if it is of less than a month.
fn term(customer: &Flexiti, plan: &OfferType, term: &Number<3, 0>) -> Option<PromotionalTerm> {
    let months = u32::try_from(term.value()).ok().filter(|it| *it > 0)?;
    let amount = customer.authorization.value();
    let deferred = plan.offer_category == Some(OfferCategory::DeferredPayment);
    let share = if deferred {
        formula::deferred_share(months)
    } else {
        formula::equal_share(months)
    };
    let mut apr = (customer.air.value() * share).round_dp(4);
    apr.rescale(4);
    let term_amount = if deferred {
        formula::deferred(amount, apr, months)
    } else {
        formula::instalment(amount, apr, months)
    };
    Some(PromotionalTerm {
        term: Some(term.clone()),
        term_amount: term_amount.and_then(money),
        apr: Number::try_from(apr).ok(),
        fees: Some(fees::administration(customer, plan, months)),
    })
}

/// A money amount, with both of its decimals; `None` if the page's digits do not hold it.
fn money(mut amount: Decimal) -> Option<Number<18, 2>> {
    amount.rescale(2);
    Number::try_from(amount).ok()
}
