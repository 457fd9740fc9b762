//! The contract's own types, which the Rust client has, return what every other generator has to.

use std::collections::BTreeSet;

use contract::catalogue::{CATALOGUE, SCHEMAS};
use harness::generate::{Samples, came_back};

/// Every digit comes back, no default is filled in, and nothing that is empty is dropped.
#[test]
fn the_types_of_the_contract_return_every_sample_unchanged() {
    let documents = document::build(&CATALOGUE).expect("the catalogue is consistent");
    let samples = Samples::of(&documents.consolidated).expect("valid samples");
    let mut different = Vec::new();
    for sample in samples.all() {
        let schema = SCHEMAS.iter().find(|it| it.name() == sample.schema);
        let returned = (schema.expect("a type of each component").returned)(&sample.text);
        let judged = returned
            .map_err(|error| error.to_string())
            .and_then(|text| came_back(&samples.document, &sample.schema, &sample.text, &text));
        if judged != Ok(BTreeSet::new()) {
            different.push(format!("{}: {judged:?}", sample.pointer));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
    assert!(
        samples.boundaries.len() > 900,
        "invalid test case: few samples"
    );
}
