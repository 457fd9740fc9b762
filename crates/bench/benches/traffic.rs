//! Recorded traffic: how reading, the trial and redaction grow with the number of exchanges, beside what
//! no reader of JSON can do without.

use std::hint::black_box;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use artefacts::Inputs;
use contract::catalogue::CATALOGUE;
use criterion::Throughput;
use review::Case;
use serde::de::IgnoredAny;
use serde_json::Value;
use traffic::exchange::Exchange;
use traffic::recording::{Problem, Recording, read_from};
use traffic::{Api, Described, Redacted, Trial};

/// How many exchanges a recording has.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let inputs = match Inputs::load(&spec, &CATALOGUE, cli::text::read) {
        Ok(inputs) => inputs,
        Err(errors) => return eprintln!("Skipped: expected a spec/ with claims, but: {errors:?}"),
    };
    let documents = document::build(&CATALOGUE).expect("the catalogue agrees with itself");
    let documents = documents.providers;
    let case = |id: &str| {
        let mut files = inputs.claims.iter().map(|file| &file.page);
        let page = files
            .find(|page| page.page == id)
            .expect("a page of each document");
        Case::of(page, &inputs.readings, &Value::Null)
    };
    let cases: Vec<Case> = documents.keys().map(|id| case(id)).collect();
    let described = documents.iter().zip(&cases);
    let described: Vec<Described> = described
        .map(|((id, document), case)| Described {
            id,
            document,
            expected: vec![&case.reviewed.expected],
        })
        .collect();
    let server =
        |(id, document): (&String, &Value)| (bench::recording::server(id, document), id.clone());
    let servers: Vec<_> = documents.iter().map(server).collect();
    let api = Api::of(&described, &servers).expect("the ids are those of the documents");

    let mut criterion = bench::quick();
    for exchanges in SIZES {
        let mut bytes = Vec::new();
        bench::recording::write(&documents, exchanges, &mut bytes).expect("a recording");
        let mut group = criterion.benchmark_group(format!("traffic/{exchanges}"));
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function("limit: lines by memchr", |bencher| {
            bencher.iter(|| memchr::memchr_iter(b'\n', &bytes).count());
        });
        group.bench_function("limit: serde_json::IgnoredAny", |bencher| {
            bencher.iter(|| serde_json::from_slice::<IgnoredAny>(&bytes).expect("JSON"));
        });
        group.bench_function("read", |bencher| {
            bencher.iter(|| {
                each(&bytes, |exchange| {
                    black_box(exchange);
                });
            });
        });
        group.bench_function("trial", |bencher| {
            bencher.iter(|| {
                let mut trial = Trial::of(&api);
                each(&bytes, |exchange| trial.hear(exchange, &mut |_| {}));
                agreed(&trial, exchanges);
            });
        });
        group.bench_function("trial --redacted", |bencher| {
            bencher.iter(|| {
                let mut trial = Trial::of(&api);
                let mut out = Redacted::open(io::sink(), &|_, _| None).expect("nothing fails");
                each(&bytes, |exchange| {
                    trial.hear(exchange, &mut |_| {});
                    out.write(&mut trial, exchange).expect("nothing fails");
                });
                out.close()
                    .and_then(|mut it| it.flush())
                    .expect("nothing fails");
                agreed(&trial, exchanges);
            });
        });
        group.finish();
    }
    criterion.final_summary();
}

/// Reads every exchange.
fn each(bytes: &[u8], mut hear: impl FnMut(&Exchange<'_>)) {
    let recording = Recording {
        given: 1,
        file: None,
    };
    let _ = read_from(recording, bytes, &mut |read: Result<
        Exchange<'_>,
        Problem,
    >| {
        hear(&read.expect("the recording is right"));
        ControlFlow::Continue(())
    });
}

/// Everything that is recorded is right, and nine of ten are exchanges of a documented operation.
fn agreed(trial: &Trial, exchanges: usize) {
    let findings = trial.findings();
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(trial.exchanges, exchanges as u64);
    assert_eq!(trial.matched, (exchanges * 9 / 10) as u64);
}
