//! `cargo xtask check`: three witnesses, the page, the code and the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use claims::PageClaims;
use clap::ValueEnum;
use contract::catalogue::{CATALOGUE, Catalogue};
use review::{Finding, Kind, Locator};
use serde_json::Value;

use super::read;
use crate::disk::{self, State};
use crate::outcome::outcome;
use crate::source::Sources;
use crate::terminal::count;
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
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For GitHub Actions: workflow commands that annotate lines.
    Github,
}

/// What was checked.
#[derive(Debug)]
pub struct Checked {
    /// What does not agree.
    pub findings: Vec<Finding>,
    /// What was compared, for the summary line.
    pub summary: String,
    /// What the findings are located in.
    pub inputs: Inputs,
}

impl Check {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let checked = check(spec, self.pages.as_deref(), &CATALOGUE)?;
        let Checked {
            findings, summary, ..
        } = &checked;
        let agrees = findings.is_empty();
        match self.format {
            Format::Sarif => anstream::print!("{}", checked.located(review::sarif::sarif)),
            Format::Github => anstream::print!("{}", checked.located(review::github::github)),
            Format::Json => anstream::print!("{}", review::render::json(findings)),
            Format::Text => {
                anstream::print!("{}", review::render::text(findings));
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
    let inputs = Inputs::load(spec, catalogue)?;
    let captured = pages
        .map(|folder| read::read(folder, catalogue, &inputs.readings))
        .transpose()?;
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
        "{} {}, {} of pages, {document_claims} of the document, {}, {}",
        count(inputs.claims.len(), "page"),
        if captured.is_some() {
            "as captured"
        } else {
            "as on file"
        },
        count(claims, "claim"),
        count(inputs.readings.all().len(), "reading"),
        count(findings.len(), "finding"),
    );
    Ok(Checked {
        findings,
        summary,
        inputs,
    })
}

impl Checked {
    /// The findings with their places in the repository.
    fn located(&self, render: fn(&[Finding], &Locator) -> String) -> String {
        let sources = Sources::of(&CATALOGUE);
        let source = |pointer: &str| sources.at(pointer);
        let pages = self.inputs.claims.iter().map(|file| &file.page);
        render(
            &self.findings,
            &Locator::new(pages, &self.inputs.readings, &source),
        )
    }
}

/// Files that are not what they should be: the contract and the file disagree.
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
        let finding = match state {
            State::Fresh => continue,
            State::Stale => stale(&due[&path], &there[&path]),
            State::Missing => Finding::new(
                Kind::MissingFile,
                "export writes this file, and it is not there",
            ),
            State::Orphaned => Finding::new(Kind::OrphanedFile, "nothing writes this file"),
        };
        findings.push(finding.in_file(&path).fixed_by("cargo xtask export"));
    }
    findings
}

/// Where a file first is not what the contract gives; in a JSON document, with the pointer.
fn stale(due: &str, there: &[u8]) -> Finding {
    let text = String::from_utf8_lossy(there);
    let mut lines = due.lines().zip(text.lines()).enumerate();
    let finding = |problem| Finding::new(Kind::StaleFile, problem);
    let Some((index, (line, found))) = lines.find(|(_, (due, found))| due != found) else {
        let (due, found) = (due.lines().count(), text.lines().count());
        return finding(format!("export writes {due} lines, the file has {found}"));
    };
    let (number, line, found) = (index + 1, line.trim(), found.trim());
    let finding = finding(format!(
        "line {number}: export writes `{line}`, the file has `{found}`"
    ));
    let documents = (serde_json::from_str(due), serde_json::from_slice(there));
    match documents {
        (Ok(due), Ok(found)) => match difference(&due, &found) {
            Some(pointer) => finding.at(&pointer),
            None => finding,
        },
        _ => finding,
    }
}

/// The JSON pointer (RFC 6901) to the first member in which two documents differ.
fn difference(one: &Value, other: &Value) -> Option<String> {
    let step = |token: &str, below: String| {
        format!("/{}{below}", token.replace('~', "~0").replace('/', "~1"))
    };
    match (one, other) {
        (Value::Object(members), Value::Object(others)) => {
            let within = members
                .iter()
                .find_map(|(name, member)| match others.get(name) {
                    Some(other) => difference(member, other).map(|below| step(name, below)),
                    None => Some(step(name, String::new())),
                });
            let extra = || others.keys().find(|name| !members.contains_key(*name));
            within.or_else(|| extra().map(|name| step(name, String::new())))
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            let mut items = items.iter().zip(others).enumerate();
            items.find_map(|(index, (item, other))| {
                difference(item, other).map(|below| step(&index.to_string(), below))
            })
        }
        _ => (one != other).then(String::new),
    }
}
