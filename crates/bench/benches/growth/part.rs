//! The parts of a check, each alone, on one page and one document.

use bench::{corpus, measure};
use claims::Claim;
use review::{Case, Readings};
use serde_json::Value;

use super::Row;

pub(super) const TOPICS: [&str; 3] = ["read", "claims", "review"];

pub(super) fn row(topic: &str, operations: usize) -> Row {
    let runs = (5_000 / operations).clamp(3, 51);
    match topic {
        "read" => read(operations, runs),
        "claims" => claims(operations, runs),
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
    let claims: Vec<&Claim> = page.claims.iter().map(|stated| &stated.claim).collect();
    let claims = measure::shuffled(&claims);
    let sort = || {
        let mut claims = claims.clone();
        claims.sort();
        claims
    };
    Row {
        pages: 1,
        bytes: text.len(),
        claims: page.claims.len(),
        took: measure::median(runs, review),
        limit: measure::median(runs, sort),
    }
}
