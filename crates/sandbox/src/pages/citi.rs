//! What all pages of Citi have in common: errors, headers and profiles.

pub(super) mod profile;

use contract::citi::error::Error;
use serde::Deserialize as _;
use serde_json::Value;

use super::Manner;
use crate::answer::Refusal;

/// Citi's errors are rows of its pages, with the field that is to blame.
pub(super) const MANNER: Manner = Manner {
    error: Some("CitiError"),
    // citi-hong-kong, line 43, citi-australia, line 59.
    requires_accept: true,
    body,
    ..super::PLAIN
};

fn body(row: Option<&Value>, refusal: &Refusal) -> Option<Vec<u8>> {
    let mut error = Error::deserialize(row?).ok()?;
    error.location = refusal.first_field();
    serde_json::to_vec(&error).ok()
}
