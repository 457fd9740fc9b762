//! Answers vary: every documented property is there for some customers and absent for others.

use std::collections::BTreeMap;

use jsonschema::Validator;
use sandbox::pages::{Australia, Citibanamex, Flexiti, HongKong, Worldline};
use serde_json::{Value, json};

use super::all;
use super::seen::{Seen, types, visit};

/// So many customers show everything, there and absent.
const COUNT: usize = 60;

/// Every answer that the customers of a page give, each with the name of its type.
fn answers() -> Vec<(&'static str, Value)> {
    let mut answers = Vec::new();
    for record in all::<HongKong>(COUNT) {
        answers.push(("CitiCustomerProfile", json!(record.profile)));
        answers.extend(
            record
                .offers
                .iter()
                .map(|it| ("CitiOfferDetails", json!(it.details))),
        );
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

#[test]
fn every_property_is_there_for_some() {
    let types = types();
    let mut seen = Seen::default();
    for (name, value) in answers() {
        visit(&types, name, &value, &mut seen);
    }
    let expected = types.iter().filter(|(name, _)| {
        seen.there
            .iter()
            .any(|it| it.starts_with(&format!("{name}.")))
    });
    let expected = expected.flat_map(|(name, schema)| {
        let properties = schema["properties"].as_object().into_iter().flatten();
        properties.map(move |(property, _)| format!("{name}.{property}"))
    });
    let never: Vec<_> = expected.filter(|it| !seen.there.contains(it)).collect();
    assert_eq!(never, Vec::<String>::new());
    assert!(seen.there.len() > 150, "found only {}", seen.there.len());
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
fn every_property_is_absent_for_some_unless_a_reason_is_known() {
    let types = types();
    let mut seen = Seen::default();
    for (name, value) in answers() {
        visit(&types, name, &value, &mut seen);
    }
    let always: Vec<_> = seen.there.difference(&seen.absent).collect();
    let excused = |place: &str| ALWAYS.iter().find(|(prefix, _)| place.starts_with(prefix));
    let unexcused: Vec<_> = always.iter().filter(|it| excused(it).is_none()).collect();
    assert_eq!(unexcused, Vec::<&&String>::new());
    for (prefix, reason) in ALWAYS {
        let fires = always.iter().any(|place| place.starts_with(prefix));
        assert!(
            fires,
            "expected {prefix} to be excused because {reason}, but nothing needs it"
        );
    }
}

#[test]
fn every_answer_validates_against_the_exported_schema() {
    let types = types();
    let mut validators = BTreeMap::new();
    for name in answers().iter().map(|(name, _)| *name) {
        validators.entry(name).or_insert_with(|| {
            let schema = json!({ "$ref": format!("#/$defs/{name}"), "$defs": types });
            jsonschema::validator_for(&schema).expect("the exported schema is one")
        });
    }
    let valid = |validators: &BTreeMap<&str, Validator>, name: &str, value: &Value| {
        validators[name].is_valid(value)
    };
    for (name, value) in answers() {
        assert!(valid(&validators, name, &value), "a {name} is not valid");
    }
    // The check sees what is wrong.
    assert!(!valid(
        &validators,
        "FlexitiCustomer",
        &json!({ "city": 1 })
    ));
    assert!(!valid(&validators, "CitiCustomerBasic", &json!({})));
}
