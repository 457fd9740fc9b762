//! The calculation agrees with the lookup of the same customer, and keeps the page's bounds whatever the record holds.

use contract::flexiti::customer::Customer;
use contract::flexiti::fee::FeeType;
use contract::flexiti::interest::{CustomerCategory, InterestCalculation};
use contract::flexiti::offer_type::{OfferCategory, OfferType};
use contract::flexiti::promotional_purchase::PromotionalTerm;
use contract::scalar::Number;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sandbox::customers::{Customers, Flexiti};
use sandbox::interest::calculate;

fn customer(number: usize) -> Flexiti {
    let customers = Customers::invented(1, 40);
    let record = customers.get::<Flexiti>(number).expect("there are so many");
    (*record).clone()
}

fn number<const P: u32, const S: u32>(value: Decimal) -> Number<P, S> {
    Number::try_from(value).expect("it is within the bounds")
}

/// A customer with one plan.
fn with_plan(category: OfferCategory, terms: &[i64]) -> Flexiti {
    let mut customer = customer(1);
    let terms = terms.iter().map(|term| number(Decimal::from(*term)));
    customer.air = number(Decimal::new(2400, 4));
    customer.authorization = number(Decimal::from(1200));
    customer.customer.offer_types = Some(vec![OfferType {
        plan_name: None,
        plan_id: Some(number(Decimal::from(110))),
        offer_category: Some(category),
        term_options: Some(terms.collect()),
    }]);
    customer
}

/// A number as an answer has it.
fn written<const P: u32, const S: u32>(number: Option<Number<P, S>>) -> String {
    serde_json::to_string(&number.expect("it is there")).expect("it is JSON")
}

/// Term, rate, amount and fees of the only plan, as they are written.
fn terms(customer: &Flexiti) -> Vec<String> {
    let calculation = calculate(customer);
    let plans = calculation.promotional_purchase.expect("there is a plan");
    let terms = plans[0].terms.clone().expect("there are terms");
    let term = |term: PromotionalTerm| {
        let fees = term.fees.expect("there are fees").into_iter();
        let fees: Vec<_> = fees.map(|fee| written(fee.amount)).collect();
        let parts = [
            written(term.term),
            written(term.apr),
            written(term.term_amount),
        ];
        [&parts[..], &fees].concat().join(" ")
    };
    terms.into_iter().map(term).collect()
}

#[test]
fn equal_parts_cost_what_the_rules_say() {
    let customer = with_plan(OfferCategory::EqualBilling, &[6, 12, 24, 36]);
    let expected = [
        "6 0.0000 200.00",
        "12 0.0600 103.28 12.00",
        "24 0.1200 56.49 12.00",
        "36 0.1800 43.39 12.00",
    ];
    assert_eq!(terms(&customer), expected);
}

#[test]
fn a_later_payment_costs_what_the_rules_say() {
    let customer = with_plan(OfferCategory::DeferredPayment, &[6, 12]);
    assert_eq!(
        terms(&customer),
        ["6 0.0000 1200.00", "12 0.1200 1344.00 12.00"]
    );
}

#[test]
fn terms_of_less_than_a_month_are_left_out() {
    let customer = with_plan(OfferCategory::EqualBilling, &[0, -5, 1]);
    assert_eq!(terms(&customer), ["1 0.0000 1200.00"]);
}

#[test]
fn an_amount_beyond_the_credit_is_calculated_like_any_other() {
    let mut customer = with_plan(OfferCategory::EqualBilling, &[6]);
    let within = calculate(&customer).promotional_purchase;
    customer.customer.available_credit = Some(number(Decimal::ONE));
    let beyond = calculate(&customer);
    assert_eq!(beyond.promotional_purchase, within);
    let available = beyond.customer.and_then(|it| it.available_credit);
    assert_eq!(available, Some(number(Decimal::ONE)));
}

#[test]
fn the_annual_fee_follows_from_the_category() {
    let fees = |category: CustomerCategory| {
        let mut customer = customer(1);
        customer.category = category;
        let regular = calculate(&customer).regular_purchase.expect("it is there");
        let fees = regular.fees.expect("they are there").into_iter();
        let fees = fees.map(|fee| (fee.r#type, fee.amount.map(|it| it.value().to_string())));
        fees.collect::<Vec<_>>()
    };
    let annual = |amount: &str| vec![(Some(FeeType::Annual), Some(amount.to_owned()))];
    assert_eq!(fees(CustomerCategory::Preferred), []);
    assert_eq!(fees(CustomerCategory::Premium), annual("29.00"));
    assert_eq!(fees(CustomerCategory::Standard), annual("49.00"));
}

#[test]
fn calculation_and_lookup_of_a_customer_agree() {
    let mut with_plans = 0;
    for number in 1..=40 {
        let record = customer(number);
        let calculation = calculate(&record);
        let (lookup, customer) = (&record.customer, calculation.customer.expect("it is there"));
        assert_eq!(calculation.account_number, lookup.account_number);
        assert_eq!(calculation.amount, Some(record.authorization));
        assert_eq!(customer.available_credit, lookup.available_credit);
        assert_eq!(customer.first_name, Some(record.first_name));
        assert_eq!(customer.customer_category_type, Some(record.category));
        let plans = lookup.offer_types.as_ref().map(|plans| {
            let plan = |it: &OfferType| (it.plan_id.clone(), it.term_options.clone());
            plans.iter().map(plan).collect::<Vec<_>>()
        });
        let calculated = calculation.promotional_purchase.map(|plans| {
            with_plans += 1;
            let terms = |terms: Vec<_>| -> Vec<_> {
                let terms = terms.into_iter();
                terms.filter_map(|it: PromotionalTerm| it.term).collect()
            };
            let plans = plans.into_iter();
            plans
                .map(|it| (it.plan_id, it.terms.map(terms)))
                .collect::<Vec<_>>()
        });
        assert_eq!(calculated, plans);
    }
    assert!(
        with_plans > 10,
        "found only {with_plans} customers with plans"
    );
}

#[test]
fn a_customer_without_anything_gets_an_answer() {
    let mut record = customer(1);
    record.customer = Customer::default();
    let calculation = calculate(&record);
    assert_eq!(calculation.promotional_purchase, None);
    assert!(calculation.regular_purchase.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_record_leads_beyond_the_bounds(
        cents in -999_999_999_999_999_999..=999_999_999_999_999_999_i64,
        air in -99_999..=99_999_i64,
        terms in proptest::collection::vec(-999..=999_i64, 0..5),
        deferred: bool,
    ) {
        let category = if deferred { OfferCategory::DeferredPayment } else { OfferCategory::EqualBilling };
        let mut customer = with_plan(category, &terms);
        customer.authorization = number(Decimal::new(cents, 2));
        customer.air = number(Decimal::new(air, 4));
        let calculation = calculate(&customer);
        // Reading checks every bound of the page, of numbers and of texts.
        let written = serde_json::to_string(&calculation).expect("it is JSON");
        let read: InterestCalculation = serde_json::from_str(&written).expect("it is within the bounds");
        prop_assert_eq!(&read, &calculation);
        let plans = calculation.promotional_purchase.expect("there is a plan");
        let calculated = plans[0].terms.as_ref().expect("there are terms").len();
        prop_assert_eq!(calculated, terms.iter().filter(|term| **term > 0).count());
    }
}
