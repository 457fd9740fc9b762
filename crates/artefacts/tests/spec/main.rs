//! `spec/` of this repository: what the pages say, what the documents say, and that every check can
//! fail.

mod anchors;
mod classes;
mod contract;
mod editions;
mod mutation;
mod overlay;
mod renderings;
mod review;
mod traceability;
mod unread;
mod witnesses;

use std::path::Path;

use artefacts::Inputs;

/// The folder of the artefacts.
fn spec() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec"))
}

/// The text of an artefact.
fn text(path: &str) -> String {
    let path = spec().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What people wrote and reviewed.
fn inputs() -> Inputs {
    let read = |path: &Path| std::fs::read_to_string(path);
    Inputs::load(spec(), &::contract::catalogue::CATALOGUE, read).expect("spec/ can be read")
}
