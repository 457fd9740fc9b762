//! Pages as they come, without a generator: the seeds are the whole pages of the tests.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/hostile/promises.rs"]
mod promises;

fuzz_target!(|page: &[u8]| promises::check(page));
