//! What `check` does between the files on disk and its findings, page by page.
//!
//! The documents come from files where `xtask check` builds them from the contract, and reports
//! are not part of it: nothing here is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use bench::{corpus, measure};
use claims::csv;
use document::validate;
use review::{Case, Readings, Usage};
use serde_json::Value;

use super::Row;

/// Pages, and operations on each.
pub(super) const SIZES: [[usize; 2]; 5] = [[5, 10], [100, 10], [500, 10], [1_000, 10], [1, 5_000]];

/// Writes so many pages of so many operations each: claims files, documents and readings.
#[expect(
    clippy::disallowed_methods,
    reason = "a corpus in the build's folder is no artefact"
)]
pub(super) fn generate(folder: &Path, pages: usize, each: usize) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("the build's folder can be written to");
    let write = |file: String, text: String| {
        fs::write(folder.join(file), text).expect("the build's folder can be written to");
    };
    write("readings.toml".to_owned(), corpus::readings());
    for page in 0..pages {
        let (id, operations) = (
            format!("{}-{page:04}", corpus::ID),
            page * each..(page + 1) * each,
        );
        let text = corpus::page(operations.clone());
        let claims = pages::read(&id, text.as_bytes()).expect("a page that reads");
        write(format!("{id}.csv"), csv::render(&claims));
        let document = corpus::document(&id, operations);
        write(format!("{id}.json"), document::json(&document));
    }
}

pub(super) fn row(folder: &Path) -> Row {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the corpus was generated")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .collect();
    pages.sort();
    let bytes = |path: &PathBuf| read(path).len() + read(&path.with_extension("json")).len();
    let claims = |path: &PathBuf| parse(path).page.claims.len();
    Row {
        pages: pages.len(),
        took: measure::median(5, || check(folder, &pages)),
        limit: measure::median(3, || least(&pages)),
        bytes: pages.iter().map(bytes).sum(),
        claims: pages.iter().map(claims).sum(),
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the corpus was generated")
}

fn parse(path: &Path) -> csv::ClaimsFile {
    let page = path.file_stem().unwrap_or_default().to_string_lossy();
    csv::parse(&page, &read(path)).expect("the claims were rendered")
}

/// Checks every page, half of them on each of two cores.
fn check(folder: &Path, pages: &[PathBuf]) {
    let readings = read(&folder.join("readings.toml"));
    let readings = Readings::parse(&readings).expect("the readings are complete");
    let (one, other) = pages.split_at(pages.len() / 2);
    let checked = |pages: &[PathBuf]| {
        let mut usage = Usage::of(&readings);
        for page in pages {
            check_page(page, &readings, &mut usage);
        }
        usage
    };
    let usage = thread::scope(|scope| {
        let one = scope.spawn(|| checked(one));
        let mut usage = checked(other);
        usage.add(one.join().expect("pages that can be checked"));
        usage
    });
    assert_eq!(usage.findings(&readings), [], "every reading is used");
}

fn check_page(path: &Path, readings: &Readings, usage: &mut Usage) {
    let document: Value = serde_json::from_str(&read(&path.with_extension("json")))
        .expect("the document was rendered");
    assert_eq!(validate::openapi(&document), [], "the document is valid");
    let made = claims::openapi::claims(&document);
    drop(document);
    let file = parse(path);
    assert!(file.sealed, "the claims were rendered");
    let case = Case::of(&file.page, readings, &Value::Null);
    usage.add(case.usage().clone());
    let findings = review::compare(&case.reviewed.expected, &made, "parcels.json");
    assert_eq!(findings, [], "page and document agree");
}

/// What no check can do without.
fn least(pages: &[PathBuf]) {
    for page in pages {
        std::hint::black_box(claims::digest::sha256(read(page).as_bytes()));
        let document = read(&page.with_extension("json"));
        serde_json::from_str::<Value>(&document).expect("the document was rendered");
    }
}
