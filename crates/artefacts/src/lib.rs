//! `spec/` as a pure function: which files there are, what is in them, and what is wrong with them.
//!
//! [`build`](build()) makes every file that export writes, [`check`](check()) compares them with
//! the files that are there, and [`table`] says for each file who writes it and who reads it.
//! Nothing here touches the disk.

mod build;
mod captured;
mod check;
mod client;
mod crosswalks;
mod declared;
mod editions;
pub mod inputs;
pub mod package;
mod readme;
pub mod releases;
mod reports;
mod rules;
mod stale;
mod state;
mod sums;
pub mod table;
mod valid;
mod witnesses;

pub use build::{Built, Draft, build, draft_while};
pub use captured::stale_claims;
pub use check::{Checked, Files, check};
pub use client::{CLIENT, Generated};
pub use declared::{Declared, LISTED};
pub use editions::unequal;
pub use inputs::Inputs;
pub use rules::TOOL;
pub use stale::files;
pub use state::{State, compare};
pub use sums::{SUMS, Sums};
pub use valid::CONTRACT;
