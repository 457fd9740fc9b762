//! `witness check`: the pages of a folder against its description.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use cli::description::Origins;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict};
use reports::{Locator, PageFile, Place};
use review::Finding;

use crate::rules::{TOOL, fixed};
use crate::trial::Trial;
use crate::{Folder, lines};

/// Checks a description against the pages that document it, in both directions.
///
/// What a page says and the description does not, or says otherwise, is a finding with the line of
/// the page. What the description says and no page does is one with the place in the description.
/// Where a difference is right, a reading in readings.toml says why. Titles, descriptions and examples
/// are not compared, nor is what no line of the pages speaks of; the output says what that is.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The folder with witness.toml.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
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

impl Check {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error for everything that is missing or cannot be read.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let folder = Folder::read(&self.folder)?;
        let file = shown(&folder.path);
        let pages: Vec<_> = folder.pages.iter().map(|page| &page.claims).collect();
        let mut trial = Trial::of(
            &pages,
            &folder.readings,
            &folder.description.document,
            &file,
        );
        let mut findings: Vec<Finding> = std::mem::take(&mut trial.findings);
        for page in folder.called() {
            review::divided(&mut findings, &page, &folder.readings);
        }
        let findings = findings
            .into_iter()
            .map(|it| fixed(placed(it, &folder.description.origins)));
        let findings: Vec<Finding> = findings.collect();
        let agrees = findings.is_empty();
        match self.format {
            Format::Json => terminal::print(reports::json(&findings)),
            Format::Sarif | Format::Github => {
                let lines = lines::of_findings(&findings);
                let line = |file: &str, pointer: &str| lines.get(&(file, pointer)).copied();
                let files = folder.pages.iter().map(|page| {
                    let (path, has_lines) = (shown(&page.path), !page.is_html);
                    (&*page.claims.page, PageFile { path, has_lines })
                });
                let locator = Locator::of_files(files, &folder.readings, &file, &line);
                terminal::print(if self.format == Format::Sarif {
                    reports::sarif::sarif(&findings, &[], &locator, &TOOL)
                } else {
                    reports::github::github(&findings, &[], &locator)
                });
            }
            Format::Text => {
                terminal::print(reports::text(&findings, &Place::of("")));
                Self::notes(&folder);
                for (silence, number) in &trial.silence {
                    terminal::detail("not compared", format!("{number} {silence}"));
                }
                let word = if agrees { "Agreed" } else { "Disagreed" };
                terminal::status(agrees, word, summary(&folder, &trial, findings.len()));
            }
        }
        Ok(Verdict::of(agrees))
    }

    /// What one must know of the pages to judge the findings.
    fn notes(folder: &Folder) {
        for page in &folder.pages {
            let (id, path) = (&page.claims.page, shown(&page.path));
            if page.unread() > 0 {
                let lines = count(page.unread(), "line");
                let see = format!("see `witness read --format lines {path}`");
                terminal::detail("not read", format!("{lines} of {id}; {see}"));
            }
            if page.is_html {
                let see = format!("are those of `witness read --format text {path}`");
                terminal::detail("note", format!("lines of {id} {see}"));
            }
        }
    }
}

/// A finding at the place in the files of the description that it is about.
fn placed(mut finding: Finding, origins: &Origins) -> Finding {
    let origin = finding.pointer.as_deref().and_then(|it| origins.of(it));
    if let Some((file, pointer)) = origin {
        finding.file = Some(shown(file));
        finding.pointer = Some(pointer);
    }
    finding
}

/// A path as reports write it: with `/`, and without `./`.
fn shown(path: &Path) -> String {
    let parts = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    let parts: Vec<_> = parts.filter(|part| part != ".").collect();
    parts.join("/").replacen("//", "/", 1)
}

/// What was compared.
fn summary(folder: &Folder, trial: &Trial, findings: usize) -> String {
    let claims = folder.pages.iter().map(|page| page.claims.claims.len());
    format!(
        "{}, {} shared, {} of pages, {} of the description, {}, {}",
        count(folder.pages.len(), "page"),
        count(trial.shared, "operation"),
        count(claims.sum(), "claim"),
        trial.claims,
        count(folder.readings.all().len(), "reading"),
        count(findings, "finding"),
    )
}
