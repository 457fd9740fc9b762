//! A request that is not as documented gets the page's own error, which names the field and no value.

use serde_json::{Value, json};

use crate::ask::{Answer, Ask, ask};

const PROFILE: &str = "GET /citi-australia/v1/customers/profiles";
const EMAILS: &str = "GET /citi-australia/v1/customers/profiles/emails";
const PARTNER: &str = "GET /citi-hong-kong/partner/v1/customers/profiles";
const OFFER: &str = "GET /citi-hong-kong/v1/sales/customers/offers/details";
const CARDS: &str = "GET /citi-hong-kong/v1/cards/accounts";
const SEGMENT: &str = "POST /citibanamex-segments/v1/customers/segments/retrieve";
const DETAILS: &str = "POST /worldline-connect/client/v1/1/products/9000/customerDetails";
const FLEXITI: &str = "/flexiti-customers/client-id";

/// Sees that a request is refused with an error of Citi or Citibanamex.
#[track_caller]
fn refused(ask: Ask, status: u16, [r#type, code, details, at]: [&str; 4]) {
    let answer = ask.answer();
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/json");
    let expected = json!({ "type": r#type, "code": code, "details": details, "location": at });
    assert_eq!(answer.body(), expected);
}

/// Sees that a request is refused with these errors of Worldline.
#[track_caller]
fn errors(ask: Ask, status: u16) -> Value {
    let answer = ask.answer();
    assert_eq!(answer.status, status, "{}", answer.text);
    answer.body()["errors"].clone()
}

/// A request to Flexiti, `GET` or `POST`, beneath the prefix of its page.
fn flexiti(method: &str, path: &str) -> Ask {
    ask(&format!("{method} {FLEXITI}/{path}"))
}

fn lookup(query: &str) -> Ask {
    flexiti("GET", &format!("test/customers/lookup?{query}"))
}

fn licence(body: impl Into<String>) -> Ask {
    flexiti("POST", "test/customers/driverslicense").body(body.into())
}

#[test]
fn citi_says_which_parameter_is_missing_or_invalid() {
    let details = "Missing or invalid parameters";
    for (ask, at) in [
        (ask(PROFILE).without("uuid"), "uuid"),
        (ask(PROFILE).with("uuid", "8c3e5d1e"), "uuid"),
        (ask(PROFILE).with_another("uuid", "1"), "uuid"),
        (ask(PROFILE).without("client_id"), "client_id"),
        (ask(PARTNER).with("clientDetails", b"\xff"), "clientDetails"),
        (ask(EMAILS).with("accept", "text/html"), "Accept"),
        (ask(PROFILE).without("accept"), "Accept"),
        // What is empty is missing.
        (ask(PROFILE).with("client_id", ""), "client_id"),
    ] {
        refused(ask, 400, ["invalid", "invalidRequest", details, at]);
    }
    // This page writes the word with a capital.
    let details = "Missing or invalid Parameters";
    for (query, at) in [
        ("virtualOfferFlag=yes", "virtualOfferFlag"),
        ("waveId=1&waveId=2", "waveId"),
        ("waveId=%ff", "waveId"),
    ] {
        let ask = ask(&format!("{OFFER}?{query}"));
        refused(ask, 400, ["invalid", "invalidRequest", details, at]);
    }
    let empty = ask(&format!("{CARDS}//addresses")).answer();
    assert_eq!(
        (empty.status, &empty.body()["location"]),
        (400, &json!("accountId"))
    );
}

#[test]
fn citi_says_in_the_words_of_the_page_that_access_is_missing() {
    let one = "Authorization credential is missing or invalid";
    let many = "Authorization credentials are missing or invalid";
    for (ask, details) in [
        (ask(EMAILS).without("authorization"), one),
        (ask(EMAILS).with("authorization", "Basic customer-1"), one),
        (ask(PARTNER).with("authorization", "Bearer nobody"), many),
    ] {
        refused(
            ask,
            401,
            ["error", "unAuthorized", details, "Authorization"],
        );
    }
    // The page is cut before its errors: another page of the vendor lends the row.
    let borrowed = ask(&format!("{CARDS}/1/addresses"))
        .without("authorization")
        .answer();
    assert_eq!(borrowed.body()["code"], "unAuthorized");
    assert_eq!(borrowed.header("www-authenticate"), "bearer");
    let details = "Access is not configured for this resource";
    let ask = ask(PARTNER).with("client_id", "not-configured");
    refused(
        ask,
        403,
        ["error", "accessNotConfigured", details, "client_id"],
    );
}

#[test]
fn citibanamex_says_which_field_is_to_blame() {
    let details = "Missing or invalid Parameters";
    let good = || ask(SEGMENT).body(r#"{"customerId":"321116471234"}"#);
    let with = |body: &'static str| ask(SEGMENT).body(body);
    for (ask, at) in [
        (good().with("countryCode", "Mexico"), "countryCode"),
        (good().without("ChannelId"), "ChannelId"),
        (good().with("ChannelId", ""), "ChannelId"),
        (good().with("content-type", "text/plain"), "Content-Type"),
        (with(r#"{"customerId":"3211164712345"}"#), "customerId"),
        (with(r#"{"cardNumber":"4969 4521"}"#), "cardNumber"),
        (with(r#"{"customerId":12}"#), "customerId"),
        (with("{}"), "customerId"),
        (with("{"), "body"),
        (
            with("").body(b"{\"customerId\":\"\xff\"}".as_slice()),
            "body",
        ),
        (with("").body("[".repeat(60_000)), "body"),
        // A property that is sent twice.
        (with(r#"{"customerId":"1","customerId":"1"}"#), "body"),
    ] {
        refused(ask, 400, ["error", "invalidRequest", details, at]);
    }
    let country = good().with("countryCode", "HK").answer();
    let expected = json!({
        "type": "error",
        "code": "accessNotConfigured",
        "details": "The request operation is not configured to access this resource",
        "location": "countryCode",
        "moreInfo": "Channel/Country/Business provided in the request is not supported currently",
    });
    assert_eq!((country.status, country.body()), (403, expected));
}

#[test]
fn worldline_says_all_that_is_wrong_with_a_path_to_each() {
    let body = r#"{"values":[{"key":"fiscalNumber"},{"key":1}]}"#;
    let found = errors(ask(DETAILS).body(body), 400);
    assert_eq!(found[0]["propertyName"], "countryCode");
    // Elements are counted from 1, as on the page.
    assert_eq!(found[1]["propertyName"], "values[2].key");
    assert_eq!(found[1]["httpStatusCode"], 400);
    assert_eq!(found[2], Value::Null, "{found}");
    let body = r#"{"countryCode":"DE","values":[{"key":"zip"}]}"#;
    let found = errors(ask(DETAILS).body(body), 400);
    let found = found.as_array().expect("errors");
    assert_eq!(found.len(), 2);
    for (error, field) in found.iter().zip(["fiscalNumber", "zip"]) {
        assert_eq!(error["propertyName"], "values");
        assert!(error["message"].to_string().contains(field), "{error}");
    }
    // As many as help.
    let values = vec!["1"; 20_000].join(",");
    let body = format!(r#"{{"countryCode":"SE","values":[{values}]}}"#);
    let found = errors(ask(DETAILS).body(body), 400);
    assert_eq!(found.as_array().map(Vec::len), Some(16));
}

#[test]
fn worldline_says_what_is_not_found_as_on_its_page() {
    let nobody = json!([{
        "code": "1214",
        "id": "CUSTOMER_DETAILS_NOT_FOUND",
        "message": "No customer details could be found with the provided data.",
    }]);
    for body in [
        r#"{"countryCode":"SE","values":[{"key":"fiscalNumber","value":"1"}]}"#,
        r#"{"countryCode":"FR","values":[]}"#,
    ] {
        assert_eq!(errors(ask(DETAILS).body(body), 400), nobody);
    }
    let unknown = ask(&DETAILS.replace("9000", "1")).body(r#"{"countryCode":"SE","values":[]}"#);
    let error = json!([{
        "code": "1070",
        "message": "UNKNOWN_PAYMENT_PRODUCT_ID",
        "propertyName": "paymentProductId",
    }]);
    assert_eq!(errors(unknown, 404), error);
}

#[test]
fn every_error_of_worldline_has_a_reference_of_its_own() {
    let reference = || ask(DETAILS).answer().body()["errorId"].clone();
    assert_ne!(reference(), reference());
}

/// Sees that a request is refused with problem details that name a field.
#[track_caller]
fn problem(answer: &Answer, status: u16, location: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.body()["status"], status);
    assert_eq!(answer.body()["errors"][0]["location"], location);
}

#[test]
fn flexiti_documents_no_error_so_the_sandbox_has_its_own() {
    let interest = || flexiti("POST", "test/accounts/1/calculate-interest");
    let other = |client: &str| flexiti("GET", &format!("{client}/customers/lookup?vcc_number=1"));
    for (ask, status, location) in [
        (lookup(""), 400, "vcc_number"),
        (lookup("vcc_number=1&customer_id=2"), 400, "vcc_number"),
        (lookup("customer_id=1234567890123"), 404, "customer_id"),
        (lookup("account_number=12a"), 404, "account_number"),
        (lookup("account_number="), 404, "account_number"),
        (other("caf%C3%A9"), 400, "client_id"),
        (other("not-configured"), 403, "client_id"),
        (licence(r#"{"code":"@"}"#), 400, "code"),
        (licence("{}"), 400, "code"),
        (interest(), 404, "account_number"),
        (interest().without("authorization"), 401, "Authorization"),
    ] {
        problem(&ask.answer(), status, location);
    }
}

#[test]
fn a_body_that_is_too_large_is_refused_whole() {
    let answer = ask(SEGMENT).body(" ".repeat(70_000)).answer();
    assert_eq!(answer.status, 413, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[test]
fn no_value_of_a_request_is_repeated() {
    const SECRET: &str = "s3cr3t";
    let body = format!(r#"{{"customerId":"{SECRET}","cardNumber":"{SECRET}"}}"#);
    let values = format!(r#"{{"countryCode":1,"values":[{{"key":["{SECRET}"]}},"{SECRET}"]}}"#);
    let asks = [
        ask(PROFILE).with("uuid", SECRET),
        ask(PROFILE).with("authorization", SECRET),
        ask(OFFER).with("accept", SECRET),
        ask(&format!("{OFFER}?virtualOfferFlag={SECRET}")),
        ask(&format!("{CARDS}/{SECRET}/addresses")).with("uuid", "1"),
        ask(SEGMENT).with("countryCode", SECRET).body(body),
        ask(DETAILS).body(values),
        ask(&DETAILS.replace("9000", SECRET)).body("{}"),
        flexiti("GET", "s3cr3t%C3%A9/customers/lookup?customer_id=s3cr3t"),
        licence(format!(r#"{{"code":"{SECRET}é"}}"#)),
        licence(format!(r#"{{"code":"@\n\u001e\rANSI {SECRET}"}}"#)),
        ask("GET /s3cr3t"),
    ];
    for (index, ask) in asks.into_iter().enumerate() {
        let answer = ask.answer();
        assert!(answer.status >= 400, "case {index} is not refused");
        let said = format!("{} {:?}", answer.text, answer.headers);
        assert!(!said.contains(SECRET), "case {index}: {said}");
    }
}
