//! `cargo xtask check` of this repository as a function, and each of its phases.

use std::path::Path;

use artefacts::{Files, Inputs, build, check, draft_while};
use claims::csv;
use contract::catalogue::CATALOGUE;
use document::validate;
use review::Readings;

fn main() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let load = || Inputs::load(&spec, &CATALOGUE, cli::text::read);
    let inputs = match load() {
        Ok(inputs) => inputs,
        Err(errors) => return eprintln!("Skipped: expected a spec/ to check, but: {errors:?}"),
    };
    let there = || cli::disk::files(&spec).expect("loaded before");
    let on_file = there();
    let documents = document::build(&CATALOGUE).expect("the catalogue agrees with itself");
    let readings = std::fs::read_to_string(spec.join("readings.toml")).expect("loaded before");
    let files: Vec<String> = inputs
        .claims
        .iter()
        .map(|file| csv::render(&file.page))
        .collect();

    let mut criterion = bench::quick();
    let mut group = criterion.benchmark_group("check");
    group.bench_function("whole", |bencher| {
        bencher.iter(|| {
            let read = || (load().expect("loaded before"), there());
            let (draft, (inputs, there)) = draft_while(&CATALOGUE, read);
            let files = Files {
                captured: None,
                spec: &there,
                client: None,
            };
            check(&CATALOGUE, draft, &inputs, &files)
        });
    });
    group.bench_function("phase: load inputs", |bencher| {
        bencher.iter(|| load().expect("loaded before"));
    });
    group.bench_function("phase: read files", |bencher| {
        bencher.iter(there);
    });
    group.bench_function("phase: build", |bencher| {
        let build = || {
            let draft = document::build(&CATALOGUE);
            build(&CATALOGUE, draft, &inputs, &on_file)
        };
        bencher.iter(|| build().expect("the catalogue agrees with itself"));
    });
    group.bench_function("within: parse readings", |bencher| {
        bencher.iter(|| Readings::parse(&readings).expect("loaded before"));
    });
    group.bench_function("within: parse claims files", |bencher| {
        let parse = |file: &String| csv::parse("page", file).expect("rendered before");
        bencher.iter(|| files.iter().map(parse).collect::<Vec<_>>());
    });
    group.bench_function("within: document::build", |bencher| {
        bencher.iter(|| document::build(&CATALOGUE).expect("built before"));
    });
    group.bench_function("within: validate::openapi", |bencher| {
        let of_providers = documents.providers.values();
        let all: Vec<_> = of_providers.chain([&documents.consolidated]).collect();
        bencher.iter(|| all.iter().flat_map(|one| validate::openapi(one)).count());
    });
    group.bench_function("within: claims::openapi::claims", |bencher| {
        bencher.iter(|| claims::openapi::claims(&documents.consolidated));
    });
    group.bench_function("within: render JSON", |bencher| {
        bencher.iter(|| document::json(&documents.consolidated));
    });
    group.bench_function("within: render YAML", |bencher| {
        bencher.iter(|| document::yaml(&documents.consolidated));
    });
    group.finish();
    criterion.final_summary();
}
