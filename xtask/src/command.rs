//! The commands, one file each.

pub mod check;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod export;
pub mod lower;
pub mod portal;
pub mod read;
pub mod release;

use std::collections::BTreeMap;
use std::path::Path;

use artefacts::releases::Releases;
use artefacts::{Built, Inputs};
use cli::Trouble;
use contract::catalogue::CATALOGUE;
use review::Finding;

/// Reads the readings and the claims of every page.
pub(crate) fn inputs(spec: &Path) -> Result<Inputs, Trouble> {
    Ok(Inputs::load(spec, &CATALOGUE, cli::text::read)?)
}

/// Builds every file of `spec/` from the inputs and the releases among the files that are there.
pub(crate) fn build(inputs: &Inputs, there: &BTreeMap<String, Vec<u8>>) -> Result<Built, Trouble> {
    let wrong = |finding: &Finding| match &finding.fix {
        Some(fix) => format!("{}; {fix}", finding.problem),
        None => finding.problem.clone(),
    };
    artefacts::build(&CATALOGUE, inputs, &Releases::of(there))
        .map_err(|findings| Trouble(findings.iter().map(wrong).collect()))
}
