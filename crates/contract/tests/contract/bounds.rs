//! Bounds that are stated once: what is within is kept, what is beyond is refused, and the message
//! names the rule and never the value.

use contract::citibanamex::customer_segment::CustomerSegmentRequest;
use contract::flexiti::customer::{Customer, Language, Province, RiskRating};
use contract::flexiti::drivers_license::DriversLicense;
use contract::flexiti::fee::{Fee, FeeType};
use contract::flexiti::interest::CustomerCategory;
use contract::flexiti::offer_type::OfferCategory;
use contract::scalar::{Ascii, AsciiText, Digits, Number};
use contract::worldline::error::ErrorCategory;
use schemars::SchemaGenerator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::kept;

/// An array of texts, as many in a line as it holds.
macro_rules! list {
    ($($text:literal)+) => {
        [$($text),+]
    };
}

/// `value` is the part of `json` that the message must not repeat.
#[track_caller]
fn refused<T: DeserializeOwned>(json: &str, value: &str, rule: &str) {
    assert!(json.contains(value), "invalid test case");
    let Err(error) = serde_json::from_str::<T>(json) else {
        panic!("{json} is accepted")
    };
    let message = error.to_string();
    // The message ends with the place.
    let said = message.split(" at line ").next().unwrap_or_default();
    assert!(said.contains(rule), "{message}");
    assert!(!said.contains(value), "{message}");
}

