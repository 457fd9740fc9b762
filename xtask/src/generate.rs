//! Public code generators, run on the documents, and what came out.
//!
//! A target is a folder `xtask/generators/<target>/`: `target.toml` says which tools it needs and
//! which commands generate, compile and round-trip; lock files pin every version; a small program
//! writes each documented example through the generated types and back. The folder is copied and
//! worked on elsewhere, so that nothing generated stands in the repository.

mod kept;
mod report;
mod run;
mod target;

pub use kept::{marked, stale};
pub use report::{Failure, Outcome, Proof, report};
pub use run::run;
pub use target::{Argv, Generator, Keep, Need, Target, targets};

/// Where the report about all targets goes, below `spec/`.
pub const REPORT: &str = "reports/generators.md";
