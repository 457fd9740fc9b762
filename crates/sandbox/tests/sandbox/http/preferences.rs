//! A documented answer that is asked for.

use serde_json::{Value, json};

use crate::ask::{Answer, Ask, ask};

const BASIC: &str = "GET /citi-australia/v1/customers/profiles/basic";
const DETAILS: &str = "POST /worldline-connect/client/v1/1/products/9000/customerDetails";
const OFFER: &str = "GET /citi-hong-kong/v1/sales/customers/offers/details";

fn details() -> Ask {
    ask(DETAILS)
        .body(r#"{"countryCode":"SE","values":[{"key":"fiscalNumber","value":"012345678901"}]}"#)
}

fn is(answer: &Answer, status: u16, applied: &str) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("preference-applied"), applied);
    answer.body()
}

#[test]
fn a_status_is_answered_with_the_row_of_the_page() {
    for (status, code) in [
        (400, "invalidRequest"),
        (401, "unAuthorized"),
        (403, "accessNotConfigured"),
        (404, "resourceNotFound"),
        (500, "serverUnavailable"),
    ] {
        let preference = format!("code={status}");
        let answer = ask(BASIC).with("prefer", &preference).answer();
        assert_eq!(is(&answer, status, &preference)["code"], code);
    }
}

#[test]
fn a_status_without_a_body_has_none() {
    let answer = ask(OFFER).with("prefer", "code=204").answer();
    assert_eq!(is(&answer, 204, "code=204"), Value::Null);
    assert_eq!(answer.header("content-type"), "");
}

#[test]
fn an_example_is_answered_by_its_name() {
    let answer = details()
        .with("prefer", "example=unknownPaymentProductId")
        .answer();
    let body = is(&answer, 404, "example=unknownPaymentProductId");
    assert_eq!(body["errors"][0]["code"], "1070");
    let answer = details()
        .with("prefer", "code=200, example=customerDetails")
        .answer();
    let body = is(&answer, 200, "code=200, example=customerDetails");
    assert_eq!(body["city"], "Stockholm");
}

#[test]
fn a_body_without_an_example_is_that_of_the_customer() {
    let answer = ask(BASIC).with("prefer", "code=200").answer();
    assert_eq!(is(&answer, 200, "code=200")["customerType"], "INDIVIDUAL");
}

#[test]
fn a_preference_is_read_in_every_spelling_and_the_first_of_a_name_counts() {
    for (preference, status, applied) in [
        ("Code = \"404\";a=b", 404, "code=404"),
        ("respond-async, code=404, code=400", 404, "code=404"),
        ("example=\"unAuthorized\"", 401, "example=unAuthorized"),
        ("code=abc, code=404", 200, ""),
        ("code", 200, ""),
        ("", 200, ""),
        ("code=99999999", 200, ""),
        ("code=418", 200, ""),
        ("example=nothing", 200, ""),
        ("code=200, example=unAuthorized", 200, ""),
    ] {
        let answer = ask(BASIC).with("prefer", preference).answer();
        is(&answer, status, applied);
    }
    let two = ask(BASIC)
        .with("prefer", "code=400")
        .with_another("prefer", "code=404");
    is(&two.answer(), 400, "code=400");
}

#[test]
fn a_request_that_is_not_as_documented_is_refused_whatever_it_prefers() {
    let answer = ask(BASIC)
        .with("prefer", "code=404")
        .without("uuid")
        .answer();
    assert_eq!(is(&answer, 400, "")["location"], json!("uuid"));
}
