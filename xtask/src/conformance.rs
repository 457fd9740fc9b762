//! What a fuzzer that knows the sandbox's own document finds in the sandbox, and whether what came
//! back is what the pages document.
//!
//! Schemathesis calls a running sandbox in several runs, each with its credentials; its report holds
//! every answer. Each answer is then measured a second time by the documents in `spec/providers/`,
//! which the sandbox does not write: had its own document been loosened, the first witness would
//! stay silent, the second one would not.

mod answer;
mod configuration;
mod judge;
mod pages;
mod report;
mod run;

pub use answer::Answer;
pub use configuration::filled;
pub use judge::{Judged, judge};
pub use pages::{Measured, Pages, SOURCES};
pub use report::{Report, report};
pub use run::{FILES, PHASES, RUNS, Ran, Run, configure, run, stage};
