//! A body with a content coding: none is known, so it is refused before it is read.

use serde_json::json;

use crate::ask::{Answer, Ask, ask};

/// A good request of each kind: with a body and without, of each vendor.
const GOOD: &[(&str, &str)] = &[
    (
        "POST /citibanamex-segments/v1/customers/segments/retrieve",
        r#"{"customerId":"321116471234"}"#,
    ),
    (
        "POST /worldline-connect/client/v1/1/products/9000/customerDetails",
        r#"{"countryCode":"SE","values":[{"key":"fiscalNumber","value":"012345678901"}]}"#,
    ),
    (
        "POST /flexiti-customers/client-id/test/accounts/72792726130460/calculate-interest",
        r#"{"amount":100}"#,
    ),
    ("GET /citi-australia/v1/customers/profiles/basic", ""),
    ("GET /citi-hong-kong/v1/sales/customers/offers/details", ""),
    (
        "GET /flexiti-customers/client-id/test/customers/lookup?customer_id=512838332280",
        "",
    ),
];

fn good(request: &str, body: &'static str) -> Ask {
    ask(request).body(body)
}

#[track_caller]
fn is_refused(answer: &Answer, what: &str) {
    assert_eq!(answer.status, 415, "{what}: {}", answer.text);
    assert_eq!(answer.header("accept-encoding"), "identity", "{what}");
    let (media_type, field) = if what.contains("/worldline") {
        ("application/json", "/errors/0/propertyName")
    } else {
        ("application/problem+json", "/errors/0/location")
    };
    assert_eq!(answer.header("content-type"), media_type, "{what}");
    let body = answer.body();
    assert_eq!(
        body.pointer(field),
        Some(&json!("Content-Encoding")),
        "{what}"
    );
}

#[test]
fn a_coding_that_is_not_known_is_refused() {
    for (request, body) in GOOD {
        for coding in ["gzip", "br", "GZIP", "nonsense", "identity, deflate", "*"] {
            let answer = good(request, body)
                .with("content-encoding", coding)
                .answer();
            is_refused(&answer, &format!("{request} {coding}"));
        }
        let answer = good(request, body)
            .with("content-encoding", "identity")
            .with_another("content-encoding", "gzip")
            .answer();
        is_refused(&answer, &format!("{request} in two headers"));
        let answer = good(request, body)
            .with("content-encoding", b"\xff")
            .answer();
        is_refused(&answer, &format!("{request} no text"));
    }
}

#[test]
fn a_body_without_a_coding_is_read() {
    for (request, body) in GOOD {
        let plain = good(request, body).answer();
        assert!(
            (200..300).contains(&plain.status),
            "{request}: {}",
            plain.text
        );
        assert_eq!(plain.header("accept-encoding"), "", "{request}");
        for coding in ["identity", "Identity", "", " , identity"] {
            let answer = good(request, body)
                .with("content-encoding", coding)
                .answer();
            assert_eq!(answer.text, plain.text, "{request} {coding}");
        }
    }
}

#[test]
fn a_body_that_has_the_coding_is_refused_for_that() {
    // What `gzip` writes begins so; as JSON it would be refused at `body`.
    let (request, _) = GOOD[0];
    let answer = ask(request)
        .with("content-encoding", "gzip")
        .body(b"\x1f\x8b\x08\0\0\0\0\0\0\x03".as_slice())
        .answer();
    is_refused(&answer, request);
}

#[test]
fn who_is_calling_is_asked_first() {
    let (request, body) = GOOD[0];
    let coded = || good(request, body).with("content-encoding", "gzip");
    assert_eq!(coded().without("authorization").answer().status, 401);
    // And the coding before all that is read of the request.
    is_refused(&coded().without("uuid").body("{").answer(), request);
    is_refused(&coded().with("prefer", "code=404").answer(), request);
    is_refused(&coded().body(" ".repeat(70_000)).answer(), request);
}

#[test]
fn a_changed_customer_has_no_coding_either() {
    let shown = ask("GET /customers/flexiti-customers/1").answer();
    let put = || ask("PUT /customers/flexiti-customers/1").body(shown.text.clone());
    is_refused(&put().with("content-encoding", "gzip").answer(), "PUT");
    assert_eq!(
        put().with("content-encoding", "identity").answer().status,
        200
    );
}

#[test]
fn the_documents_say_what_a_coding_leads_to() {
    let document = ask("GET /openapi.json").answer().body();
    for (request, body) in GOOD {
        let (method, path) = request.split_once(' ').expect("a method and a path");
        let (path, _) = path.split_once('?').unwrap_or((path, ""));
        let path = path.replace(
            "/1/products/9000/",
            "/{customerId}/products/{paymentProductId}/",
        );
        let path = path.replace("client-id/test", "client-id/{client_id}");
        let path = path.replace("72792726130460", "{account_number}");
        let said = &document["paths"][path.as_str()][method.to_lowercase()]["responses"]["415"];
        let answer = good(request, body).with("content-encoding", "br").answer();
        assert_eq!(said["x-sandbox"], true, "{request}");
        let content = said["content"].as_object().expect("a body");
        assert!(
            content.contains_key(answer.header("content-type")),
            "{request}"
        );
    }
}

#[test]
fn an_operation_that_is_only_listed_refuses_codings_too() {
    let listed = || {
        ask("PUT /citi-australia/v1/customers/profiles/emails")
            .with("authorization", "Bearer customer-1")
    };
    assert_eq!(listed().answer().status, 501);
    is_refused(&listed().with("content-encoding", "gzip").answer(), "PUT");
}
