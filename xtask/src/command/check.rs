//! `cargo xtask check`: three witnesses, the page, the code and the file.

use std::path::{Path, PathBuf};

use artefacts::{CLIENT, Checked, Declared, Files, Inputs, LISTED, TOOL};
use clap::ValueEnum;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, text};
use contract::catalogue::{CATALOGUE, Catalogue};
use reports::Locator;
use review::{Contradiction, Finding};

use super::{inputs, read};
use crate::repository;

/// Checks that pages, contract and spec/ say the same.
///
/// The claims of each page under the readings must be the claims of its document, exactly and in
/// both directions. Every document must be valid OpenAPI 3.1 with references that resolve and
/// examples that fit, and every file in spec/ must be what the contract gives. Releases must be what
/// was released.
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

impl Check {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let (inputs, checked) = check(spec, self.pages.as_deref(), &CATALOGUE)?;
        let findings = &checked.findings;
        let agrees = findings.is_empty();
        let located = |render: Located| {
            let declared = Declared::of(&CATALOGUE);
            let source = |pointer: &str| declared.at(pointer);
            let pages = inputs.claims.iter().map(|file| &file.page);
            let locator = Locator::new(pages, &inputs.readings, &source, LISTED);
            render(
                findings,
                &checked.contradictions,
                &locator.at(repository::place(spec)),
            )
        };
        match self.format {
            Format::Sarif => terminal::print(located(|findings, contradictions, locator| {
                reports::sarif::sarif(findings, contradictions, locator, &TOOL)
            })),
            Format::Github => terminal::print(located(reports::github::github)),
            Format::Json => terminal::print(reports::json(findings)),
            Format::Text => {
                terminal::print(reports::text(findings, &reports::Place::default()));
                let word = if agrees { "Agreed" } else { "Disagreed" };
                terminal::status(agrees, word, self.summary(&inputs, &checked));
            }
        }
        Ok(Verdict::of(agrees))
    }

    /// What was compared.
    fn summary(&self, inputs: &Inputs, checked: &Checked) -> String {
        let claims = inputs.claims.iter().map(|file| file.page.claims.len());
        format!(
            "{} {}, {} of pages, {} of the document, {}, {}",
            count(inputs.claims.len(), "page"),
            if self.pages.is_some() {
                "as captured"
            } else {
                "as on file"
            },
            count(claims.sum(), "claim"),
            checked.document_claims,
            count(inputs.readings.all().len(), "reading"),
            count(checked.findings.len(), "finding"),
        )
    }
}

/// Findings and contradictions, with their places, as text.
type Located = fn(&[Finding], &[Contradiction], &Locator) -> String;

/// Checks a `spec/` folder by what people wrote there; with `pages`, also that the claims on file are
/// those of the captures.
///
/// # Errors
///
/// Returns an error for every file that cannot be read.
pub fn check(
    spec: &Path,
    pages: Option<&Path>,
    catalogue: &Catalogue,
) -> Result<(Inputs, Checked), Trouble> {
    let read = || {
        let inputs = inputs(spec)?;
        let captured = pages.map(|folder| read::read(folder, catalogue, &inputs.readings));
        Ok::<_, Trouble>((inputs, captured.transpose()?, disk::files(spec)?))
    };
    let (draft, read) = artefacts::draft_while(catalogue, read);
    let (inputs, captured, there) = read?;
    let fix = pages.map(read::fix);
    let client = text::read(&spec.join(CLIENT)).ok();
    let files = Files {
        captured: captured.as_deref().zip(fix.as_deref()),
        spec: &there,
        client: client.as_deref(),
    };
    let checked = artefacts::check(catalogue, draft, &inputs, &files);
    Ok((inputs, checked))
}
