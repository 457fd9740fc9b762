//! Compares what pages say with what documents say, under recorded readings.
//!
//! `page claims + readings == document claims`, exactly and in both directions. What does not add
//! up is a [`Finding`]. This crate reads no captures: it is given sets of claims.

pub mod anchors;
mod case;
pub mod classes;
mod compare;
pub mod contradictions;
mod divided;
mod expected;
pub mod explain;
mod fate;
mod finding;
mod narrow;
mod open_end;
pub mod reading;
mod renderings;
mod stale;
mod statement;
mod support;
mod usage;
pub mod witness;
pub mod words;

pub use case::{Case, Cases, Reviewed};
pub use compare::compare;
pub use contradictions::Contradiction;
pub use divided::divided;
pub use expected::{Evidence, Evidenced, Expected};
pub use fate::Fate;
pub use finding::{Finding, Kind, Level, TooNarrow};
pub use open_end::{OpenEnd, open_end};
pub use reading::{Basis, Reading, Readings};
pub use statement::{Standing, Statement};
pub use support::{Backing, Support};
pub use usage::Usage;
