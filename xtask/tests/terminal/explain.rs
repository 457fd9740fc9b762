//! `explain` for each kind of query.

use crate::{Sandbox, golden};

#[track_caller]
fn check(situation: &str, query: &str) {
    golden(situation, &Sandbox::new().session(&["explain", query]));
}

#[test]
fn each_kind_of_query_is_answered() {
    check("explain-property", "CitiEmail.emailKey");
    check("explain-schema", "CitiEmail");
    check("explain-operation", "PUT /v1/customers/profiles/emails");
    check(
        "explain-pointer",
        "/components/schemas/CitiEmail/properties/emailKey",
    );
}

#[test]
fn a_name_that_means_one_element_is_enough() {
    check("explain-bare-property", "emailKey");
    check("explain-scheme", "worldlineClientSession");
    check("explain-reading", "citi-listed-responses");
    check("explain-within", "/components/schemas/CitiErrorType/enum/0");
    check("explain-several", "moreInfo");
    check("explain-several-methods", "/v1/customers/profiles/emails");
}

#[test]
fn a_line_of_a_page_tells_what_became_of_it() {
    let sandbox = Sandbox::new();
    let lines = [
        "citi-australia:103",
        "citibanamex-segments:5",
        "citi-australia:1",
        "citi-australia:99999",
        "citi-nowhere:1",
    ];
    let session = lines.map(|line| sandbox.session(&["explain", line]));
    golden("explain-line", &session.concat());
}

/// The bodies of its errors are alike, and told once unless all is asked for.
#[test]
fn the_errors_of_an_operation_are_folded() {
    let sandbox = Sandbox::new();
    let session = sandbox.session(&["explain", "citiGetCustomerEmails"]);
    golden("explain-folded", &session);
    let all = sandbox.session(&["explain", "citiGetCustomerEmails", "--all"]);
    assert!(all.lines().count() > session.lines().count(), "{all}");
    assert!(!all.contains("folded"), "{all}");
}

/// By whichever name it is called, it is one element.
#[test]
fn names_of_one_element_are_answered_alike() {
    let sandbox = Sandbox::new();
    let answer = |query: &str| {
        let output = sandbox.run(&["explain", query]);
        assert!(output.status.success(), "{query}");
        let text = String::from_utf8(output.stdout).expect("text");
        // The first line says what was asked.
        text.lines()
            .filter(|line| !line.contains("  element ") && !line.contains("  at "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let operation = answer("GET /v1/customers/profiles");
    assert!(operation.len() > 50, "invalid test case: {operation:?}");
    assert_eq!(answer("citiGetCustomerProfile"), operation);
    assert_eq!(answer("/paths/~1v1~1customers~1profiles/get"), operation);
    let property = answer("CitiEmail.emailKey");
    assert_eq!(
        answer("/components/schemas/CitiEmail/properties/emailKey"),
        property
    );
    assert_eq!(
        answer("#/components/schemas/CitiEmail/properties/emailKey"),
        property
    );
}

#[test]
fn a_query_that_matches_nothing_gets_the_closest_names() {
    check("explain-unknown-property", "CitiEmial.emailKey");
    check("explain-unknown-operation", "GET /v1/customer/profiles");
    check(
        "explain-unknown-pointer",
        "/components/schemas/CitiEmail/properties/emailkey",
    );
    check("explain-unknown", "zzz");
    check("explain-unknown-page", "citi-austrlia:103");
    check("explain-unknown-node", "/servers/0");
    check("explain-unknown-method", "GET /v1/nothing");
    check("explain-label", "/info/title");
}

/// The document on file is what people have in hand, and it may say what nothing supports.
#[test]
fn what_nothing_supports_is_seen() {
    let sandbox = Sandbox::new();
    let document = sandbox.text("spec/openapi.json");
    let mut document: serde_json::Value = serde_json::from_str(&document).expect("a document");
    document["components"]["schemas"]["CitiEmail"]["properties"]["emailKey"]["maxLength"] =
        9.into();
    sandbox.write("spec/openapi.json", document.to_string());
    sandbox.golden("explain-unsupported", &["explain", "CitiEmail.emailKey"]);
}

#[test]
fn the_document_cannot_be_read() {
    let sandbox = Sandbox::new();
    sandbox.write("spec/openapi.json", "{");
    sandbox.golden("bad-explain-document", &["explain", "CitiEmail"]);
    sandbox.remove("spec/openapi.json");
    sandbox.golden("bad-explain-missing", &["explain", "CitiEmail"]);
}
