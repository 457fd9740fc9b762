//! Benchmarks and the generator of large corpora.
//!
//! **Invariant:** nothing here is needed to export or check, and `cargo test` does not build it.

pub mod corpus;
pub mod measure;
pub mod recording;

use std::time::Duration;

use criterion::Criterion;

/// How many operations a generated corpus has, each step ten times the one before.
pub const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// Criterion with samples that are small enough for 10,000 operations.
#[must_use]
pub fn quick() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(500))
        .nresamples(2_000)
        .without_plots()
        .configure_from_args()
}
