//! Escapes in paths: what needs no escape means the same with one, and what needs one is data.

use crate::ask::{ask, bare};

const SEGMENT: &str = r#"{"customerId":"321116471234"}"#;

#[test]
fn a_character_that_needs_no_escape_is_the_same_with_one() {
    for path in [
        "POST /citibanamex-segments/v1/customers/segments/retriev%65",
        "POST /citibanamex-segments/v1/customers/segments/%72%65%74%72%69%65%76%65",
        "POST /%63itibanamex-segments/v%31/customers/segments/retrieve",
        "POST /citibanamex-segments%2Fv1/customers/segments/retrieve",
    ] {
        let expected = if path.contains("%2F") { 404 } else { 200 };
        let answer = ask(path).body(SEGMENT).answer();
        assert_eq!(answer.status, expected, "{path}: {}", answer.text);
    }
    for path in [
        "GET /citi%2Daustralia/v1/customers/profiles/basic",
        "GET /citi%2dhong%2Dkong/v1/cards/accounts/918f072f785c5f83/addresses",
        "GET /citi-hong-kong/v1/cards/accounts/%391%38f072f785c5f83/addresses",
        "GET /openapi%2Ejson",
        "GET /flexiti-customers/openapi.%6Ason",
        "GET /%68ealth",
        "GET /customers/flexit%69-customers/%31",
    ] {
        assert_eq!(ask(path).answer().status, 200, "{path}");
    }
}

#[test]
fn an_escape_that_is_needed_stays_data() {
    let reached = "GET /citi-hong-kong/v1/cards/accounts/1%2Faddresses/addresses";
    let answer = ask(reached).answer();
    assert_eq!(answer.body()["code"], "resourceNotFound", "{}", answer.text);
    for (path, status) in [
        // One segment, which names nobody.
        ("GET /citi-hong-kong/v1/cards/accounts/%252F/addresses", 404),
        (
            "GET /citi-hong-kong/v1/cards/accounts/%C3%A9/addresses",
            404,
        ),
        // The first customer's account, were it undone twice.
        (
            "GET /citi-hong-kong/v1/cards/accounts/%25%33918f072f785c5f83/addresses",
            404,
        ),
        (
            "GET /citi-hong-kong/v1/cards/accounts/%3%3918f072f785c5f83/addresses",
            404,
        ),
        ("GET /citi-hong-kong/v1/cards/accounts/%ff/addresses", 400),
        (
            "GET /citi-hong-kong/v1/cards/accounts/%61%ff/addresses",
            400,
        ),
        ("GET /citi-australia/v1/customers%2Fprofiles", 404),
        ("GET /citi-australia/v1/customers/profil%65s%2F", 404),
        ("GET /citi-australia/v1/customers/profil%2565s", 404),
        ("GET /citi-australia/v1/customers/profil%6", 404),
    ] {
        assert_eq!(ask(path).answer().status, status, "{path}");
    }
}

#[test]
fn the_query_is_read_as_it_was() {
    let found =
        "GET /flexiti-customers/client-id/m%79-app/customers/lookup?customer_id=51283833%32280";
    let answer = ask(found).answer();
    assert_eq!(answer.status, 200, "{}", answer.text);
    let separator =
        "GET /flexiti-customers/client-id/m%79-app/customers/lookup?customer_id%3D512838332280";
    assert_eq!(ask(separator).answer().status, 400);
}

#[test]
fn an_escape_hides_no_path() {
    // No page of another origin may change a customer, whatever it writes.
    let answer = bare("OPTIONS", "/%63ustomers/flexiti-customers/1")
        .with("origin", "http://127.0.0.1:9000")
        .with("access-control-request-method", "PUT")
        .answer();
    assert_eq!(
        (answer.status, answer.header("allow")),
        (200, "GET,HEAD,PUT,DELETE")
    );
    assert_eq!(answer.header("access-control-allow-origin"), "");
    let allowed = bare(
        "OPTIONS",
        "/citibanamex-segments/v1/customers/segments/retriev%65",
    )
    .answer();
    assert_eq!((allowed.status, allowed.header("allow")), (204, "POST"));
}
