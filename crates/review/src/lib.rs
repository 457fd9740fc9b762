//! Compares what pages say with what documents say, under recorded readings.
//!
//! `page claims + readings == document claims`, exactly and in both directions. What does not add
//! up is a [`Finding`]. This crate reads no captures: it is given sets of claims.

mod compare;
pub mod contradictions;
pub mod coverage;
pub mod diff;
pub mod drift;
mod expected;
pub mod explain;
mod fate;
mod finding;
pub mod github;
mod locate;
mod market;
mod notice;
mod open_end;
mod overlay;
mod place;
pub mod reading;
pub mod render;
mod review_md;
pub mod sarif;
mod statement;
mod support;
mod table;
mod traceability;
mod usage;

pub use compare::compare;
pub use contradictions::{Contradiction, contradictions};
pub use coverage::coverage;
pub use expected::{Evidence, Evidenced, Expected, expect};
pub use finding::{Finding, Kind, Level, Rule};
pub use locate::{Location, Locator};
pub use market::{Market, consolidated};
pub use open_end::{OpenEnd, open_end};
pub use overlay::provenance;
pub use place::Place;
pub use reading::{Basis, Reading, Readings};
pub use review_md::{Review, review_md};
pub use statement::{Standing, Statement, statements};
pub use support::{Backing, Support};
pub use table::table;
pub use traceability::{Traced, traceability};
pub use usage::Usage;
