//! A body with a content coding: none is known, so it is refused before it is read.

use serde_json::json;

use crate::ask::{Answer, Ask, ask};

/// A good request of each kind: with a body and without, of each vendor.
const GOOD: &[(&str, &str)] = &[
    (SEGMENT, r#"{"customerId":"321116471234"}"#),
    (DETAILS, SWEDEN),
    (INTEREST, r#"{"amount":100}"#),
    ("GET /citi-australia/v1/customers/profiles/basic", ""),
    ("GET /citi-hong-kong/v1/sales/customers/offers/details", ""),
    (LOOKUP, ""),
];

const SEGMENT: &str = "POST /citibanamex-segments/v1/customers/segments/retrieve";
const DETAILS: &str = "POST /worldline-connect/client/v1/1/products/9000/customerDetails";
const SWEDEN: &str =
    r#"{"countryCode":"SE","values":[{"key":"fiscalNumber","value":"012345678901"}]}"#;
const INTEREST: &str =
    "POST /flexiti-customers/client-id/test/accounts/72792726130460/calculate-interest";
const LOOKUP: &str =
    "GET /flexiti-customers/client-id/test/customers/lookup?customer_id=512838332280";

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
    let field = answer.body().pointer(field).cloned();
    assert_eq!(field, Some(json!("Content-Encoding")), "{what}");
}

#[test]
fn a_coding_that_is_not_known_is_refused() {
    for (request, body) in GOOD {
        let with = |coding: &[u8]| good(request, body).with("content-encoding", coding);
        let codings = "gzip/GZIP/x-gzip/deflate/compress/br/zstd/nonsense/identity, gzip/\
                       gzip,identity/gzip, gzip/identity;q=1/identity gzip/*/\"identity\"/utf-8";
        for coding in codings.split('/') {
            let answer = with(coding.as_bytes()).answer();
            assert!(!answer.text.contains("gzip"), "{}", answer.text);
            is_refused(&answer, &format!("{request} {coding}"));
        }
        let two = with(b"identity").with_another("content-encoding", "gzip");
        is_refused(&two.answer(), &format!("{request} in two headers"));
        is_refused(
            &with(b"identity\xff").answer(),
            &format!("{request} no text"),
        );
    }
    // What `gzip` writes begins so; as JSON it would be refused at `body`.
    let (request, _) = GOOD[0];
    let coded = ask(request).with("content-encoding", "gzip");
    let coded = coded.body(b"\x1f\x8b\x08\0\0\0\0\0\0\x03".as_slice());
    is_refused(&coded.answer(), request);
}

#[test]
fn a_body_without_a_coding_is_read() {
    for (request, body) in GOOD {
        let plain = good(request, body).answer();
        let text = &plain.text;
        assert!((200..300).contains(&plain.status), "{request}: {text}");
        assert_eq!(plain.header("accept-encoding"), "", "{request}");
        for coding in "/identity/Identity/IDENTITY/identity, identity/ ,, identity ,".split('/') {
            let answer = good(request, body).with("content-encoding", coding);
            assert_eq!(answer.answer().text, *text, "{request} {coding}");
        }
    }
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
    let plain = put().with("content-encoding", "identity").answer();
    assert_eq!(plain.status, 200);
}

#[test]
fn the_documents_say_what_a_coding_leads_to() {
    let document = ask("GET /openapi.json").answer().body();
    for (request, body) in GOOD {
        let (method, path) = request.split_once(' ').expect("a method and a path");
        let (path, _) = path.split_once('?').unwrap_or((path, ""));
        let path = path
            .replace(
                "/1/products/9000/",
                "/{customerId}/products/{paymentProductId}/",
            )
            .replace("client-id/test", "client-id/{client_id}")
            .replace("72792726130460", "{account_number}");
        let said = &document["paths"][path.as_str()][method.to_lowercase()]["responses"]["415"];
        let answer = good(request, body).with("content-encoding", "br").answer();
        assert_eq!(said["x-sandbox"], true, "{request}");
        let content = said["content"].as_object().expect("a body");
        let media_type = answer.header("content-type");
        assert!(content.contains_key(media_type), "{request}");
    }
}

#[test]
fn an_operation_that_is_only_listed_refuses_codings_too() {
    let listed = || ask("PUT /citi-australia/v1/customers/profiles/emails");
    assert_eq!(listed().answer().status, 501);
    is_refused(&listed().with("content-encoding", "gzip").answer(), "PUT");
}
