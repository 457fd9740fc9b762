//! Claims: one statement each, of a captured page or of a document.
//!
//! A page becomes a sorted set of claims ([`PageClaims`], kept as CSV by [`csv`]), a document
//! becomes a sorted set of claims ([`openapi::claims`], [`schema::claims`]), and a review compares
//! the two. This crate knows no page layout and no provider.

pub mod anchors;
mod aspect;
mod claim;
mod comparable;
pub mod csv;
pub mod digest;
pub mod lines;
pub mod openapi;
mod page;
mod pointer;
mod reader;
mod rows;
pub mod schema;
mod shared;
pub mod swagger;
pub mod testimony;
pub mod text;

pub use aspect::{Aspect, UnknownAspect};
pub use claim::{Claim, DocumentClaim, Element, PageClaim};
pub use comparable::comparable;
pub use digest::Digest;
pub use page::{Capture, CapturedLine, PageClaims};
pub use pointer::Pointer;
pub use shared::Shared;
