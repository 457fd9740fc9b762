//! Generated code that stands in the repository, and the report of `cargo harness generate`.

mod kept;

pub use kept::{CLIENT, marked, stale};

/// Where the report about all generators goes, below `spec/`.
pub const REPORT: &str = "reports/generators.md";
