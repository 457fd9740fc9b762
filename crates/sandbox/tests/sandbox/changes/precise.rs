//! Numbers and names of a record: judged as they are written, where they are.

use sandbox::customers::RECORD_BYTES;
use sandbox::pages::{Flexiti, HongKong, Worldline};
use serde_json::json;

use super::{changed, invented, is_refused, put, record, violations};

/// The record of customer 1 of Flexiti as text, with numbers in the place of those at pointers.
fn with_numbers(numbers: &[(&str, &str)]) -> String {
    let mut changed = record(&invented::<Flexiti>(), 1);
    for (pointer, number) in numbers {
        let place = changed.pointer_mut(pointer).expect("the record has it");
        *place = json!(format!("<{number}>"));
    }
    changed.to_string().replace("\"<", "").replace(">\"", "")
}

#[test]
fn every_number_beyond_its_precision_is_named_where_it_is() {
    let money = "a number of at most 18 digits, 2 of them after the decimal point";
    let rate = "a number of at most 5 digits, 4 of them after the decimal point";
    let whole = "a number of at most 3 digits, none of them after the decimal point";
    let term = "/customer/offer_types/1/term_options/0";
    let wrong = with_numbers(&[
        ("/authorization", "0.001"),
        ("/air", "0.12345"),
        ("/customer/available_credit", "12345678901234567.01"),
        (term, "1234"),
        // As precise as it may be.
        ("/customer/account_number", "12345678901234.0"),
    ]);
    let expected = [
        ("/air", rate),
        ("/authorization", money),
        ("/customer/available_credit", money),
        (term, whole),
    ];
    is_refused::<Flexiti>(&wrong, &expected);
    let fraction = with_numbers(&[(term, "1.5")]);
    is_refused::<Flexiti>(&fraction, &[(term, "a value of the type integer")]);
}

#[test]
fn a_number_that_its_type_cannot_hold_is_named_where_it_is() {
    let mut changed = record(&invented::<HongKong>(), 1);
    let details = &mut changed["offers"][0]["details"]["yearsWithCitiRelationship"];
    details["relationshipWithCitiInYears"] = json!(3_000_000_000_u32);
    details["returnsNetSavingsAmount"] = json!(-3_000_000_000_i64);
    let what = "a value that the type of its property can hold";
    let at = "/offers/0/details/yearsWithCitiRelationship";
    is_refused::<HongKong>(
        &changed.to_string(),
        &[
            (&format!("{at}/relationshipWithCitiInYears"), what),
            (&format!("{at}/returnsNetSavingsAmount"), what),
        ],
    );
}

#[test]
fn a_name_that_is_there_twice_is_refused() {
    let record = with_numbers(&[]);
    let twice = record.replacen('{', "{\"air\":0.2,", 1);
    is_refused::<Flexiti>(&twice, &[("/", "each property once")]);
    let twice = record.replacen("\"dob\":", "\"dob\":\"1990-01-01\",\"dob\":", 1);
    is_refused::<Flexiti>(&twice, &[("/licence", "each property once")]);
}

#[test]
fn a_name_that_the_record_made_up_is_not_repeated() {
    for (pointer, place, names) in [
        ("/SECRET~1FIELD", "/", "country_code, values, details"),
        ("/values/0/SECRET", "/values/0", "key, value"),
    ] {
        let record = changed::<Worldline>(pointer, 1);
        let what = format!("no other properties than {names}");
        is_refused::<Worldline>(&record, &[(place, &what)]);
    }
    let found_by = changed::<HongKong>("/offers/0/found_by/SECRET", 1);
    let refused = violations(invented::<HongKong>().put(1, found_by.as_bytes()));
    assert_eq!(refused[0].0, "/offers/0/found_by");
    assert!(!refused[0].1.contains("SECRET"));
}

#[test]
fn a_record_has_a_greatest_size() {
    let customers = invented::<Flexiti>();
    let record = customers.json(1).expect("there is one");
    let filled = |bytes: usize| record.clone() + &" ".repeat(bytes - record.len());
    customers
        .put(1, filled(RECORD_BYTES).as_bytes())
        .expect("it is as large as it may be");
    let what = "a record of at most 65536 bytes";
    is_refused::<Flexiti>(&filled(RECORD_BYTES + 1), &[("/", what)]);
}

#[test]
fn a_lookup_that_no_request_can_state_is_refused() {
    let customers = invented::<Worldline>();
    let refused = put(&customers, 2, "/country_code", "FR");
    let countries = ("/country_code".to_owned(), "one of SE, DE, GB".to_owned());
    assert_eq!(violations(refused), [countries]);
    let pair = |key: &str, value: &str| json!({ "key": key, "value": value });
    for values in [
        json!([pair("a", "1"), pair("a", "2")]),
        json!([pair("fiscalNumber", "1")]),
        json!([pair("fiscalNumber", "1"), { "key": "zip" }]),
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
        let what = "the lookup fields of DE, each once: fiscalNumber, zip";
        let expected = ("/values".to_owned(), what.to_owned());
        assert_eq!(
            violations(put(&customers, 2, "/values", values)),
            [expected]
        );
    }
    // In any order.
    let values = json!([pair("zip", "2"), pair("fiscalNumber", "1")]);
    put(&customers, 2, "/values", values).expect("they are the country's");
}
