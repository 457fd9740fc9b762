//! The reader of the Citi developer portal's layout, on pages written for these tests.
//!
//! `harbour.txt` has every construct of the layout; the smaller pages have one.

mod constructs;
mod cuts;
mod errors;
#[path = "../obligations/mod.rs"]
mod obligations;
mod response_errors;
mod sample;
mod sizes;
mod whole_page;
