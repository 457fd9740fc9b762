//! An operation that a page only lists answers 501, and says where the page lists it.

use claims::Aspect;
use serde_json::{Value, json};

use crate::ask::{ask, bare};

const AUSTRALIA: &str = include_str!("../../../../../spec/providers/citi-australia.json");
const CLAIMS: &str = include_str!("../../../../../spec/claims/citi-australia.csv");

#[test]
fn it_says_which_page_documents_it() {
    let answer = ask("GET /citi-australia/v1/cards/accounts/1/addresses").answer();
    let other = json!(["/citi-hong-kong/v1/cards/accounts/{accountId}/addresses"]);
    assert_eq!(answer.body()["listed"]["documentedAt"], other);
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
            let (name, method) = (
                format!("{} {path}", method.to_uppercase()),
                method.to_uppercase(),
            );
            let path = format!("/citi-australia{path}");
            let nobody = bare(&method, &path).answer();
            assert_eq!(nobody.status, 401, "{name}: {}", nobody.text);
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
                let answer = bare(&method, &path).with("authorization", token);
                assert_eq!(answer.answer().status, 401, "{name}: {token}");
            }
            let known = bare(&method, &path).with("authorization", "Bearer customer-20");
            let answer = known.answer();
            assert_eq!(answer.status, 501, "{name}");
            assert_eq!(answer.header("content-type"), "application/problem+json");
            let claim = claims.page.claims.iter().find(|stated| {
                stated.claim.aspect == Aspect::Listed && *stated.claim.operation == *name
            });
            let line = claim.expect("the page lists it").line;
            let listed = &answer.body()["listed"];
            assert_eq!(
                (&listed["page"], &listed["line"]),
                (&json!("citi-australia"), &json!(line))
            );
            let url = listed["url"].as_str().expect("the page has an address");
            assert!(url.starts_with("https://"), "{url}");
        }
    }
    assert!(listed > 0, "the Australian page lists operations");
}
