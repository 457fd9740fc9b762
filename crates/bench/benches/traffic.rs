//! Recorded traffic: how reading, the trial and redaction grow with the number of exchanges, beside what
//! no reader of JSON can do without.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use artefacts::Inputs;
use bench::recording::server;
use contract::catalogue::CATALOGUE;
use criterion::Throughput;
use review::Case;
use serde::de::IgnoredAny;
use serde_json::Value;
use traffic::exchange::Exchange;
use traffic::recording::{Recording, read_from};
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
    let pages = inputs.claims.iter().map(|file| &file.page);
    let case = |page| Case::of(page, &inputs.readings, &Value::Null);
    let cases: BTreeMap<&str, Case> = pages.map(|it| (&*it.page, case(it))).collect();
    let described = documents.iter().map(|(id, document)| Described {
        id,
        document,
        expected: vec![&cases[&**id].reviewed.expected],
        readings: &inputs.readings,
    });
    let described: Vec<Described> = described.collect();
    let server = |(id, document): (&String, &Value)| (server(id, document), id.clone());
    let servers: Vec<_> = documents.iter().map(server).collect();
    let api = Api::of(&described, &servers).expect("the ids are those of the documents");

    let mut criterion = bench::quick();
    for exchanges in SIZES {
        let mut bytes = Vec::new();
        bench::recording::write(&documents, exchanges, &mut bytes).expect("a recording");
        let mut group = criterion.benchmark_group(format!("traffic/{exchanges}"));
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        let mut bench = |name: &str, run: &dyn Fn()| {
            group.bench_function(name, |bencher| bencher.iter(run));
        };
        bench("limit: lines by memchr", &|| {
            black_box(memchr::memchr_iter(b'\n', &bytes).count());
        });
        bench("limit: serde_json::IgnoredAny", &|| {
            serde_json::from_slice::<IgnoredAny>(&bytes).expect("JSON");
        });
        bench("read", &|| {
            read(&bytes, |exchange| assert!(black_box(exchange).status > 0));
        });
        bench("trial", &|| try_all(&api, &bytes, None));
        bench("trial --redacted", &|| {
            let out = Redacted::open(io::sink(), &|_, _| None).expect("nothing fails");
            try_all(&api, &bytes, Some(out));
        });
        group.finish();
    }
    criterion.final_summary();
}

/// Reads every exchange.
fn read(bytes: &[u8], mut hear: impl FnMut(&Exchange<'_>)) {
    let recording = Recording {
        given: 1,
        file: None,
    };
    let _ = read_from(recording, bytes, &mut |read| {
        hear(&read.expect("the recording is right"));
        ControlFlow::Continue(())
    });
}

/// Hears every exchange, and writes it without values; everything that is recorded is right.
fn try_all(api: &Api, bytes: &[u8], mut out: Option<Redacted<'_, io::Sink>>) {
    let mut trial = Trial::of(api);
    read(bytes, |exchange| {
        trial.hear(exchange, &mut |_| {});
        if let Some(out) = &mut out {
            out.write(&mut trial, exchange).expect("nothing fails");
        }
    });
    assert!(trial.findings().is_empty() && trial.matched * 10 == trial.exchanges * 9);
}
