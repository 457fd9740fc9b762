//! One table: how time and memory grow with the number of operations.
//!
//! Each row is measured in a process of its own, so that its peak of memory is its own.

use std::process::Command;
use std::time::Duration;

use bench::{corpus, measure};
use claims::Claim;
use review::{Readings, Usage};
use serde_json::Value;

const TOPICS: [&str; 3] = ["read", "claims", "review"];

/// What one row measured.
struct Row {
    bytes: usize,
    claims: usize,
    took: Duration,
    limit: Duration,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, row, topic, operations] = &arguments[..]
        && row == "row"
    {
        return print(topic, operations.parse().expect("a number of operations"));
    }
    println!("read    pages::read, beside the SHA-256 of the same bytes");
    println!("claims  claims::openapi::claims, beside serde_json::from_str of the same document");
    println!("review  review::expect and compare, beside sorting the claims of the page\n");
    println!(
        "{:6} {:>10} {:>10} {:>8} {:>9} {:>7} {:>8} {:>9} {:>6} {:>8}",
        "",
        "operations",
        "bytes",
        "claims",
        "ms",
        "ns/byte",
        "ns/claim",
        "limit ms",
        "ratio",
        "peak MiB"
    );
    let quick = arguments.iter().any(|argument| argument == "--test");
    let sizes = if quick {
        &bench::SIZES[..1]
    } else {
        &bench::SIZES
    };
    let own = std::env::current_exe().expect("this program has a path");
    for topic in TOPICS {
        for operations in sizes {
            let operations = operations.to_string();
            let row = Command::new(&own)
                .args(["row", topic, &operations])
                .status();
            assert!(
                row.is_ok_and(|status| status.success()),
                "{topic} {operations}"
            );
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "the numbers are for people")]
fn print(topic: &str, operations: usize) {
    let runs = (5_000 / operations).clamp(3, 51);
    let Row {
        bytes,
        claims,
        took,
        limit,
    } = match topic {
        "read" => read(operations, runs),
        "claims" => claims(operations, runs),
        _ => review(operations, runs),
    };
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let ns = took.as_secs_f64() * 1e9;
    let peak = measure::peak_kib().map_or("?".to_owned(), |kib| (kib / 1024).to_string());
    println!(
        "{topic:6} {operations:>10} {bytes:>10} {claims:>8} {:>9.3} {:>7.2} {:>8.0} {:>9.3} {:>6.1} {peak:>8}",
        ms(took),
        ns / bytes as f64,
        ns / claims as f64,
        ms(limit),
        ms(took) / ms(limit),
    );
}

fn read(operations: usize, runs: usize) -> Row {
    let page = corpus::page(operations);
    let read = || pages::read(corpus::ID, page.as_bytes()).expect("a page that reads");
    Row {
        bytes: page.len(),
        claims: read().claims.len(),
        took: measure::median(runs, read),
        limit: measure::median(runs, || claims::digest::sha256(page.as_bytes())),
    }
}

fn claims(operations: usize, runs: usize) -> Row {
    let document = corpus::document(operations);
    let text = document.to_string();
    let parse = || serde_json::from_str::<Value>(&text).expect("a document is JSON");
    Row {
        bytes: text.len(),
        claims: claims::openapi::claims(&document).len(),
        took: measure::median(runs, || claims::openapi::claims(&document)),
        limit: measure::median(runs, parse),
    }
}

fn review(operations: usize, runs: usize) -> Row {
    let readings = Readings::parse(&corpus::readings()).expect("the readings are complete");
    let text = corpus::page(operations);
    let page = pages::read(corpus::ID, text.as_bytes()).expect("a page that reads");
    let made = claims::openapi::claims(&corpus::document(operations));
    let review = || {
        let expected = review::expect(&page, &readings, &mut Usage::of(&readings));
        let findings = review::compare(&expected, &made, "parcels.json");
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
        bytes: text.len(),
        claims: page.claims.len(),
        took: measure::median(runs, review),
        limit: measure::median(runs, sort),
    }
}
