//! An operation that a page only lists answers 501, and says where the page lists it.

use claims::Aspect;
use serde_json::{Value, json};

use crate::ask::{ask, bare};

const AUSTRALIA: &str = include_str!("../../../../../spec/providers/citi-australia.json");
const CLAIMS: &str = include_str!("../../../../../spec/claims/citi-australia.csv");

#[test]
fn it_says_on_which_line_of_which_page() {
    let answer = ask("PUT /citi-australia/v1/offers").answer();
    assert_eq!(answer.status, 501);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let listed = json!({
        "page": "citi-australia",
        "line": 39,
        "url": "https://qa.sandbox.developerhub.citi.com/api/australia/retail-bank/accounts/customers/documentation",
    });
    assert_eq!(answer.body()["listed"], listed);
}

#[test]
fn it_says_which_page_documents_it() {
    let answer = ask("GET /citi-australia/v1/cards/accounts/1/addresses").answer();
    assert_eq!(answer.status, 501);
    let other = json!(["/citi-hong-kong/v1/cards/accounts/{accountId}/addresses"]);
    assert_eq!(answer.body()["listed"]["documentedAt"], other);
}

#[test]
fn it_asks_for_credentials_as_documented_ones_do() {
    let documented = bare("GET", "/citi-australia/v1/customers/profiles/emails").answer();
    assert_eq!(documented.status, 401);
    for (method, path) in [
        ("PUT", "/citi-australia/v1/customers/profiles/emails"),
        ("PUT", "/citi-australia/v1/offers"),
        ("GET", "/citi-australia/v1/cards/accounts/1/addresses"),
        ("DELETE", "/citi-australia/v1/customers/profile/images"),
    ] {
        let nobody = bare(method, path).answer();
        assert_eq!(nobody.status, 401, "{method} {path}: {}", nobody.text);
        assert_eq!(nobody.header("www-authenticate"), "bearer");
        assert_eq!(nobody.header("content-type"), "application/json");
        assert_eq!(nobody.body()["code"], "unAuthorized");
        assert_eq!(nobody.body()["location"], "Authorization");
        for token in [
            "Bearer",
            "Bearer customer-21",
            "GCS v1Client:customer-1",
            "customer-1",
        ] {
            let answer = bare(method, path).with("authorization", token).answer();
            assert_eq!(answer.status, 401, "{method} {path}: {token}");
        }
        let known = bare(method, path).with("authorization", "Bearer customer-20");
        assert_eq!(known.answer().status, 501, "{method} {path}");
    }
}

#[test]
fn every_listed_operation_answers_with_the_line_of_its_claim() {
    let document: Value = serde_json::from_str(AUSTRALIA).expect("a document");
    let claims = claims::csv::parse("citi-australia", CLAIMS).expect("claims");
    let mut listed = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            if operation["x-documentation"] != "listed" {
                continue;
            }
            listed += 1;
            let (method, path) = (method.to_uppercase(), format!("/citi-australia{path}"));
            assert_eq!(bare(&method, &path).answer().status, 401, "{method} {path}");
            let answer = ask(&format!("{method} {path}")).answer();
            assert_eq!(answer.status, 501, "{method} {path}");
            let name = format!("{method} {}", &path["/citi-australia".len()..]);
            let claim = claims.page.claims.iter().find(|stated| {
                stated.claim.aspect == Aspect::Listed && *stated.claim.operation == *name
            });
            let line = claim.expect("the page lists it").line;
            assert_eq!(answer.body()["listed"]["line"], line, "{name}");
        }
    }
    assert!(listed > 0, "the Australian page lists operations");
}
