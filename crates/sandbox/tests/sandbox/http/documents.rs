//! The documents that the sandbox serves are valid, and say what it answers.

use std::collections::BTreeSet;

use contract::catalogue::PROVIDERS;
use sandbox::Page;
use serde_json::Value;

use crate::ask::ask;

fn all() -> Value {
    let answer = ask("GET /openapi.json").answer();
    assert_eq!(answer.header("content-type"), "application/json");
    answer.body()
}

/// The operations of a document, by method and path.
fn operations(document: &Value) -> Vec<(String, Value)> {
    let paths = document["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().expect("operations");
        item.iter()
            .map(move |(method, operation)| (format!("{method} {path}"), operation.clone()))
    });
    operations.collect()
}

#[test]
fn every_document_is_valid() {
    let pages = Page::all()
        .expect("every page has its documents")
        .into_iter();
    let documents = pages.map(|page| {
        let document = ask(&format!("GET /{}/openapi.json", page.id));
        let document = document.answer().body();
        assert_eq!(document["servers"][0]["url"], format!("/{}", page.id));
        document
    });
    for document in documents.chain([all()]) {
        let errors = document::validate::openapi(&document);
        assert!(
            errors.is_empty(),
            "{}: {errors:#?}",
            document["info"]["title"]
        );
    }
}

#[test]
fn every_operation_of_every_page_is_in_one_document() {
    let operations = operations(&all());
    let due: usize = PROVIDERS.iter().map(|it| it.operations.len()).sum();
    assert_eq!(operations.len(), due);
    let ids: BTreeSet<String> = operations
        .iter()
        .map(|(_, it)| it["operationId"].to_string())
        .collect();
    assert_eq!(ids.len(), due, "every operation has an id of its own");
    let listed = operations
        .iter()
        .filter(|(_, it)| it["x-documentation"] == "listed");
    for (name, operation) in listed {
        for status in ["401", "501"] {
            assert_eq!(operation["responses"][status]["x-sandbox"], true, "{name}");
        }
    }
}

#[test]
fn what_a_page_documents_is_not_marked() {
    let document = all();
    let responses =
        &document["paths"]["/citi-australia/v1/customers/profiles/basic"]["get"]["responses"];
    for status in ["200", "400", "401", "403", "404", "500"] {
        assert!(responses[status].get("x-sandbox").is_none(), "{status}");
    }
    let cut =
        &document["paths"]["/citi-australia/v1/customers/profiles/emails"]["get"]["responses"];
    assert_eq!(cut["403"]["x-sandbox"], true);
    assert!(cut["401"].get("x-sandbox").is_none());
}

#[test]
fn every_link_leads_to_an_operation_with_its_parameters() {
    let operations = operations(&all());
    let mut links = 0;
    for (name, operation) in &operations {
        let responses = operation["responses"].as_object().expect("responses");
        for link in responses.values().filter_map(|it| it["links"].as_object()) {
            for (label, link) in link {
                links += 1;
                let mut targets = operations.iter().map(|(_, it)| it);
                let target = targets.find(|it| it["operationId"] == link["operationId"]);
                let target = target.unwrap_or_else(|| panic!("{name}: {label}"));
                let parameters = target["parameters"].as_array().expect("parameters");
                let known: Vec<String> = parameters
                    .iter()
                    .map(|it| format!("{}.{}", it["in"], it["name"]).replace('"', ""))
                    .collect();
                for parameter in link["parameters"].as_object().expect("parameters").keys() {
                    assert!(known.contains(parameter), "{name}: {label}: {parameter}");
                }
            }
        }
    }
    assert!(links >= 3, "there are {links} links only");
}
