//! The claims of a document, beside parsing the same document with `serde_json`.

use bench::corpus;
use criterion::{BenchmarkId, Throughput};
use serde_json::Value;

fn main() {
    let mut criterion = bench::quick();
    let mut group = criterion.benchmark_group("claims");
    for operations in bench::SIZES {
        let document = corpus::document(corpus::ID, 0..operations);
        let text = document.to_string();
        group.throughput(Throughput::Bytes(text.len() as u64));
        let id = |what| BenchmarkId::new(what, operations);
        group.bench_with_input(
            id("claims::openapi::claims"),
            &document,
            |bencher, document| {
                bencher.iter(|| claims::openapi::claims(document));
            },
        );
        group.bench_with_input(id("peer: serde_json::from_str"), &text, |bencher, text| {
            bencher.iter(|| serde_json::from_str::<Value>(text).expect("a document is JSON"));
        });
    }
    group.finish();
    criterion.final_summary();
}
