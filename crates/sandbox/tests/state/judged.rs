//! What a record may be: as the contract has it, and no less is said than all that is wrong.

use sandbox::customers::Source;
use sandbox::state::Refused;
use serde_json::{Value, json};

use crate::{in_memory, put, record};

/// Every violation of a record of customer 1.
fn said(source: Source, record: &str) -> Vec<String> {
    let store = in_memory();
    let before = store.json(source, 1);
    let refused = store.put(source, 1, record.as_bytes());
    let Err(Refused::Invalid { violations, .. }) = refused else {
        panic!("expected violations, but found {refused:?}");
    };
    assert_eq!(store.json(source, 1), before, "a refused change is seen");
    violations.iter().map(ToString::to_string).collect()
}

/// Every violation of the record of customer 1 with one value changed.
fn changed(source: Source, pointer: &str, value: Value) -> Vec<String> {
    let mut changed = record(&in_memory(), source, 1);
    let (parent, name) = pointer.rsplit_once('/').expect("it is a pointer");
    changed.pointer_mut(parent).expect("the record has it")[name] = value;
    said(source, &changed.to_string())
}

fn expected(what: &str, place: &str) -> Vec<String> {
    vec![format!(
        "expected {what}, but found something else at {place}"
    )]
}

#[test]
fn every_invented_record_may_be_put_and_changes_nothing() {
    let store = in_memory();
    for source in Source::ALL {
        for number in 1..=20 {
            let before = store.json(source, number).expect("there is one");
            store
                .put(source, number, before.as_bytes())
                .unwrap_or_else(|error| {
                    panic!("{source} {number}: {error:?}");
                });
            assert_eq!(store.json(source, number), Some(before));
        }
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut wrong = record(&in_memory(), Source::Flexiti, 1);
    wrong["vcc_number"] = json!("SECRET");
    wrong["air"] = json!(-1);
    wrong["category"] = json!("SECRET");
    wrong["licence"]["dob"] = json!("SECRET");
    wrong["customer"]["province"] = json!("SECRET");
    wrong["customer"]["offer_types"] = json!([{ "plan_id": "SECRET" }, "SECRET"]);
    wrong["customer"]["email"] = json!("SECRET".repeat(100));
    wrong["nickname"] = json!("SECRET");
    wrong
        .as_object_mut()
        .expect("it is an object")
        .remove("first_name");
    let said = said(Source::Flexiti, &wrong.to_string()).join("\n");
    insta::assert_snapshot!(said);
    assert!(!said.contains("SECRET"), "a value is repeated");
}

#[test]
fn a_profile_without_a_segment_would_not_be_a_basic_profile() {
    let mut record = record(&in_memory(), Source::Australia, 1);
    let profile = record["profile"].as_object_mut().expect("it is an object");
    profile.remove("customerSegment");
    profile.remove("partnerCustomerSegment");
    let what = "an object with the property \"partnerCustomerSegment\"";
    assert_eq!(
        said(Source::Australia, &record.to_string()),
        expected(what, "/profile")
    );
    // The page of Hong Kong has no basic profile.
    let store = in_memory();
    let text = "{\"profile\":{},\"offers\":[],\"card_accounts\":[]}";
    store
        .put(Source::HongKong, 1, text.as_bytes())
        .expect("nothing is mandatory");
}

#[test]
fn a_licence_that_its_barcode_cannot_say_is_refused() {
    let what = "a licence that its barcode can say";
    for (name, value) in [
        ("last_name", "NONE"),
        ("first_name", " Ann"),
        ("dob", "1066-10-14"),
        ("govid_expiry", "1900-01-01"),
    ] {
        let said = changed(Source::Flexiti, &format!("/licence/{name}"), json!(value));
        assert_eq!(said, expected(what, "/licence"), "{name}");
    }
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    assert_eq!(
        said(Source::Citibanamex, ""),
        expected("JSON", "line 1, column 0")
    );
    assert_eq!(
        said(Source::Citibanamex, "{\n!"),
        expected("JSON", "line 2, column 1")
    );
    let what = "a value of the type object";
    assert_eq!(said(Source::Citibanamex, "[]"), expected(what, "/"));
    let deep = "[".repeat(60_000);
    assert_eq!(
        said(Source::Citibanamex, &deep),
        expected("JSON", "line 1, column 128")
    );
}

#[test]
fn there_are_no_other_customers_than_the_counted() {
    let store = in_memory();
    for number in [0, 21, usize::MAX] {
        let refused = store.put(Source::Citibanamex, number, b"{}");
        assert!(matches!(refused, Err(Refused::Unknown { count: 20 })));
        let refused = store.restore(Source::Citibanamex, number);
        assert!(matches!(refused, Err(Refused::Unknown { count: 20 })));
        assert_eq!(store.json(Source::Citibanamex, number), None);
    }
}

#[test]
fn a_change_is_seen_until_it_is_restored() {
    let store = in_memory();
    for source in Source::ALL {
        let (pointer, value) = match source {
            Source::HongKong | Source::Australia => ("/profile/customerSegment", json!("VIOLET")),
            Source::Citibanamex => ("/customer/customerSegment", json!("99")),
            Source::Worldline => ("/details/city", json!("Umeå")),
            Source::Flexiti => ("/customer/payment_protection", json!(false)),
        };
        let before = store.json(source, 1);
        put(&store, source, 1, pointer, value.clone()).expect("it is right");
        assert_eq!(record(&store, source, 1).pointer(pointer), Some(&value));
        store.restore(source, 1).expect("nobody has its keys");
        assert_eq!(store.json(source, 1), before);
        // Once more changes nothing.
        store.restore(source, 1).expect("there is nothing to do");
        assert_eq!(store.json(source, 1), before);
    }
}
