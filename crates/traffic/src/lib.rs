//! Recorded HTTP exchanges: read, decoded, and held against the documents of an API.
//!
//! **Invariant:** no value of a recording is in an error, in `Debug` output or in a panic.

mod api;
mod body;
pub mod command;
pub mod coverage;
pub mod decode;
pub mod exchange;
mod finding;
mod modern;
mod proposals;
pub mod recording;
mod redact;
pub mod report;
mod trial;

pub use api::{Api, Citation, Described};
pub use finding::{Finding, Kind, Spot};
pub use modern::modern;
pub use proposals::proposals;
pub use redact::{ClassOf, Redacted};
pub use trial::{Aside, Occurrence, Trial};
