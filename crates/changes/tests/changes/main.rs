//! What changed between captures and between documents.

mod diff;
mod drift;
#[path = "../../../review/tests/review/support.rs"]
mod support;
