//! What only one place of a page makes long: fields that came beside each other, and a query that
//! nobody types.

use bench::{corpus, measure};
use changes::drift::drift;
use claims::{Aspect, Claim, PageClaim, PageClaims};
use review::explain::explain;
use review::{Case, Readings};

use super::Row;
use super::part::sorting;

pub(super) const TOPICS: [&str; 2] = ["drift", "explain"];

/// How many fields came, or of how many letters the query is.
pub(super) const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

pub(super) fn row(topic: &str, size: usize) -> Row {
    let runs = (100_000 / size).clamp(3, 51);
    match topic {
        "drift" => came(size, runs),
        _ => asked(size, runs),
    }
}

fn came(fields: usize, runs: usize) -> Row {
    let text = corpus::page(0..1);
    let old = pages::read(corpus::ID, text.as_bytes()).expect("a page that reads");
    let new = with(&old, fields);
    let found = drift(&old, &new);
    assert_eq!(found.changes.len(), fields, "each field is one change");
    Row {
        pages: 2,
        bytes: new.claims.iter().map(|it| it.claim.name.len()).sum(),
        claims: new.claims.len(),
        took: measure::median(runs, || drift(&old, &new)),
        limit: sorting(&new, runs),
    }
}

/// The same page with more fields in its first answer, each with its type.
fn with(page: &PageClaims, fields: usize) -> PageClaims {
    let mut page = page.clone();
    let mut stated = page.claims.iter().map(|stated| &stated.claim);
    let at = stated.find(|claim| &*claim.place == "200" && !claim.name.is_empty());
    let operation = at.expect("an answer with fields").operation.clone();
    for (line, number) in (1_000_000..).zip(0..fields) {
        for (aspect, value) in [(Aspect::Listed, ""), (Aspect::Type, "string")] {
            let name = format!("field{number}");
            page.claims.push(PageClaim {
                line,
                claim: Claim::new(&operation, "200", &name, aspect, value),
                digest: None,
            });
        }
    }
    page
}

fn asked(letters: usize, runs: usize) -> Row {
    let document = corpus::document(corpus::ID, 0..100);
    let readings = Readings::parse(&corpus::readings()).expect("the readings are complete");
    let text = corpus::page(0..100);
    let page = pages::read(corpus::ID, text.as_bytes()).expect("a page that reads");
    let case = Case::of(&page, &readings, &document);
    let query = "x".repeat(letters);
    let explain = || explain(&case.reviewed, &query).expect_err("nothing is called so");
    Row {
        pages: 1,
        bytes: letters,
        claims: page.claims.len(),
        took: measure::median(runs, explain),
        limit: measure::median(runs, || query.to_lowercase()),
    }
}
