//! `cargo xtask check`: three witnesses, the page, the code and the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use claims::PageClaims;
use clap::ValueEnum;
use contract::catalogue::{CATALOGUE, Catalogue};
use review::Finding;

use super::{export, read};
use crate::disk::{self, State};
use crate::outcome::outcome;
use crate::{Inputs, Trouble, Verdict, terminal};

/// Checks that pages, contract and spec/ say the same.
///
/// The claims of each page under the readings must be the claims of its document, exactly and in
/// both directions. Every document must be valid OpenAPI 3.1 with references that resolve and
/// examples that fit, and every file in spec/ must be what the contract gives.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The folder of the captured pages, to check the claims on file as well.
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,
    /// How to report what does not agree.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: `{"findings": […]}`.
    Json,
}

/// What was checked.
#[derive(Debug)]
pub struct Checked {
    /// What does not agree.
    pub findings: Vec<Finding>,
    /// What was compared, for the summary line.
    pub summary: String,
}

impl Check {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let Checked { findings, summary } = check(spec, self.pages.as_deref(), &CATALOGUE)?;
        let agrees = findings.is_empty();
        match self.format {
            Format::Json => anstream::print!("{}", review::render::json(&findings)),
            Format::Text => {
                anstream::print!("{}", review::render::text(&findings));
                let word = if agrees { "Agreed" } else { "Disagreed" };
                terminal::status(agrees, word, summary);
            }
        }
        Ok(if agrees {
            Verdict::Agrees
        } else {
            Verdict::Disagrees
        })
    }
}

/// Checks a `spec/` folder, with `pages` the claims on file as well.
///
/// # Errors
///
/// Every file that cannot be read.
pub fn check(spec: &Path, pages: Option<&Path>, catalogue: &Catalogue) -> Result<Checked, Trouble> {
    let inputs = Inputs::load(spec, catalogue);
    let captured = match (&inputs, pages) {
        (Ok(inputs), Some(folder)) => read::read(folder, catalogue, &inputs.readings).map(Some),
        _ => Ok(None),
    };
    let inputs = inputs?;
    let captured = captured?;
    let there = disk::files(spec)?;
    let mut findings = Vec::new();
    if let Some(captured) = &captured {
        let on_file: Vec<&PageClaims> = inputs.claims.iter().map(|file| &file.page).collect();
        findings.extend(read::compare(captured, &on_file));
    }
    let mut document_claims = 0;
    match outcome(catalogue, &inputs.readings, &inputs.claims) {
        Ok(outcome) => {
            document_claims = outcome.document_claims;
            findings.extend(outcome.findings);
            findings.extend(files(&outcome.files, &there, catalogue));
        }
        Err(contradictions) => findings.extend(contradictions),
    }
    let claims: usize = inputs
        .claims
        .iter()
        .map(|file| file.page.claims.len())
        .sum();
    let summary = format!(
        "{} pages{}, {claims} claims of pages, {document_claims} claims of the document, {} \
         readings, {} findings",
        inputs.claims.len(),
        if captured.is_some() {
            " as captured"
        } else {
            " as on file"
        },
        inputs.readings.all().len(),
        findings.len()
    );
    Ok(Checked { findings, summary })
}

/// Files that are not what they should be.
#[must_use]
pub fn files(
    due: &BTreeMap<String, String>,
    there: &BTreeMap<String, Vec<u8>>,
    catalogue: &Catalogue,
) -> Vec<Finding> {
    let pages: Vec<&str> = catalogue
        .providers
        .iter()
        .map(|provider| provider.id)
        .collect();
    let mut findings = Vec::new();
    for (path, state) in disk::compare(due, there, &pages) {
        let Some(kind) = export::kind(state) else {
            continue;
        };
        let problem = match state {
            State::Stale => difference(&due[&path], &there[&path]),
            State::Missing => "the contract gives this file, and it is not there".to_owned(),
            State::Orphaned | State::Fresh => "nothing writes this file".to_owned(),
        };
        findings.push(
            Finding::new(kind, problem)
                .in_file(&path)
                .fixed_by("cargo xtask export"),
        );
    }
    findings
}

/// The first line in which a file is not what it should be.
fn difference(due: &str, there: &[u8]) -> String {
    let there = String::from_utf8_lossy(there);
    let mut lines = due.lines().zip(there.lines()).enumerate();
    match lines.find(|(_, (due, found))| due != found) {
        Some((index, (due, found))) => format!(
            "line {}: the contract gives `{}`, the file has `{}`",
            index + 1,
            due.trim(),
            found.trim()
        ),
        None => format!(
            "the contract gives {} lines, the file has {}",
            due.lines().count(),
            there.lines().count()
        ),
    }
}
