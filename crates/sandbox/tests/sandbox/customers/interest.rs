//! The calculation follows its formula, agrees with the lookup, and keeps the page's bounds.

use contract::flexiti::customer::Customer;
use contract::flexiti::interest::InterestCalculation;
use contract::flexiti::offer_type::{OfferCategory, OfferType};
use contract::flexiti::promotional_purchase::PromotionalTerm;
use contract::scalar::Number;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sandbox::interest::calculate;
use sandbox::pages::Flexiti;

use super::{all, first};

fn number<const P: u32, const S: u32>(value: Decimal) -> Number<P, S> {
    Number::try_from(value).expect("it is within the bounds")
}

/// A customer with a purchase of 1200.00 at 24 percent, and one plan.
fn with_plan(category: OfferCategory, terms: &[i64]) -> Flexiti {
    let mut customer = (*first::<Flexiti>()).clone();
    let terms = terms.iter().map(|term| number(Decimal::from(*term)));
    customer.air = number(Decimal::new(2400, 4));
    customer.authorization = number(Decimal::from(1200));
    customer.customer.offer_types = Some(vec![OfferType {
        plan_id: Some(number(Decimal::from(110))),
        offer_category: Some(category),
        term_options: Some(terms.collect()),
        ..OfferType::default()
    }]);
    customer
}

fn terms(calculation: InterestCalculation) -> Vec<PromotionalTerm> {
    let plans = calculation.promotional_purchase.expect("there is a plan");
    plans[0].terms.clone().expect("there are terms")
}

/// Term and amount of the only plan, and the fee of each term, as they are written.
fn costs(customer: &Flexiti) -> Vec<String> {
    let term = |term: PromotionalTerm| {
        let value = |number: Option<Decimal>| number.expect("it is there").to_string();
        let fees = term.fees.expect("there are fees");
        let [fee] = &fees[..] else {
            panic!("expected one fee");
        };
        let of_term = value(term.term.map(|it| it.value()));
        let amount = value(term.term_amount.map(|it| it.value()));
        let fee = value(fee.amount.as_ref().map(Number::value));
        format!("{of_term} {amount} {fee}")
    };
    terms(calculate(customer)).into_iter().map(term).collect()
}

#[test]
fn terms_cost_what_the_formula_says() {
    let equal = with_plan(OfferCategory::EqualBilling, &[6, 7, 12, 24]);
    let expected = [
        "6 224.00 5.00",
        "7 195.43 5.00",
        "12 124.00 5.00",
        "24 74.00 5.00",
    ];
    assert_eq!(costs(&equal), expected);
    let deferred = with_plan(OfferCategory::DeferredPayment, &[6, 12]);
    assert_eq!(costs(&deferred), ["6 1344.00 5.00", "12 1488.00 5.00"]);
    let short = with_plan(OfferCategory::EqualBilling, &[0, -5, 1]);
    assert_eq!(costs(&short), ["1 1224.00 5.00"]);
    let regular = calculate(&equal).regular_purchase.expect("it is there");
    let amount = regular.term_amount.expect("it is there").value();
    assert_eq!(amount, Decimal::new(12_400, 2));
}

#[test]
fn calculation_and_lookup_of_a_customer_agree() {
    let mut with_plans = 0;
    for record in all::<Flexiti>(40) {
        let calculation = calculate(&record);
        let (lookup, customer) = (&record.customer, calculation.customer.expect("it is there"));
        assert_eq!(calculation.account_number, lookup.account_number);
        assert_eq!(calculation.amount, Some(record.authorization.clone()));
        assert_eq!(customer.available_credit, lookup.available_credit);
        assert_eq!(customer.first_name, Some(record.first_name.clone()));
        assert_eq!(
            customer.customer_category_type,
            Some(record.category.clone())
        );
        let shown = lookup.offer_types.iter().flatten();
        let shown: Vec<_> = shown
            .map(|it| (it.plan_id.clone(), it.term_options.clone()))
            .collect();
        let calculated = calculation.promotional_purchase.into_iter().flatten();
        let calculated: Vec<_> = calculated
            .map(|it| {
                let terms = it
                    .terms
                    .map(|terms| terms.into_iter().filter_map(|it| it.term));
                (it.plan_id, terms.map(Iterator::collect))
            })
            .collect();
        assert_eq!(calculated, shown);
        with_plans += usize::from(!shown.is_empty());
    }
    assert!(
        with_plans > 10,
        "found only {with_plans} customers with plans"
    );
}

#[test]
fn a_customer_without_plans_gets_an_answer() {
    let mut record = (*first::<Flexiti>()).clone();
    record.customer = Customer::default();
    let calculation = calculate(&record);
    assert_eq!(calculation.promotional_purchase, None);
    assert!(calculation.regular_purchase.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_record_leads_beyond_the_bounds(
        cents in 0..=999_999_999_999_999_999_i64,
        air in 0..=99_999_i64,
        months in proptest::collection::vec(-999..=999_i64, 0..5),
        deferred: bool,
    ) {
        let category = if deferred { OfferCategory::DeferredPayment } else { OfferCategory::EqualBilling };
        let mut customer = with_plan(category, &months);
        customer.authorization = number(Decimal::new(cents, 2));
        customer.air = number(Decimal::new(air, 4));
        let calculation = calculate(&customer);
        // Reading checks every bound of the page, of numbers and of texts.
        let written = serde_json::to_string(&calculation).expect("it is JSON");
        let read: InterestCalculation = serde_json::from_str(&written).expect("it is within the bounds");
        prop_assert_eq!(&read, &calculation);
        for term in terms(calculation) {
            // The parts pay back the purchase; an amount beyond the digits is left out.
            let Some(amount) = term.term_amount else { continue };
            let payments = if deferred { Decimal::ONE } else { term.term.expect("a term").value() };
            prop_assert!(amount.value() * payments >= customer.authorization.value());
        }
    }
}
