//! What the invented customers are made of, one file for each market.
//!
//! Streets are named after specimens and places exist, so that an address looks right and leads nowhere.
//! Telephone numbers are of ranges that the regulator keeps for fiction, where it keeps any.

pub(super) mod australia;
pub(super) mod canada;
pub(super) mod europe;
pub(super) mod hong_kong;
pub(super) mod mexico;
