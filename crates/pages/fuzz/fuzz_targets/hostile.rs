//! Pages by the generator of `tests/never_panics.rs`: the first byte picks the layout.

#![no_main]

use arbitrary::{Result, Unstructured};
use libfuzzer_sys::{Corpus, fuzz_target};

#[path = "../../tests/hostile/mod.rs"]
mod hostile;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    match page(bytes) {
        Ok(page) => {
            hostile::promises::check(&page);
            Corpus::Keep
        }
        Err(_) => Corpus::Reject,
    }
});

fn page(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Unstructured::new(bytes);
    let layout = bytes.choose_index(hostile::SAMPLES.len())?;
    hostile::page(layout, &mut bytes)
}
