//! Recorded HTTP exchanges: read, decoded, and held against the documents of an API.
//!
//! **Invariant:** no value of a recording is in an error, in `Debug` output or in a panic.

pub mod decode;
pub mod exchange;
pub mod recording;
