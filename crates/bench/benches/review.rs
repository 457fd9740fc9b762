//! Comparing page and document, beside sorting as many claims.

use bench::{corpus, measure};
use claims::Claim;
use criterion::{BatchSize, BenchmarkId, Throughput};
use review::{Case, Readings};
use serde_json::Value;

fn main() {
    let mut criterion = bench::quick();
    let readings = Readings::parse(&corpus::readings()).expect("the readings are complete");
    let mut group = criterion.benchmark_group("review");
    for operations in bench::SIZES {
        let text = corpus::page(0..operations);
        let page = pages::read(corpus::ID, text.as_bytes()).expect("a page that reads");
        drop(text);
        let made = claims::openapi::claims(&corpus::document(corpus::ID, 0..operations));
        group.throughput(Throughput::Elements(page.claims.len() as u64));
        let id = |what| BenchmarkId::new(what, operations);
        group.bench_function(id("review::Case::of"), |bencher| {
            bencher.iter(|| Case::of(&page, &readings, &Value::Null));
        });
        let expected = Case::of(&page, &readings, &Value::Null).reviewed.expected;
        group.bench_function(id("review::compare"), |bencher| {
            bencher.iter(|| {
                let findings = review::compare(&expected, &made, "parcels.json");
                assert!(findings.is_empty(), "page and document agree");
            });
        });
        drop(expected);
        let claims: Vec<&Claim> = page.claims.iter().map(|stated| &stated.claim).collect();
        let claims = measure::shuffled(&claims);
        group.bench_function(id("limit: sorting the claims"), |bencher| {
            let copy = || claims.clone();
            bencher.iter_batched(copy, |mut claims| claims.sort(), BatchSize::LargeInput);
        });
    }
    group.finish();
    criterion.final_summary();
}
