//! The parts of a check, each alone, on one page and one document; and the comparison of two documents.

use std::time::Duration;

use bench::{corpus, measure};
use claims::{Claim, PageClaims};
use review::{Case, Readings};
use serde_json::{Value, json};

use super::Row;

pub(super) const TOPICS: [&str; 6] = ["read", "claims", "review", "trial", "diff", "shared"];

pub(super) fn row(topic: &str, operations: usize) -> Row {
    let runs = (5_000 / operations).clamp(3, 51);
    match topic {
        "read" => read(operations, runs),
        "claims" => claims(operations, runs),
        "trial" => trial(operations, runs),
        "diff" => diff(&corpus::document(corpus::ID, 0..operations), runs),
        "shared" => diff(&shared(operations), runs),
        _ => review(operations, runs),
    }
}

fn read(operations: usize, runs: usize) -> Row {
    let page = corpus::page(0..operations);
    let read = || pages::read(corpus::ID, page.as_bytes()).expect("a page that reads");
    Row {
        pages: 1,
        bytes: page.len(),
        claims: read().claims.len(),
        took: measure::median(runs, read),
        limit: measure::median(runs, || claims::digest::sha256(page.as_bytes())),
    }
}

fn claims(operations: usize, runs: usize) -> Row {
    let document = corpus::document(corpus::ID, 0..operations);
    let text = document.to_string();
    let parse = || serde_json::from_str::<Value>(&text).expect("a document is JSON");
    Row {
        pages: 1,
        bytes: text.len(),
        claims: claims::openapi::claims(&document).len(),
        took: measure::median(runs, || claims::openapi::claims(&document)),
        limit: measure::median(runs, parse),
    }
}

/// A document and the same in which every text is a number.
fn diff(old: &Value, runs: usize) -> Row {
    let mut new = old.clone();
    let retyped = retype(&mut new);
    let texts = [old.to_string(), new.to_string()];
    let compare = || changes::diff::diff(old, &new);
    let parse = || {
        let document = |text: &String| serde_json::from_str::<Value>(text).expect("JSON");
        texts.each_ref().map(document)
    };
    Row {
        pages: 0,
        bytes: texts.iter().map(String::len).sum(),
        claims: retyped,
        took: measure::median(runs, compare),
        limit: measure::median(runs, parse),
    }
}

/// Makes a number of every text; returns how many there are.
fn retype(value: &mut Value) -> usize {
    match value {
        Value::Object(members) => {
            let each = members.iter_mut().map(|(name, value)| {
                if name == "type" && *value == "string" {
                    *value = "number".into();
                    1
                } else {
                    retype(value)
                }
            });
            each.sum()
        }
        Value::Array(items) => items.iter_mut().map(retype).sum(),
        _ => 0,
    }
}

/// A body whose schemas each refer twice to the next one, so the number of ways to the last one doubles
/// with each schema.
fn shared(schemas: usize) -> Value {
    let refer = |to: usize| json!({ "$ref": format!("#/components/schemas/S{to}") });
    let body = json!({"content": {"application/json": {"schema": refer(0)}}});
    let each = (0..schemas).map(|at| {
        let properties = json!({"one": refer(at + 1), "other": refer(at + 1)});
        (
            format!("S{at}"),
            json!({"type": "object", "properties": properties}),
        )
    });
    let last = (format!("S{schemas}"), json!({"type": "string"}));
    let schemas: serde_json::Map<String, Value> = each.chain([last]).collect();
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Shared", "version": "1.0.0"},
        "paths": {"/s": {"post": {"requestBody": body, "responses": {"200": body}}}},
        "components": {"schemas": schemas},
    })
}

fn review(operations: usize, runs: usize) -> Row {
    let readings = Readings::parse(&corpus::readings()).expect("the readings are complete");
    let text = corpus::page(0..operations);
    let page = pages::read(corpus::ID, text.as_bytes()).expect("a page that reads");
    let made = claims::openapi::claims(&corpus::document(corpus::ID, 0..operations));
    let review = || {
        let case = Case::of(&page, &readings, &Value::Null);
        let findings = review::compare(&case.reviewed.expected, &made, "parcels.json");
        assert!(findings.is_empty(), "page and document agree");
    };
    Row {
        pages: 1,
        bytes: text.len(),
        claims: page.claims.len(),
        took: measure::median(runs, review),
        limit: sorting(&page, runs),
    }
}

/// How long it takes to sort the claims of a page.
pub(super) fn sorting(page: &PageClaims, runs: usize) -> Duration {
    let claims: Vec<&Claim> = page.claims.iter().map(|stated| &stated.claim).collect();
    let claims = measure::shuffled(&claims);
    measure::median(runs, || {
        let mut claims = claims.clone();
        claims.sort();
        claims
    })
}

fn trial(operations: usize, runs: usize) -> Row {
    let readings = Readings::parse(&corpus::readings()).expect("the readings are complete");
    let text = corpus::page(0..operations);
    let page = pages::read(corpus::ID, text.as_bytes()).expect("a page that reads");
    let document = corpus::document(corpus::ID, 0..operations);
    let trial = || {
        let trial = witness::trial::Trial::of(&[&page], &readings, &document, "parcels.json");
        assert_eq!(trial.findings, [], "page and description agree");
    };
    Row {
        pages: 1,
        bytes: text.len(),
        claims: page.claims.len(),
        took: measure::median(runs, trial),
        limit: sorting(&page, runs),
    }
}
