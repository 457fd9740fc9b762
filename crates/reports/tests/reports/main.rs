//! Views of cases.

mod coverage;
#[path = "../../../review/tests/review/made.rs"]
mod made;
mod notes;
mod overlay;
mod report;
mod scanners;
#[path = "../../../review/tests/review/support.rs"]
mod support;
mod tables;
mod traceability;
mod trial;
mod views;
