//! Single values at their limits: some are kept unchanged, the others refused.

use contract::citi::address::Address;
use contract::citi::card_address::AddressIdentifierType;
use contract::citi::error::{Error, ErrorType};
use contract::citi::offer::{CustomerActionGroup, EasyPaymentPlan, GenericOffer};
use contract::scalar::Double;
use serde::de::DeserializeOwned;

use super::kept;

#[track_caller]
fn refused<T: DeserializeOwned>(json: &str, message: &str) {
    let Err(error) = serde_json::from_str::<T>(json) else {
        panic!("{json} is accepted")
    };
    assert!(error.to_string().contains(message), "{error}");
}

#[test]
fn listed_values_have_variants_of_their_own() {
    let read = |json: &str| serde_json::from_str::<AddressIdentifierType>(json).expect(json);
    assert_eq!(read(r#""CARD_TO""#), AddressIdentifierType::CardTo);
    assert_eq!(read(r#""BILL_TO""#), AddressIdentifierType::BillTo);
    assert_eq!(read(r#""PIN_TO""#), AddressIdentifierType::PinTo);
    assert_eq!(
        AddressIdentifierType::LISTED,
        ["CARD_TO", "BILL_TO", "PIN_TO"]
    );
    assert_eq!(ErrorType::LISTED, ["error", "warn", "invalid", "fatal"]);
    for value in ErrorType::LISTED {
        let read = ErrorType::from((*value).to_owned());
        assert!(!matches!(read, ErrorType::Other(_)), "{value} is listed");
        kept::<ErrorType>(&format!("{value:?}"));
    }
}

#[test]
fn unlisted_values_are_kept() {
    kept::<ErrorType>(r#""notice""#);
    kept::<ErrorType>(r#""""#);
    // Case counts: this is not the listed `error`.
    kept::<ErrorType>(r#""Error""#);
    kept::<AddressIdentifierType>(r#""ATM_TO""#);
    kept::<Error>(r#"{"code":"x","type":"notice"}"#);
    assert_eq!(
        ErrorType::from("notice".to_owned()),
        ErrorType::Other("notice".to_owned())
    );
}

#[test]
fn listed_values_are_strings() {
    refused::<ErrorType>("1", "expected a string");
    refused::<ErrorType>("null", "expected a string");
}

#[test]
fn numbers_are_written_as_they_were_read() {
    kept::<Double>("5");
    kept::<Double>("5.0");
    kept::<Double>("-0.25");
    kept::<EasyPaymentPlan>(r#"{"creditLimitPercentage":5}"#);
    refused::<Double>(r#""5""#, "expected a JSON number");
}

#[test]
fn numbers_can_be_calculated_with() {
    let read = |json: &str| serde_json::from_str::<Double>(json).expect(json).as_f64();
    assert_eq!(read("5"), Some(5.0));
    assert_eq!(read("5.5"), Some(5.5));
}

#[test]
fn misspelt_and_unusual_names_are_the_wire_names() {
    use contract::citi::offer::{BalanceTransferOffer, MerchantRecommendationOffer};
    kept::<MerchantRecommendationOffer>(r#"{"merchantCatagory":"FOOD"}"#);
    kept::<BalanceTransferOffer>(r#"{"eligbleLoanAmount":1}"#);
    kept::<Address>(r#"{"addressline1":"a"}"#);
    // The correct spelling is another name, and an unknown name is passed over.
    let read: Address =
        serde_json::from_str(r#"{"addressLine1":"a"}"#).expect("unknown names pass");
    assert_eq!(read, Address::default());
}

#[test]
fn absent_properties_stay_absent() {
    kept::<Address>("{}");
    kept::<GenericOffer>("{}");
    kept::<Error>(r#"{"code":"x","type":"warn"}"#);
}

#[test]
fn required_properties_are_demanded() {
    refused::<Error>(r#"{"type":"warn"}"#, "missing field `code`");
    refused::<Error>(r#"{"code":"x"}"#, "missing field `type`");
}

#[test]
fn dates_are_calendar_dates_without_a_time() {
    let on = |value: &str| format!(r#"{{"offerStartDate":"{value}"}}"#);
    kept::<GenericOffer>(&on("2024-02-29"));
    for wrong in [
        "2023-02-29",
        "20240229",
        "29/02/2024",
        "2024-02-29T00:00:00",
        "",
    ] {
        refused::<GenericOffer>(&on(wrong), "expected a date written YYYY-MM-DD");
    }
    refused::<GenericOffer>(r#"{"offerStartDate":20240229}"#, "expected a string");
}

#[test]
fn a_refused_date_is_not_repeated_in_the_message() {
    let Err(error) = serde_json::from_str::<GenericOffer>(r#"{"offerExpiryDate":"secret"}"#) else {
        panic!("a word is accepted as a date")
    };
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[test]
fn local_date_times_have_no_zone_and_no_fraction() {
    let expected = "expected a local date and time written YYYY-MM-DDTHH:MM:SS";
    let at = |value: &str| format!(r#"{{"customerActionDateTime":"{value}"}}"#);
    kept::<CustomerActionGroup>(&at("2024-02-29T00:00:00"));
    for wrong in [
        "2023-02-29T00:00:00",
        "2024-02-29",
        "2024-02-29 00:00:00",
        "2024-02-29T00:00",
        "2024-02-29T00:00:00Z",
        "2024-02-29T00:00:00+08:00",
        "2024-02-29T00:00:00.5",
        "2024-2-29T0:00:00",
    ] {
        refused::<CustomerActionGroup>(&at(wrong), expected);
    }
}
