//! The reader of the Citi developer portal's layout.
//!
//! `harbour.txt` has every construct of the layout; the smaller pages have one.

mod constructs;
mod errors;
mod response_errors;
mod sample;
mod sizes;
mod whole_page;
mod wild;
