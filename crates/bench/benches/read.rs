//! Reading a page: `pages::read`, beside what the same bytes cost at the least.

use std::hint::black_box;

use bench::corpus;
use criterion::{BenchmarkId, Throughput};

fn main() {
    let mut criterion = bench::quick();
    let mut group = criterion.benchmark_group("read");
    for operations in bench::SIZES {
        let page = corpus::page(0..operations);
        group.throughput(Throughput::Bytes(page.len() as u64));
        let id = |what| BenchmarkId::new(what, operations);
        group.bench_with_input(id("pages::read"), &page, |bencher, page| {
            bencher.iter(|| pages::read(corpus::ID, page.as_bytes()).expect("a page that reads"));
        });
        // The reader cannot do without either.
        group.bench_with_input(id("limit: SHA-256"), &page, |bencher, page| {
            bencher.iter(|| claims::digest::sha256(page.as_bytes()));
        });
        group.bench_with_input(id("limit: lines"), &page, |bencher, page| {
            bencher.iter(|| {
                black_box(page)
                    .lines()
                    .map(str::trim)
                    .filter(|l| !l.is_empty())
                    .count()
            });
        });
    }
    group.finish();
    criterion.final_summary();
}
