//! Answers vary: every documented property is there for some customers and absent for others.

use std::collections::{BTreeMap, BTreeSet};

use sandbox::pages::{Australia, Citibanamex, Flexiti, HongKong, Worldline};
use serde_json::{Map, Value, json};

use super::all;
use super::seen::{released, seen, types};

/// So many customers show everything, there and absent.
const COUNT: usize = 60;

/// Every answer that the customers of a page give, each with the name of its type.
fn answers() -> Vec<(&'static str, Value)> {
    let mut answers = Vec::new();
    for record in all::<HongKong>(COUNT) {
        answers.push(("CitiCustomerProfile", json!(record.profile)));
        let offers = record.offers.iter();
        answers.extend(offers.map(|it| ("CitiOfferDetails", json!(it.details))));
        let accounts = record.card_accounts.iter();
        answers.extend(accounts.map(|it| ("CitiCardAddresses", json!(it.addresses))));
    }
    for record in all::<Australia>(COUNT) {
        answers.push(("CitiCustomerProfile", json!(record.profile)));
        answers.push(("CitiCustomerBasic", json!(record.profile)));
    }
    for record in all::<Citibanamex>(COUNT) {
        answers.push(("CitibanamexCustomer", json!(record.customer)));
    }
    for record in all::<Worldline>(COUNT) {
        answers.push(("WorldlineGetCustomerDetailsResponse", json!(record.details)));
    }
    for record in all::<Flexiti>(COUNT) {
        answers.push(("FlexitiCustomer", json!(record.customer)));
        let calculation = sandbox::interest::calculate(&record);
        answers.push(("FlexitiInterestCalculation", json!(calculation)));
    }
    answers
}

/// These are in every answer although they are optional, each for its reason.
const ALWAYS: &[(&str, &str)] = &[
    ("CitibanamexCustomer.", "required"),
    ("FlexitiInterestC", CALCULATED),
    ("FlexitiRegularPurchase.", CALCULATED),
    ("FlexitiPromotionalPurchase.", CALCULATED),
    ("FlexitiPromotionalTerm.", CALCULATED),
    ("FlexitiFee.", CALCULATED),
    (
        "FlexitiCustomer.available_credit",
        "a purchase is set against it",
    ),
    ("FlexitiCustomer.account_number", "finds the customer"),
    ("FlexitiCustomer.customer_id", "finds the customer"),
    ("FlexitiOfferType.", "a calculation depends on it"),
];

/// Why a calculation lacks nothing.
const CALCULATED: &str = "the calculation says all it knows";

#[test]
fn every_property_is_there_for_some_and_absent_for_others_unless_a_reason_is_known() {
    let answers = answers();
    let seen = seen(answers.iter().map(|(name, value)| (*name, value)));
    let types: BTreeSet<_> = seen
        .there
        .iter()
        .filter_map(|it| it.split('.').next())
        .collect();
    let released = released();
    let properties = types.iter().flat_map(|name| {
        let properties = released[*name]["properties"].as_object();
        let names = properties.into_iter().flat_map(Map::keys);
        names.map(move |property| format!("{name}.{property}"))
    });
    let never: Vec<_> = properties.filter(|it| !seen.there.contains(it)).collect();
    assert_eq!(never, [""; 0], "fill them in `src/pages`");
    assert!(seen.there.len() > 150, "found only {}", seen.there.len());
    let always: Vec<_> = seen.there.difference(&seen.absent).collect();
    let excused = |place: &str| ALWAYS.iter().any(|(prefix, _)| place.starts_with(prefix));
    let unexcused: Vec<_> = always.iter().filter(|it| !excused(it)).collect();
    assert!(unexcused.is_empty(), "{unexcused:?}");
    for (prefix, reason) in ALWAYS {
        let fires = always.iter().any(|place| place.starts_with(prefix));
        assert!(fires, "nothing needs the excuse that {prefix} {reason}");
    }
}

#[test]
fn every_answer_validates_against_the_exported_schema() {
    let types = types();
    let mut validators = BTreeMap::new();
    let mut valid = |name: &'static str, value: &Value| {
        let validator = validators.entry(name).or_insert_with(|| {
            let schema = json!({ "$ref": format!("#/$defs/{name}"), "$defs": types });
            jsonschema::validator_for(&schema).expect("the exported schema is valid")
        });
        validator.is_valid(value)
    };
    for (name, value) in answers() {
        assert!(valid(name, &value), "a {name} is not valid");
    }
    // The check sees what is wrong.
    assert!(!valid("FlexitiCustomer", &json!({ "city": 1 })));
    assert!(!valid("CitiCustomerBasic", &json!({})));
}
