//! `cargo xtask check`: three witnesses, the page, the code and the file.

mod stale;

use std::path::{Path, PathBuf};

use claims::PageClaims;
use clap::ValueEnum;
use contract::catalogue::{CATALOGUE, Catalogue};
use review::{Contradiction, Finding, Kind, Locator};

use super::read;
use crate::outcome::outcome;
use crate::releases::Releases;
use crate::source::Sources;
use crate::{Inputs, repository};
use cli::disk;
use cli::terminal::count;
use cli::{Trouble, Verdict, terminal};
pub use stale::files;

/// Checks that pages, contract and spec/ say the same.
///
/// The claims of each page under the readings must be the claims of its document, exactly and in
/// both directions. Every document must be valid OpenAPI 3.1 with references that resolve and
/// examples that fit, and every file in spec/ must be what the contract gives. Releases must be what
/// was released, and a document that differs from the newest one must carry a version that says so.
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
    /// For code scanning: SARIF 2.1.0, with paths from the root of the git repository.
    Sarif,
    /// For GitHub Actions: workflow commands that annotate lines, with the same paths.
    Github,
}

/// What was checked.
#[derive(Debug)]
pub struct Checked {
    /// What does not agree.
    pub findings: Vec<Finding>,
    /// Where the sources contradict each other or themselves, which fails no check.
    pub contradictions: Vec<Contradiction>,
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
            Format::Sarif => terminal::print(checked.located(spec, review::sarif::sarif)),
            Format::Github => terminal::print(checked.located(spec, review::github::github)),
            Format::Json => terminal::print(review::render::json(findings)),
            Format::Text => {
                terminal::print(review::render::text(findings));
                let word = if agrees { "Agreed" } else { "Disagreed" };
                terminal::status(agrees, word, summary);
            }
        }
        Ok(Verdict::of(agrees))
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
    if let (Some(captured), Some(pages)) = (&captured, pages) {
        let on_file: Vec<&PageClaims> = inputs.claims.iter().map(|file| &file.page).collect();
        findings.extend(read::compare(captured, &on_file, pages));
    }
    let mut document_claims = 0;
    let mut contradictions = Vec::new();
    match outcome(catalogue, &inputs.readings, &inputs.claims) {
        Ok(outcome) => {
            document_claims = outcome.document_claims;
            let releases = Releases::of(&there);
            findings.extend(releases.findings(&outcome.documents.consolidated));
            findings.extend(outcome.findings);
            contradictions = outcome.contradictions;
            let files = files(&outcome.files, &there, catalogue);
            let disagrees = findings.iter().any(Finding::is_of_a_claim);
            findings.extend(files.into_iter().filter(|it| !(disagrees && follows(it))));
            let document = |path: &str| outcome.files.get(path).map(String::as_str);
            findings.extend(crate::generate::stale(spec, document));
        }
        Err(errors) => findings.extend(errors),
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
        contradictions,
        summary,
        inputs,
    })
}

/// Findings and contradictions, with their places, as text.
type Located = fn(&[Finding], &[Contradiction], &Locator) -> String;

impl Checked {
    /// The findings with their places in the repository.
    fn located(&self, spec: &Path, render: Located) -> String {
        let sources = Sources::of(&CATALOGUE);
        let source = |pointer: &str| sources.at(pointer);
        let pages = self.inputs.claims.iter().map(|file| &file.page);
        render(
            &self.findings,
            &self.contradictions,
            &Locator::new(pages, &self.inputs.readings, &source).at(repository::place(spec)),
        )
    }
}

/// Whether it is that a report is not up to date: where a claim disagrees, that follows.
fn follows(finding: &Finding) -> bool {
    let report = |file: &String| file.starts_with("reports/") || file.starts_with("overlays/");
    finding.kind == Kind::StaleFile && finding.file.as_ref().is_some_and(report)
}
