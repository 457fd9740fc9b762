//! The reader of a Confluence version comparison's layout, on pages written for these tests.
//!
//! `berths.txt` has every construct of the layout.

mod errors;
#[path = "../obligations/mod.rs"]
mod obligations;
mod sizes;
mod whole_page;

/// A page with every construct.
pub(crate) const BERTHS: &str = include_str!("berths.txt");
