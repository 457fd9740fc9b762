//! Answers vary: every documented property is there for some customers and absent for others.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use sandbox::customers::{Australia, Citibanamex, Customers, Flexiti, HongKong, Record, Worldline};
use serde_json::{Value, json};

use crate::{SEED, all};

/// So many customers show everything, there and absent.
const COUNT: usize = 60;

fn customers() -> Customers {
    Customers::invented(SEED, COUNT)
}

const SCHEMAS: [&str; 4] = [
    include_str!("../../../../spec/schemas/citi.schema.json"),
    include_str!("../../../../spec/schemas/citibanamex.schema.json"),
    include_str!("../../../../spec/schemas/flexiti.schema.json"),
    include_str!("../../../../spec/schemas/worldline.schema.json"),
];

/// The exported schema of every type, by name.
fn types() -> BTreeMap<String, Value> {
    let mut types = BTreeMap::new();
    for schema in SCHEMAS {
        let schema: Value = serde_json::from_str(schema).expect("it is JSON");
        let Some(Value::Object(defs)) = schema.get("$defs") else {
            panic!("expected a schema with $defs");
        };
        types.extend(defs.clone());
    }
    types
}

/// What answers of one type showed.
#[derive(Default)]
struct Seen {
    there: BTreeSet<String>,
    absent: BTreeSet<String>,
}

/// Visits what a schema describes, and notes which properties of each named type are there.
fn visit(types: &BTreeMap<String, Value>, name: &str, value: &Value, seen: &mut Seen) {
    let schema = &types[name];
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return;
    };
    for (property, schema) in properties {
        let place = format!("{name}.{property}");
        let Some(held) = value.get(property) else {
            seen.absent.insert(place);
            continue;
        };
        seen.there.insert(place);
        let (schema, held) = match schema.get("items") {
            Some(items) => (items, held.as_array().cloned().unwrap_or_default()),
            None => (schema, vec![held.clone()]),
        };
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = reference.rsplit('/').next().unwrap_or_default();
            for held in &held {
                visit(types, name, held, seen);
            }
        }
    }
}

/// Every answer that the customers of a source give, each with the name of its type.
fn answers() -> Vec<(&'static str, Value)> {
    let customers = customers();
    let mut answers = Vec::new();
    for record in all::<HongKong>(&customers, COUNT) {
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
    for record in all::<Australia>(&customers, COUNT) {
        answers.push(("CitiCustomerProfile", json!(record.profile)));
        answers.push(("CitiCustomerBasic", json!(record.profile)));
    }
    for record in all::<Citibanamex>(&customers, COUNT) {
        answers.push(("CitibanamexCustomer", json!(record.customer)));
    }
    for record in all::<Worldline>(&customers, COUNT) {
        answers.push(("WorldlineGetCustomerDetailsResponse", json!(record.details)));
    }
    for record in all::<Flexiti>(&customers, COUNT) {
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
    ("FlexitiInterestC", "the calculation says all it knows"),
    (
        "FlexitiRegularPurchase.",
        "the calculation says all it knows",
    ),
    (
        "FlexitiPromotionalPurchase.",
        "the calculation says all it knows",
    ),
    (
        "FlexitiPromotionalTerm.",
        "the calculation says all it knows",
    ),
    ("FlexitiFee.", "the calculation says all it knows"),
    (
        "FlexitiCustomer.available_credit",
        "a purchase is set against it",
    ),
    ("FlexitiCustomer.account_number", "finds the customer"),
    ("FlexitiCustomer.customer_id", "finds the customer"),
    (
        "FlexitiOfferType.plan_id",
        "names the plan of a calculation",
    ),
    (
        "FlexitiOfferType.offer_category",
        "a calculation depends on it",
    ),
    (
        "FlexitiOfferType.term_options",
        "a calculation depends on it",
    ),
];

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

#[test]
fn a_record_is_the_same_after_it_was_written_and_read() {
    fn check<R: Record>() {
        for record in all::<R>(&customers(), COUNT) {
            let written = serde_json::to_string(&*record).expect("a record is JSON");
            let read: R = serde_json::from_str(&written).expect("a record is read again");
            assert_eq!(read, *record);
        }
    }
    check::<HongKong>();
    check::<Australia>();
    check::<Citibanamex>();
    check::<Worldline>();
    check::<Flexiti>();
}
