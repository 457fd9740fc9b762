//! Numbers and names of a record: judged as they are written, where they are.

use sandbox::customers::Source;
use sandbox::state::{RECORD_BYTES, Refused, Violation};
use serde_json::json;

use crate::{in_memory, put, record};

/// The record of customer 1 of Flexiti as text, with numbers in the place of those at pointers.
fn with_numbers(numbers: &[(&str, &str)]) -> String {
    let mut changed = record(&in_memory(), Source::Flexiti, 1);
    for (pointer, number) in numbers {
        let place = changed.pointer_mut(pointer).expect("the record has it");
        *place = json!(format!("<{number}>"));
    }
    changed.to_string().replace("\"<", "").replace(">\"", "")
}

fn violations(source: Source, record: &str) -> Vec<(String, String)> {
    let refused = in_memory().put(source, 1, record.as_bytes());
    let Err(Refused::Invalid { violations, .. }) = refused else {
        panic!("expected violations, but found {refused:?}");
    };
    let each = violations.into_iter();
    each.map(|Violation { place, expected }| (place, expected))
        .collect()
}

fn expected(each: &[(&str, &str)]) -> Vec<(String, String)> {
    let each = each.iter();
    each.map(|(place, what)| ((*place).to_owned(), (*what).to_owned()))
        .collect()
}

#[test]
fn every_number_beyond_its_precision_is_named_where_it_is() {
    let money = "a number of at most 18 digits, 2 of them after the decimal point";
    let wrong = with_numbers(&[
        ("/authorization", "0.001"),
        ("/air", "0.12345"),
        ("/customer/available_credit", "12345678901234567.01"),
        ("/customer/offer_types/1/term_options/0", "1234"),
        // As precise as it may be.
        ("/customer/account_number", "12345678901234.0"),
    ]);
    assert_eq!(
        violations(Source::Flexiti, &wrong),
        expected(&[
            (
                "/air",
                "a number of at most 5 digits, 4 of them after the decimal point"
            ),
            ("/authorization", money),
            ("/customer/available_credit", money),
            (
                "/customer/offer_types/1/term_options/0",
                "a number of at most 3 digits, none of them after the decimal point"
            ),
        ])
    );
}

#[test]
fn a_fraction_of_a_whole_number_is_named_where_it_is() {
    let place = "/customer/offer_types/1/term_options/0";
    let whole = expected(&[(place, "a value of the type integer")]);
    let record = with_numbers(&[(place, "1.5")]);
    assert_eq!(violations(Source::Flexiti, &record), whole);
}

#[test]
fn a_number_that_its_type_cannot_hold_is_named_where_it_is() {
    let mut changed = record(&in_memory(), Source::HongKong, 1);
    let years = "relationshipWithCitiInYears";
    let details = &mut changed["offers"][0]["details"]["yearsWithCitiRelationship"];
    details[years] = json!(3_000_000_000_u32);
    details["returnsNetSavingsAmount"] = json!(-3_000_000_000_i64);
    let what = "a value that the type of its property can hold";
    let at = "/offers/0/details/yearsWithCitiRelationship";
    assert_eq!(
        violations(Source::HongKong, &changed.to_string()),
        expected(&[
            (&format!("{at}/{years}"), what),
            (&format!("{at}/returnsNetSavingsAmount"), what),
        ])
    );
}

#[test]
fn a_number_comes_back_as_people_write_it() {
    let store = in_memory();
    let odd = with_numbers(&[
        ("/authorization", "2.6076e2"),
        ("/air", "1e-1"),
        ("/customer/available_credit", "-0"),
    ]);
    store
        .put(Source::Flexiti, 1, odd.as_bytes())
        .expect("they are numbers");
    let now = store.json(Source::Flexiti, 1).expect("there is one");
    for shown in [
        "\"authorization\":260.76,",
        "\"air\":0.1,",
        "\"available_credit\":0,",
    ] {
        assert!(now.contains(shown), "{shown} is not in {now}");
    }
}

#[test]
fn a_name_that_is_there_twice_is_refused() {
    let twice = with_numbers(&[]).replacen('{', "{\"air\":0.2,", 1);
    assert_eq!(
        violations(Source::Flexiti, &twice),
        expected(&[("/", "each property but once")])
    );
}

#[test]
fn a_name_that_the_record_made_up_is_not_repeated() {
    let mut changed = record(&in_memory(), Source::Worldline, 1);
    changed["SECRET/FIELD"] = json!(1);
    changed["ANOTHER"] = json!(1);
    changed["values"][0]["SECRET"] = json!(1);
    let store = in_memory();
    let refused = store.put(Source::Worldline, 1, changed.to_string().as_bytes());
    let Err(Refused::Invalid { violations, .. }) = refused else {
        panic!("expected violations, but found {refused:?}");
    };
    let said: Vec<_> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "expected no other properties than country_code, values, details, \
             but found something else at /"
        ]
    );
    changed = record(&store, Source::Worldline, 1);
    changed["values"][0]["SECRET"] = json!(1);
    let refused = store.put(Source::Worldline, 1, changed.to_string().as_bytes());
    let Err(Refused::Invalid { violations, .. }) = refused else {
        panic!("expected violations, but found {refused:?}");
    };
    assert_eq!(
        violations[0].expected,
        "no other properties than key, value"
    );
    assert_eq!(violations[0].place, "/values/0");
}

#[test]
fn a_record_has_a_greatest_size() {
    let store = in_memory();
    let record = store.json(Source::Flexiti, 1).expect("there is one");
    let filled = |bytes: usize| record.clone() + &" ".repeat(bytes - record.len());
    store
        .put(Source::Flexiti, 1, filled(RECORD_BYTES).as_bytes())
        .expect("it is as large as it may be");
    assert_eq!(
        violations(Source::Flexiti, &filled(RECORD_BYTES + 1)),
        expected(&[("/", "a record of at most 65536 bytes")])
    );
}

#[test]
fn a_lookup_that_no_request_can_state_is_refused() {
    let store = in_memory();
    let say = |number, pointer: &str, value| {
        let refused = put(&store, Source::Worldline, number, pointer, value);
        let Err(Refused::Invalid { violations, .. }) = refused else {
            panic!("expected violations, but found {refused:?}");
        };
        let said = violations.iter().map(ToString::to_string);
        said.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        say(2, "/country_code", json!("FR")),
        "expected one of SE, DE, GB, but found something else at /country_code"
    );
    let fields = "expected the lookup fields of DE, each once: fiscalNumber, zip, but found something else at /values";
    let pair = |key: &str, value: &str| json!({ "key": key, "value": value });
    for values in [
        json!([pair("a", "1"), pair("a", "2")]),
        json!([pair("fiscalNumber", "1")]),
        json!([
            pair("fiscalNumber", "1"),
            pair("zip", "2"),
            pair("zip", "3")
        ]),
        json!([
            pair("fiscalNumber", "1"),
            pair("zip", "2"),
            pair("city", "3")
        ]),
    ] {
        assert_eq!(say(2, "/values", values), fields);
    }
    // In any order.
    let values = json!([pair("zip", "2"), pair("fiscalNumber", "1")]);
    put(&store, Source::Worldline, 2, "/values", values).expect("they are the country's");
}
