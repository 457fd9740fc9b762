//! The commands, one file each.

pub mod check;
pub mod confirm;
pub mod diff;
pub mod drift;
pub mod explain;
pub mod export;
pub mod lower;
pub mod package;
pub mod portal;
pub mod read;
pub mod release;
pub mod scaffold;
pub mod traffic;
pub mod translate;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;

use artefacts::{Built, Inputs};
use cli::{Trouble, disk};
use contract::catalogue::CATALOGUE;
use review::Finding;
use serde_json::Value;

/// The files below a folder, by path.
type Tree = BTreeMap<String, Vec<u8>>;

/// Reads the readings and the claims of every page.
pub(crate) fn inputs(spec: &Path) -> Result<Inputs, Trouble> {
    Ok(Inputs::load(spec, &CATALOGUE, cli::text::read)?)
}

/// Reads what people wrote and what is in `spec/`, and builds every file that should be there.
pub(crate) fn build(spec: &Path) -> Result<(Inputs, Built, Tree), Trouble> {
    let read = || Ok::<_, Trouble>((inputs(spec)?, disk::files(spec)?));
    let (draft, read) = artefacts::draft_while(&CATALOGUE, read);
    let (inputs, there) = read?;
    let built = artefacts::build(&CATALOGUE, draft, &inputs, &there).map_err(trouble)?;
    Ok((inputs, built, there))
}

/// Reads a document as people have it.
pub(crate) fn document(path: &Path) -> Result<Value, Trouble> {
    let fix = "write it with `cargo xtask export`";
    let wrong = |error: &dyn Display| Trouble::at(path, format_args!("{error}; {fix}"));
    let text = cli::text::read(path).map_err(|error| wrong(&error))?;
    serde_json::from_str(&text).map_err(|error| wrong(&error))
}

/// Findings that keep a command from running.
fn trouble(findings: Vec<Finding>) -> Trouble {
    let wrong = |finding: Finding| match finding.fix {
        Some(fix) => format!("{}; {fix}", finding.problem),
        None => finding.problem,
    };
    Trouble(findings.into_iter().map(wrong).collect())
}
