//! Escapes in paths: what needs no escape means the same with one, and what needs one is data.

use crate::ask::{ask, bare};

const SEGMENT: &str = r#"{"customerId":"321116471234"}"#;

#[test]
fn a_character_that_needs_no_escape_is_the_same_with_one() {
    for (path, status) in [
        ("citibanamex-segments/v1/customers/segments/retriev%65", 200),
        (
            "citibanamex-segments/v1/customers/segments/%72%65%74%72%69%65%76%65",
            200,
        ),
        (
            "%63itibanamex-segments/v%31/customers/segments/retrieve",
            200,
        ),
        ("citibanamex-segments%2Fv1/customers/segments/retrieve", 404),
    ] {
        let answer = ask(&format!("POST /{path}")).body(SEGMENT).answer();
        assert_eq!(answer.status, status, "{path}: {}", answer.text);
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
    let card = |id: &str| {
        let path = format!("GET /citi-hong-kong/v1/cards/accounts/{id}/addresses");
        ask(&path).answer()
    };
    // One segment, which names nobody.
    let reached = card("1%2Faddresses");
    assert_eq!(
        reached.body()["code"],
        "resourceNotFound",
        "{}",
        reached.text
    );
    for (id, status) in [
        ("%252F", 404),
        ("%C3%A9", 404),
        // The first customer's account, were it undone twice.
        ("%25%33918f072f785c5f83", 404),
        ("%3%3918f072f785c5f83", 404),
        ("%ff", 400),
        ("%61%ff", 400),
    ] {
        assert_eq!(card(id).status, status, "{id}");
    }
    for path in [
        "%2Fprofiles",
        "/profil%65s%2F",
        "/profil%2565s",
        "/profil%6",
    ] {
        let path = format!("GET /citi-australia/v1/customers{path}");
        assert_eq!(ask(&path).answer().status, 404, "{path}");
    }
}

#[test]
fn the_query_is_read_as_it_was() {
    for (query, status) in [
        ("customer_id=51283833%32280", 200),
        ("customer_id%3D512838332280", 400),
    ] {
        let path = "GET /flexiti-customers/client-id/m%79-app/customers/lookup";
        let answer = ask(&format!("{path}?{query}")).answer();
        assert_eq!(answer.status, status, "{}", answer.text);
    }
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
    let retrieve = "/citibanamex-segments/v1/customers/segments/retriev%65";
    let allowed = bare("OPTIONS", retrieve).answer();
    assert_eq!((allowed.status, allowed.header("allow")), (204, "POST"));
}
