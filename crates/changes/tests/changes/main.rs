//! What changed between captures and between documents.

pub(crate) mod diff;
mod drift;
mod every_member;
#[path = "../../../review/tests/review/support.rs"]
mod support;
