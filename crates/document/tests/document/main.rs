//! The documents of the real catalogue, and of catalogues and documents that break a rule.

mod boundaries;
mod catalogue;
mod editions;
mod examples;
mod form;
mod lint;
mod nesting;
mod render;
mod validate;
mod views;
mod yaml;

use contract::catalogue::CATALOGUE;
use document::{Documents, build};

/// The documents of the real catalogue.
fn documents() -> Documents {
    build(&CATALOGUE).expect("the catalogue agrees with itself")
}
