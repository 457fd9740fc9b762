//! Compares what pages say with what documents say, under recorded readings.
//!
//! `page claims + readings == document claims`, exactly and in both directions. What does not add
//! up is a [`Finding`]. This crate reads no captures: it is given sets of claims.

mod compare;
pub mod drift;
mod expected;
pub mod explain;
mod fate;
mod finding;
mod market;
pub mod reading;
pub mod render;
mod table;
mod traceability;
mod usage;

pub use compare::compare;
pub use expected::{Evidence, Evidenced, Expected, expect};
pub use finding::{Finding, Kind};
pub use market::{Market, consolidated};
pub use reading::{Basis, Reading, Readings};
pub use table::table;
pub use traceability::traceability;
pub use usage::Usage;
