//! A client of the documented APIs.
//!
//! [`Client`] has a method for each operation; it is generated from `spec/openapi-3.0.json` by
//! `cargo xtask generate rust`, and its bodies are the types of [`contract`].

#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic, unused_imports, unreachable_pub, missing_docs, reason = "generated")]
mod generated;

pub use generated::*;
