//! `cargo harness second-opinion`: what oasdiff says about the changes that we have rules for.

mod case;

use std::fs;
use std::path::{Path, PathBuf};

use artefacts::table::CONSOLIDATED;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, process, work_folder};
use serde_json::Value;

use crate::documents::Document;
pub use case::{Case, Opinion, cases};

/// The cases and the pinned tool, from `spec/`.
const FOLDER: &str = "../crates/harness/second-opinion";

/// The tool's package.
const TOOL: &str = "github.com/oasdiff/oasdiff";

/// What builds it, as its `go.mod` demands.
const GO: &str = "Go 1.26.8 or later from https://go.dev/dl";

/// Asks oasdiff about the changes in crates/harness/second-opinion/cases.
///
/// Each case changes the document. Where oasdiff and `cargo xtask diff` do not agree on whether that
/// breaks somebody, the case explains why. The exit code is 1 if a disagreement is not explained, or if
/// an explanation is no longer needed. Needs Go.
#[derive(Debug, clap::Args)]
pub struct SecondOpinion {
    /// Where to work; `target/second-opinion` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl SecondOpinion {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if the cases cannot be read or made, or if Go is missing or fails.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let folder = cli::path::below(spec, FOLDER);
        let cases = cases(&folder)?;
        let base = Document::read(spec, CONSOLIDATED)?.value;
        let out = work_folder(self.out.as_deref(), spec, "second-opinion");
        let tool = build(&folder, &out)?;
        let (mut explained, mut wrong) = (0, 0);
        for case in &cases {
            match case.compare(ask(&tool, case, &base, &out)?) {
                Ok(None) => {}
                Ok(Some(why)) => {
                    explained += 1;
                    terminal::status(true, "Explained", format!("{}: {why}", case.name));
                }
                Err(problem) => {
                    wrong += 1;
                    terminal::status(false, "disagrees", problem);
                }
            }
        }
        let alike = cases.len() - explained - wrong;
        let summary = format!(
            "{}: {alike} alike, {explained} explained, {wrong} to be settled",
            count(cases.len(), "case")
        );
        terminal::status(wrong == 0, "Compared", summary);
        Ok(Verdict::of(wrong == 0))
    }
}

/// Builds the pinned tool. Returns the path of the program.
fn build(folder: &Path, out: &Path) -> Result<PathBuf, Trouble> {
    fs::create_dir_all(out).map_err(|error| Trouble::at(out, error))?;
    let out = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let program = out.join("oasdiff");
    let to = program.to_string_lossy();
    process::need(&["go", "version"], GO, folder)?;
    process::run(&["go", "build", "-mod=readonly", "-o", &*to, TOOL], folder)?;
    Ok(program)
}

/// Asks the tool about a case.
fn ask(tool: &Path, case: &Case, base: &Value, out: &Path) -> Result<Opinion, Trouble> {
    let [old, new] = case.documents(base)?.map(|it| document::json(&it));
    disk::write(out, [("old.json", &*old), ("new.json", &*new)])?;
    let tool = tool.to_string_lossy();
    let options = ["changelog", "--format", "json", "--level", "WARN"];
    let argv = [&[&*tool], &options[..], &["old.json", "new.json"]].concat();
    let said = process::run(&argv, out)?;
    let changes: Value = serde_json::from_str(if said.trim().is_empty() { "[]" } else { &said })
        .map_err(|error| Trouble::new(format!("oasdiff: {}: {error}", case.name)))?;
    Ok(match changes.as_array() {
        Some(changes) if !changes.is_empty() => Opinion::Breaking,
        _ => Opinion::Compatible,
    })
}
