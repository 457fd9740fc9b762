//! The documentation portal: a static site, made of the documents and the evidence for them.
//!
//! Everything here is a function of its input: no disk, no clock, no network. What Node.js gives,
//! the samples and the bundle of Redoc, comes in as text.

mod assets;
mod error;
mod facts;
mod field;
mod files;
mod group;
mod input;
mod ledger;
mod llms;
mod operation;
mod page;
mod picture;
mod prefill;
mod recorded;
mod redoc;
mod render;
mod request;
mod samples;
mod sandbox;
mod search;
mod site;
mod twin;
mod words;

use std::collections::BTreeMap;

pub use error::Problem;
pub use input::Input;
pub use prefill::Prefill;
pub use recorded::{OfOperation, Recorded};
pub use redoc::offline;
pub use request::{Har, requests};
pub use samples::{LANGUAGES, Language, Samples};

/// Every file of the site, by its path from the root with `/` between folders.
///
/// # Errors
///
/// Returns an error for every place where the input contradicts itself.
pub fn site(input: &Input) -> Result<BTreeMap<String, String>, Vec<Problem>> {
    Ok(render::render(&site::Site::of(input)?))
}
