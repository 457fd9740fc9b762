//! The repository agrees with itself: a forgotten `cargo xtask export` fails here.

use std::path::Path;

use contract::catalogue::CATALOGUE;
use xtask::command::check::check;

fn spec() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec"))
}

#[test]
fn claims_readings_contract_and_files_agree() {
    let (_, checked) = check(spec(), None, &CATALOGUE).expect("spec/ can be read");
    let report = reports::text(&checked.findings, &reports::Place::default());
    let report = anstream::adapter::strip_str(&report);
    assert!(checked.findings.is_empty(), "\n{report}");
}
