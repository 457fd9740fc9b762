//! Public code generators, run on the documents, and what came out.
//!
//! A target is a folder `xtask/generators/<target>/`: `target.toml` says which tools it needs and
//! which commands generate, compile and round-trip; lock files pin every version; a small program
//! reads each sample with the generated types and writes it again, and what it wrote is compared
//! here, digit by digit. The folder is copied and worked on elsewhere, so that nothing generated
//! stands in the repository.

mod compare;
mod decimal;
mod judge;
mod report;
mod run;
mod sample;
mod target;

pub use compare::{Change, Numbers, came_back};
pub use decimal::Decimal;
pub use report::{Failure, Outcome, Proof, report};
pub use run::run;
pub use sample::{Sample, Samples};
pub use target::{Argv, Generator, Keep, Need, Target, targets};

/// Where the report about all targets goes, below `spec/`.
pub const REPORT: &str = "reports/generators.md";
