//! A request that is not as documented gets the page's own error, which names the field and no value.

use serde_json::{Value, json};

use crate::ask::{Ask, ask};

const PROFILE: &str = "GET /citi-australia/v1/customers/profiles";
const PARTNER: &str = "GET /citi-hong-kong/partner/v1/customers/profiles";
const OFFER: &str = "GET /citi-hong-kong/v1/sales/customers/offers/details";
const CARDS: &str = "GET /citi-hong-kong/v1/cards/accounts/1/addresses";
const EMAILS: &str = "GET /citi-australia/v1/customers/profiles/emails";
const SEGMENT: &str = "POST /citibanamex-segments/v1/customers/segments/retrieve";
const DETAILS: &str = "POST /worldline-connect/client/v1/1/products/9000/customerDetails";
const LOOKUP: &str = "GET /flexiti-customers/client-id/test/customers/lookup";
const LICENCE: &str = "POST /flexiti-customers/client-id/test/customers/driverslicense";
const INTEREST: &str = "POST /flexiti-customers/client-id/test/accounts/1/calculate-interest";

/// An error as Citi's pages have it.
fn citi(r#type: &str, code: &str, details: &str, location: &str) -> Value {
    json!({ "code": code, "details": details, "location": location, "type": r#type })
}

/// The same as Citibanamex's page has it, which writes the type first.
fn refused(ask: Ask, status: u16, body: &Value) {
    let answer = ask.answer();
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.body(), *body);
}

#[test]
fn citi_says_which_parameter_is_missing_or_invalid() {
    let invalid = |at: &str| {
        citi(
            "invalid",
            "invalidRequest",
            "Missing or invalid parameters",
            at,
        )
    };
    refused(ask(PROFILE).without("uuid"), 400, &invalid("uuid"));
    refused(ask(PROFILE).with("uuid", "8c3e5d1e"), 400, &invalid("uuid"));
    refused(
        ask(PROFILE).without("client_id"),
        400,
        &invalid("client_id"),
    );
    refused(
        ask(PARTNER).with("clientDetails", b"\xff"),
        400,
        &invalid("clientDetails"),
    );
    refused(
        ask(PROFILE).with_another("uuid", "1"),
        400,
        &invalid("uuid"),
    );
    refused(
        ask(EMAILS).with("accept", "text/html"),
        400,
        &invalid("Accept"),
    );
    refused(ask(PROFILE).without("accept"), 400, &invalid("Accept"));
    // This page writes the word with a capital.
    let invalid = |at: &str| {
        citi(
            "invalid",
            "invalidRequest",
            "Missing or invalid Parameters",
            at,
        )
    };
    let flag = "GET /citi-hong-kong/v1/sales/customers/offers/details?virtualOfferFlag=yes";
    refused(ask(flag), 400, &invalid("virtualOfferFlag"));
    let twice = "GET /citi-hong-kong/v1/sales/customers/offers/details?waveId=1&waveId=2";
    refused(ask(twice), 400, &invalid("waveId"));
    let no_text = "GET /citi-hong-kong/v1/sales/customers/offers/details?waveId=%ff";
    refused(ask(no_text), 400, &invalid("waveId"));
}

#[test]
fn citi_says_in_the_words_of_the_page_that_credentials_are_missing() {
    let unauthorized = |details: &str| citi("error", "unAuthorized", details, "Authorization");
    let credential = unauthorized("Authorization credential is missing or invalid");
    refused(ask(EMAILS).without("authorization"), 401, &credential);
    refused(
        ask(EMAILS).with("authorization", "Basic customer-1"),
        401,
        &credential,
    );
    let credentials = unauthorized("Authorization credentials are missing or invalid");
    refused(
        ask(PARTNER).with("authorization", "Bearer nobody"),
        401,
        &credentials,
    );
    // The page is cut before its errors: another page of the vendor lends the row.
    let borrowed = ask(CARDS).without("authorization").answer();
    assert_eq!(
        (borrowed.status, &borrowed.body()["code"]),
        (401, &json!("unAuthorized"))
    );
    let scheme = ask(EMAILS).without("authorization").answer();
    assert_eq!(scheme.header("www-authenticate"), "bearer");
}

#[test]
fn citi_says_that_access_is_not_configured() {
    let refusal = citi(
        "error",
        "accessNotConfigured",
        "Access is not configured for this resource",
        "client_id",
    );
    refused(
        ask(PARTNER).with("client_id", "not-configured"),
        403,
        &refusal,
    );
}

#[test]
fn citibanamex_says_which_field_is_to_blame() {
    let invalid = |at: &str| {
        citi(
            "error",
            "invalidRequest",
            "Missing or invalid Parameters",
            at,
        )
    };
    let good = || ask(SEGMENT).body(r#"{"customerId":"321116471234"}"#);
    refused(
        good().with("countryCode", "Mexico"),
        400,
        &invalid("countryCode"),
    );
    refused(good().without("ChannelId"), 400, &invalid("ChannelId"));
    refused(
        good().with("content-type", "text/plain"),
        400,
        &invalid("Content-Type"),
    );
    refused(
        ask(SEGMENT).body(r#"{"customerId":"3211164712345"}"#),
        400,
        &invalid("customerId"),
    );
    refused(
        ask(SEGMENT).body(r#"{"cardNumber":"4969 4521"}"#),
        400,
        &invalid("cardNumber"),
    );
    refused(
        ask(SEGMENT).body(r#"{"customerId":12}"#),
        400,
        &invalid("customerId"),
    );
    refused(ask(SEGMENT).body("{}"), 400, &invalid("customerId"));
    refused(ask(SEGMENT).body("{"), 400, &invalid("body"));
    refused(
        ask(SEGMENT).body(b"{\"customerId\":\"\xff\"}".as_slice()),
        400,
        &invalid("body"),
    );
    refused(ask(SEGMENT).body("[".repeat(60_000)), 400, &invalid("body"));
    let country = json!({
        "type": "error",
        "code": "accessNotConfigured",
        "details": "The request operation is not configured to access this resource",
        "location": "countryCode",
        "moreInfo": "Channel/Country/Business provided in the request is not supported currently",
    });
    refused(good().with("countryCode", "HK"), 403, &country);
}

#[test]
fn worldline_says_all_that_is_wrong_with_a_path_to_each() {
    let body = r#"{"values":[{"key":"fiscalNumber"},{"key":1}]}"#;
    let answer = ask(DETAILS).body(body).answer();
    assert_eq!(answer.status, 400);
    let errors = answer.body()["errors"].clone();
    let of = |index: usize, key: &str| errors[index][key].clone();
    assert_eq!(of(0, "propertyName"), "countryCode");
    // Elements are counted from 1, as on the page.
    assert_eq!(of(1, "propertyName"), "values[2].key");
    assert_eq!(of(1, "httpStatusCode"), 400);
    assert_eq!(errors[2], Value::Null, "{errors}");
}

#[test]
fn worldline_says_which_lookup_fields_are_lacking() {
    let body = r#"{"countryCode":"DE","values":[{"key":"zip"}]}"#;
    let answer = ask(DETAILS).body(body).answer();
    assert_eq!(answer.status, 400);
    let errors = answer.body()["errors"].clone();
    assert_eq!(errors.as_array().map(Vec::len), Some(2), "{errors}");
    for (error, field) in errors
        .as_array()
        .into_iter()
        .flatten()
        .zip(["fiscalNumber", "zip"])
    {
        assert_eq!(error["propertyName"], "values");
        let message = error["message"].to_string();
        assert!(message.contains(field), "{message}");
    }
}

#[test]
fn worldline_says_that_nothing_is_found_as_on_its_page() {
    for body in [
        r#"{"countryCode":"SE","values":[{"key":"fiscalNumber","value":"1"}]}"#,
        r#"{"countryCode":"FR","values":[]}"#,
    ] {
        let answer = ask(DETAILS).body(body).answer();
        assert_eq!(answer.status, 400);
        let error = json!([{
            "code": "1214",
            "id": "CUSTOMER_DETAILS_NOT_FOUND",
            "message": "No customer details could be found with the provided data.",
        }]);
        assert_eq!(answer.body()["errors"], error);
    }
}

#[test]
fn worldline_says_that_there_is_no_such_product_as_on_its_page() {
    let unknown = "POST /worldline-connect/client/v1/1/products/1/customerDetails";
    let body = r#"{"countryCode":"SE","values":[]}"#;
    let answer = ask(unknown).body(body).answer();
    assert_eq!(answer.status, 404);
    let error = json!([{
        "code": "1070",
        "message": "UNKNOWN_PAYMENT_PRODUCT_ID",
        "propertyName": "paymentProductId",
    }]);
    assert_eq!(answer.body()["errors"], error);
}

#[test]
fn every_error_of_worldline_has_a_reference_of_its_own() {
    let reference = || ask(DETAILS).answer().body()["errorId"].clone();
    assert_ne!(reference(), reference());
}

#[test]
fn flexiti_documents_no_error_so_the_sandbox_has_its_own() {
    let cases = [
        (ask(LOOKUP), 400, "vcc_number"),
        (
            ask(
                "GET /flexiti-customers/client-id/test/customers/lookup?vcc_number=1&customer_id=2",
            ),
            400,
            "vcc_number",
        ),
        (
            ask("GET /flexiti-customers/client-id/test/customers/lookup?customer_id=1234567890123"),
            400,
            "customer_id",
        ),
        (
            ask("GET /flexiti-customers/client-id/test/customers/lookup?account_number=12a"),
            400,
            "account_number",
        ),
        (
            ask("GET /flexiti-customers/client-id/test/customers/lookup?account_number="),
            404,
            "account_number",
        ),
        (
            ask("GET /flexiti-customers/client-id/caf%C3%A9/customers/lookup?vcc_number=1"),
            400,
            "client_id",
        ),
        (
            ask("GET /flexiti-customers/client-id/not-configured/customers/lookup?vcc_number=1"),
            403,
            "client_id",
        ),
        (ask(LICENCE).body(r#"{"code":"@"}"#), 400, "code"),
        (ask(LICENCE).body("{}"), 400, "code"),
        (ask(INTEREST), 404, "account_number"),
        (ask(INTEREST).without("authorization"), 401, "Authorization"),
    ];
    for (index, (ask, status, location)) in cases.into_iter().enumerate() {
        let answer = ask.answer();
        assert_eq!(answer.status, status, "case {index}: {}", answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let body = answer.body();
        assert_eq!(body["status"], status);
        assert_eq!(
            body["errors"][0]["location"], location,
            "case {index}: {body}"
        );
    }
}

#[test]
fn what_is_empty_is_not_there() {
    for (ask, location) in [
        (ask(PROFILE).with("client_id", ""), "client_id"),
        (ask(SEGMENT).body("{}").with("ChannelId", ""), "ChannelId"),
        (
            ask("GET /citi-hong-kong/v1/cards/accounts//addresses"),
            "accountId",
        ),
    ] {
        let answer = ask.answer();
        assert_eq!(answer.status, 400, "{location}: {}", answer.text);
        assert_eq!(answer.body()["location"], location);
    }
}

#[test]
fn a_property_that_is_there_twice_is_refused() {
    let twice = r#"{"customerId":"321116471234","customerId":"321116471234"}"#;
    let answer = ask(SEGMENT).body(twice).answer();
    assert_eq!(
        (answer.status, &answer.body()["location"]),
        (400, &json!("body"))
    );
}

#[test]
fn as_many_faults_are_told_as_help() {
    let values = vec!["1"; 20_000].join(",");
    let body = format!(r#"{{"countryCode":"SE","values":[{values}]}}"#);
    let answer = ask(DETAILS).body(body).answer();
    assert_eq!(answer.status, 400);
    assert_eq!(answer.body()["errors"].as_array().map(Vec::len), Some(16));
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
    let code = format!(r#"{{"code":"{SECRET}é"}}"#);
    let asks = [
        ask(PROFILE).with("uuid", SECRET),
        ask(PROFILE).with("authorization", SECRET),
        ask(OFFER).with("accept", SECRET),
        ask("GET /citi-hong-kong/v1/sales/customers/offers/details?virtualOfferFlag=s3cr3t"),
        ask("GET /citi-hong-kong/v1/cards/accounts/s3cr3t/addresses").with("uuid", "1"),
        ask(SEGMENT).with("countryCode", SECRET).body(body),
        ask(DETAILS).body(values),
        ask("POST /worldline-connect/client/v1/1/products/s3cr3t/customerDetails").body("{}"),
        ask("GET /flexiti-customers/client-id/s3cr3t%C3%A9/customers/lookup?customer_id=s3cr3t"),
        ask(LICENCE).body(code),
        ask(LICENCE).body(format!(r#"{{"code":"@\n\u001e\rANSI {SECRET}"}}"#)),
        ask("GET /s3cr3t"),
    ];
    for (index, ask) in asks.into_iter().enumerate() {
        let answer = ask.answer();
        assert!(answer.status >= 400, "case {index} is not refused");
        let headers = format!("{:?}", answer.headers);
        assert!(
            !answer.text.contains(SECRET),
            "case {index}: {}",
            answer.text
        );
        assert!(!headers.contains(SECRET), "case {index}: {headers}");
    }
}
