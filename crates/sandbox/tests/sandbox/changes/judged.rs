//! What a record may be: valid by the contract, and refused with everything that is wrong.

use sandbox::customers::{Record, Refused};
use sandbox::pages::{Australia, Citibanamex, Flexiti, HongKong, Worldline};
use serde_json::{Value, json};

use super::{changed, invented, is_refused, put, record};
use crate::ask::CUSTOMERS;

#[test]
fn every_invented_record_may_be_put_and_changes_nothing() {
    fn check<R: Record>() {
        let customers = invented::<R>();
        for number in 1..=CUSTOMERS {
            let before = customers.json(number).expect("there is one");
            let put = customers.put(number, before.as_bytes());
            put.unwrap_or_else(|error| panic!("{} {number}: {error:?}", R::PAGE));
            assert_eq!(customers.json(number), Some(before));
        }
    }
    with_every_record!(check());
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let customers = invented::<Flexiti>();
    let mut wrong = record(&customers, 1);
    wrong["vcc_number"] = json!("SECRET");
    wrong["air"] = json!(-1);
    wrong["category"] = json!("SECRET");
    wrong["licence"]["dob"] = json!("SECRET");
    wrong["customer"]["province"] = json!("SECRET");
    wrong["customer"]["offer_types"] = json!([{ "plan_id": "SECRET" }, "SECRET"]);
    wrong["customer"]["email"] = json!("SECRET".repeat(100));
    wrong["nickname"] = json!("SECRET");
    let members = wrong.as_object_mut().expect("it is an object");
    members.remove("first_name");
    let refused = customers.put(1, wrong.to_string().as_bytes());
    let Err(Refused::Invalid { violations, .. }) = refused else {
        panic!("expected violations, but found {refused:?}");
    };
    let found: Vec<_> = violations.iter().map(ToString::to_string).collect();
    let found = found.join("\n");
    insta::assert_snapshot!(found);
    assert!(!found.contains("SECRET"), "a value is repeated");
}

#[test]
fn a_profile_without_a_segment_would_not_be_a_basic_profile() {
    let mut record = record(&invented::<Australia>(), 1);
    let profile = record["profile"].as_object_mut().expect("it is an object");
    profile.remove("customerSegment");
    profile.remove("partnerCustomerSegment");
    let what = "an object with the property \"partnerCustomerSegment\"";
    is_refused::<Australia>(&record.to_string(), &[("/profile", what)]);
    // The page of Hong Kong has no basic profile.
    let text = "{\"profile\":{},\"offers\":[],\"card_accounts\":[]}";
    let customers = invented::<HongKong>();
    customers
        .put(1, text.as_bytes())
        .expect("nothing is mandatory");
}

#[test]
fn a_licence_that_its_barcode_cannot_say_is_refused() {
    for (name, value) in [
        ("last_name", "NONE"),
        ("first_name", " Ann"),
        ("city", ""),
        ("city", "Qu\u{e9}bec"),
        ("city", "two\nlines"),
        ("govid_type", "XX"),
        ("province", "on"),
        ("dob", "1066-10-14"),
        ("govid_expiry", "1900-01-01"),
    ] {
        let record = changed::<Flexiti>(&format!("/licence/{name}"), value);
        let what = "a licence that its barcode can say";
        is_refused::<Flexiti>(&record, &[("/licence", what)]);
    }
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    for (text, place) in [
        ("", "line 1, column 0"),
        ("{\n!", "line 2, column 1"),
        (&*"[".repeat(60_000), "line 1, column 128"),
    ] {
        is_refused::<Citibanamex>(text, &[(place, "JSON")]);
    }
    is_refused::<Citibanamex>("[]", &[("/", "a value of the type object")]);
}

#[test]
fn there_are_no_other_customers_than_the_counted() {
    let customers = invented::<Citibanamex>();
    for number in [0, CUSTOMERS + 1, usize::MAX] {
        for refused in [customers.put(number, b"{}"), customers.restore(number)] {
            assert!(matches!(
                refused,
                Err(Refused::Unknown { count: CUSTOMERS })
            ));
        }
        assert_eq!(customers.json(number), None);
    }
}

#[test]
fn a_change_is_seen_until_it_is_restored() {
    fn check<R: Record>(pointer: &str, value: impl Into<Value>) {
        let (customers, value) = (invented::<R>(), value.into());
        let before = customers.json(1);
        put(&customers, 1, pointer, value.clone()).expect("it is valid");
        assert_eq!(record(&customers, 1).pointer(pointer), Some(&value));
        // Restoring it twice changes nothing more.
        for _ in 0..2 {
            customers.restore(1).expect("nobody has its keys");
            assert_eq!(customers.json(1), before);
        }
    }
    check::<HongKong>("/profile/customerSegment", "VIOLET");
    check::<Australia>("/profile/customerSegment", "VIOLET");
    check::<Citibanamex>("/customer/customerSegment", "99");
    check::<Worldline>("/details/city", "Ume\u{e5}");
    check::<Flexiti>("/customer/payment_protection", false);
}