#[test]
fn ascii_text_within_its_bound_is_kept() {
    kept::<Ascii<2>>(r#""ON""#);
    kept::<Ascii<2>>(r#""""#);
    kept::<Ascii<100>>(&json!("a".repeat(100)).to_string());
    kept::<Ascii<3>>(r#""\u0000\n~""#);
    kept::<AsciiText>(&json!("a".repeat(10_000)).to_string());
}

#[test]
fn ascii_text_beyond_its_bound_is_refused() {
    let rule = "expected at most 100 ASCII characters";
    let long = "a".repeat(101);
    refused::<Ascii<100>>(&json!(long).to_string(), &long, rule);
    refused::<Ascii<100>>(r#""Montréal""#, "Montr", rule);
    refused::<AsciiText>(r#""Montréal""#, "Montr", "expected ASCII characters");
    let customer = format!(r#"{{"email":"{long}"}}"#);
    refused::<Customer>(&customer, &long, rule);
    refused::<Fee>(
        &json!({ "description": long }).to_string(),
        &long,
        "at most 50 ASCII characters",
    );
    refused::<DriversLicense>(r#"{"code":"ÄÖÜ"}"#, "ÄÖÜ", "expected ASCII characters");
}

#[test]
fn digits_within_their_bound_are_kept_and_others_refused() {
    kept::<CustomerSegmentRequest>(r#"{"customerId":"321116471234"}"#);
    kept::<Digits<12>>(r#""""#);
    let customer = |id: &str| format!(r#"{{"customerId":{id}}}"#);
    for id in ["3211164712345", "32111647-234", "३२१"] {
        refused::<CustomerSegmentRequest>(
            &customer(&format!(r#""{id}""#)),
            id,
            "at most 12 digits",
        );
    }
    refused::<Digits<16>>(
        r#""49694521234561101""#,
        "49694521234561101",
        "at most 16 digits",
    );
}

#[test]
fn what_is_no_string_is_refused_without_being_repeated() {
    let rule = "expected at most 10 ASCII characters, in a string";
    for value in ["4165550100", "-416", "416.25", "true"] {
        refused::<Ascii<10>>(value, value, rule);
    }
    for value in [r#"["secret"]"#, r#"{"secret":1}"#] {
        refused::<Ascii<10>>(value, value, "at most 10 ASCII characters, in a string");
    }
}

#[test]
fn numbers_are_exact_and_written_as_they_were_read() {
    for number in list! {
        "0.10" "0" "-0.5" "9999999999999999.99" "-9999999999999999.99" "1234567890123456.78"
        "0.1" "100.000" "1e2" "25E-2"
    } {
        kept::<Number<18, 2>>(number);
        kept::<Number<18, 2>>(&format!(r#""{number}""#));
    }
    kept::<Number<14, 0>>(r#""00000011223344""#);
    kept::<Number<14, 0>>("99999999999999");
    kept::<Number<5, 4>>("0.2899");
    kept::<Number<5, 4>>("9.9999");
    kept::<Customer>(r#"{"available_credit":0.10,"account_number":"11223344"}"#);
}

#[test]
fn numbers_can_be_calculated_with() {
    let read = |json: &str| {
        serde_json::from_str::<Number<18, 2>>(json)
            .expect(json)
            .value()
    };
    assert_eq!(read("0.10") + read(r#""0.20""#), read("0.3"));
    assert_eq!(
        read("1234567890123456.78").to_string(),
        "1234567890123456.78"
    );
    assert_eq!(read("0.10").to_string(), "0.10");
    assert_eq!(read("1e2"), read("100"));
    let made = Number::<18, 2>::try_from(read("0.10")).expect("it was just read");
    assert_eq!(json!(made).to_string(), "0.1", "a `Value` holds an `f64`");
    assert_eq!(
        serde_json::to_string(&made).expect("it is a number"),
        "0.10"
    );
}

#[test]
fn numbers_beyond_their_precision_are_refused() {
    let money = "expected a number of at most 18 digits, 2 of them after the decimal point";
    let whole = "expected a number of at most 14 digits, none of them after the decimal point";
    for number in list! {
        "0.001" "10000000000000000" "-10000000000000000.00" "1e16" "1e-3" "1e400"
        "12345678901234567890123456789012345678901234567890"
    } {
        refused::<Number<18, 2>>(number, number, money);
        refused::<Number<18, 2>>(&format!(r#""{number}""#), number, money);
    }
    refused::<Number<14, 0>>("100000000000000", "100000000000000", whole);
    refused::<Number<14, 0>>("1.5", "1.5", whole);
    refused::<Number<5, 4>>("10.5", "10.5", "at most 5 digits, 4 of them");
    refused::<Customer>(
        r#"{"customer_id":1234567890123}"#,
        "1234567890123",
        "at most 12 digits",
    );
    let error = Number::<5, 4>::try_from(rust_decimal::Decimal::TEN).expect_err("beyond");
    assert!(error.to_string().contains("at most 5 digits"), "{error}");
}

#[test]
fn what_is_no_number_is_refused_without_being_repeated() {
    let rule = "expected a number of at most 18 digits";
    for value in list! {
        r#""secret""# r#""1,5""# r#""1_000""# r#"" 1""# r#""+1""# r#""1.""# r#"".5""#
        r#""0x1F""# r#""""# r#""-""# r#""1e5_""# r#""1e1.5""# "true" "null" "[123]"
        r#"{"a":123}"# r#""NaN""# r#""1e""# r#""--1""# r#""1.5.5""# r#""1e-""# r#""\u0031a""#
    } {
        refused::<Number<18, 2>>(value, value, rule);
    }
    // An escaped digit is a digit.
    let one: Number<18, 2> = serde_json::from_str(r#""\u0031""#).expect("it is 1");
    assert_eq!(
        serde_json::to_string(&one).expect("it is a number"),
        r#""1""#
    );
}

#[test]
fn bounded_listed_values_keep_what_is_within_the_bound() {
    kept::<Province>(r#""ON""#);
    kept::<Province>(r#""PQ""#);
    kept::<RiskRating>(r#""XXXX""#);
    kept::<Language>(r#""en-US""#);
    kept::<FeeType>(r#""admin_monthly""#);
    kept::<CustomerCategory>(r#""Preferred""#);
    kept::<OfferCategory>(r#""a category that nobody has listed yet""#);
    kept::<ErrorCategory>(r#""CONNECT\\_PLATFORM\\_ERROR""#);
    let read: Province = serde_json::from_str(r#""PQ""#).expect("it has two letters");
    let other = Ascii::<2>::try_from("PQ".to_owned()).expect("it has two letters");
    assert_eq!(read, Province::Other(other));
    let read: Province = serde_json::from_str(r#""QC""#).expect("it is listed");
    assert_eq!(read, Province::Quebec);
    refused::<Province>(r#""Ontario""#, "Ontario", "at most 2 ASCII characters");
    refused::<FeeType>(r#""Gebühr""#, "Geb", "at most 20 ASCII characters");
    let customer = r#"{"risk_rating":"XXXXH"}"#;
    refused::<Customer>(customer, "XXXXH", "at most 4 ASCII characters");
}

#[test]
fn every_listed_value_has_a_variant_of_its_own() {
    #[track_caller]
    fn check<T: DeserializeOwned + std::fmt::Debug>(listed: &[&str]) {
        for value in listed {
            let read: T = serde_json::from_value(json!(value)).expect(value);
            assert!(
                !format!("{read:?}").starts_with("Other"),
                "{value} is listed"
            );
        }
    }
    check::<Province>(Province::LISTED);
    check::<RiskRating>(RiskRating::LISTED);
    check::<Language>(Language::LISTED);
    check::<FeeType>(FeeType::LISTED);
    check::<CustomerCategory>(CustomerCategory::LISTED);
    check::<OfferCategory>(OfferCategory::LISTED);
    check::<ErrorCategory>(ErrorCategory::LISTED);
    assert_eq!(Province::LISTED.len(), 13);
}

#[test]
fn both_views_state_a_bound_alike() {
    macro_rules! table {
        ($($type:ty: $name:literal => $schema:tt;)+) => {
            $(check::<$type>($name, &json!($schema));)+
        };
    }
    #[track_caller]
    fn check<T: ToSchema + schemars::JsonSchema>(name: &str, schema: &Value) {
        assert_eq!(json!(T::schema()), *schema);
        assert_eq!(
            T::json_schema(&mut SchemaGenerator::default()).to_value(),
            *schema
        );
        assert_eq!((T::name(), T::schema_name()), (name.into(), name.into()));
    }
    let ascii = r"^[\x00-\x7F]*$";
    table! {
        AsciiText: "Ascii" => { "type": "string", "pattern": ascii };
        Ascii<100>: "Ascii_100" => { "type": "string", "maxLength": 100, "pattern": ascii };
        Digits<12>: "Digits_12" => { "type": "string", "maxLength": 12, "pattern": "^[0-9]*$" };
        Number<18, 2>: "Number_18_2" =>
            { "type": "number", "format": "double", "x-precision": "18,2", "x-inferred": ["format"] };
        Number<14, 0>: "Number_14_0" =>
            { "type": "integer", "format": "int64", "x-precision": "14", "x-inferred": ["type", "format"] };
        Number<9, 0>: "Number_9_0" =>
            { "type": "integer", "x-precision": "9", "x-inferred": ["type"] };
        Number<10, 0>: "Number_10_0" =>
            { "type": "integer", "format": "int64", "x-precision": "10", "x-inferred": ["type", "format"] };
        Number<19, 0>: "Number_19_0" =>
            { "type": "integer", "x-precision": "19", "x-inferred": ["type"] };
    }
}
