//! One page more in the catalogue, without a folder: it is served, and answered from nobody else's customers.

use axum::Router;
use sandbox::Page;
use sandbox::routes::router;
use sandbox::sandbox::Sandbox;
use serde_json::{Map, Value, json};

use crate::ask::{Answer, CUSTOMERS, ask, bare};

/// A second page with the operations of Citi Australia.
fn with_singapore() -> (Page, Router) {
    let mut pages = Page::all().expect("every page has its documents");
    let of_australia = pages.iter().find(|page| page.id == "citi-australia");
    let singapore = Page {
        id: "citi-singapore",
        title: "Citi Singapore",
        ..of_australia.expect("the page of Australia").clone()
    };
    pages.push(singapore.clone());
    let sandbox = Sandbox::of(pages, 1, CUSTOMERS, None);
    (singapore, router(sandbox.expect("the page is served")))
}

fn is_problem(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[test]
fn a_documented_operation_answers_501_with_its_line() {
    let (page, router) = with_singapore();
    let answer = ask("GET /citi-singapore/v1/customers/profiles").answer_of(&router);
    is_problem(&answer, 501);
    let claims = claims::csv::parse(page.id, page.claims).expect("claims");
    let mut claims = claims.page.claims.iter();
    let documented = claims.find(|it| {
        it.claim.aspect == claims::Aspect::Documented
            && &*it.claim.operation == "GET /v1/customers/profiles"
    });
    let problem = answer.body();
    let expected = json!({
        "page": "citi-singapore",
        "line": documented.expect("the page documents it").line,
        "url": page.url,
        "documentedAt": ["/citi-australia/v1/customers/profiles"],
    });
    assert_eq!(problem["documented"], expected);
    let detail = problem["detail"].as_str().expect("text");
    assert!(detail.contains("Citi Singapore"), "{detail}");
}

#[test]
fn every_operation_of_it_asks_for_credentials_and_answers_501() {
    let (page, router) = with_singapore();
    let document: Value = serde_json::from_str(page.document).expect("JSON");
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("operations").keys() {
            let path = format!("/citi-singapore{path}");
            let method = method.to_uppercase();
            let nobody = bare(&method, &path).answer_of(&router);
            assert_eq!(nobody.status, 401, "{method} {path}");
            // Its document gives the row, and its vendor the form.
            assert_eq!(nobody.body()["code"], "unAuthorized", "{method} {path}");
            let known = ask(&format!("{method} {path}")).answer_of(&router);
            is_problem(&known, 501);
        }
    }
}

#[test]
fn it_has_a_document_and_no_customers_and_the_others_are_as_before() {
    let (_, router) = with_singapore();
    let document = ask("GET /citi-singapore/openapi.json").answer_of(&router);
    let document = document.body();
    assert_eq!(document::validate::openapi(&document), []);
    let profile = &document["paths"]["/v1/customers/profiles"]["get"]["responses"];
    assert_eq!(profile["501"]["x-sandbox"], true);
    let all = ask("GET /openapi.json").answer_of(&router).body();
    assert_eq!(document::validate::openapi(&all), []);
    is_problem(
        &ask("GET /customers/citi-singapore/1").answer_of(&router),
        404,
    );
    let australia = "GET /citi-australia/v1/customers/profiles";
    let before = ask(australia).answer();
    assert_eq!(ask(australia).answer_of(&router), before);
    assert_eq!(before.status, 200);
}

/// Each page as that of a new vendor: nothing in the sandbox knows it.
#[test]
fn a_page_of_a_new_vendor_refuses_with_its_own_rows_and_names_its_lines() {
    for page in Page::all().expect("every page has its documents") {
        let (known, document) = (page.id, page.document);
        let stranger = Page {
            id: "another-bank",
            vendor: "another",
            ..page
        };
        let sandbox = Sandbox::of(vec![stranger], 1, CUSTOMERS, None);
        let router = router(sandbox.expect("the page is served"));
        let document: Value = serde_json::from_str(document).expect("JSON");
        for (path, item) in document["paths"].as_object().expect("paths") {
            for (method, operation) in item.as_object().expect("operations") {
                let (method, path) = (method.to_uppercase(), format!("/another-bank{path}"));
                let nobody = bare(&method, &path).answer_of(&router);
                let row = &operation["responses"]["401"]["content"]["application/json"];
                let examples = row["examples"]
                    .as_object()
                    .into_iter()
                    .flat_map(Map::values);
                match examples.map(|it| &it["value"]).next() {
                    Some(row) => assert_eq!((nobody.status, nobody.body()), (401, row.clone())),
                    None => assert_eq!(nobody.status, 401),
                }
                let token = format!("{} customer-1", nobody.header("www-authenticate"));
                let answer = bare(&method, &path).with("authorization", token);
                let answer = answer.answer_of(&router);
                is_problem(&answer, 501);
                let listed = operation["x-documentation"] == "listed";
                let stands = &answer.body()[if listed { "listed" } else { "documented" }];
                assert_eq!(stands["page"], "another-bank");
                // The page of Flexiti has lost the names of its operations.
                let has_line = stands["line"].is_u64();
                assert_eq!(has_line, known != "flexiti-customers", "{method} {path}");
            }
        }
    }
}

#[test]
fn a_document_that_is_not_json_is_refused_at_the_start() {
    let mut pages = Page::all().expect("every page has its documents");
    pages[0].document = "{";
    pages[1].document = "[";
    let errors = Sandbox::of(pages, 1, 1, None).expect_err("two documents are broken");
    assert_eq!(errors.len(), 2);
    assert!(errors[0].to_string().contains("citi-hong-kong"));
}
