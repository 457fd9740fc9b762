//! `cargo xtask read`: captured pages into `spec/claims/`.

use std::path::{Path, PathBuf};

use claims::{Aspect, Claim, PageClaims};
use contract::catalogue::{CATALOGUE, Catalogue};
use review::{Finding, Kind, Readings};

use crate::inputs::{claims_path, readings};
use crate::{Trouble, Verdict, disk, terminal};

/// Reads the captured pages into spec/claims/*.csv.
///
/// A page is the file `DIR/PAGE.txt`, named by its id. Nothing is written unless every page can be read to its
/// last line.
#[derive(Debug, clap::Args)]
pub struct Read {
    /// The folder of the captured pages.
    #[arg(long, value_name = "DIR")]
    pages: PathBuf,
    /// Write nothing; exit with 1 if the claims on file are not what the pages say.
    #[arg(long)]
    check: bool,
}

impl Read {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Every page that cannot be read, with line.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let pages = read(&self.pages, &CATALOGUE, &readings(spec)?)?;
        let there = disk::files(spec)?;
        let mut changed = Vec::new();
        for page in &pages {
            let path = claims_path(&page.page);
            let text = claims::csv::render(page);
            let fresh = there
                .get(&path)
                .is_some_and(|found| found == text.as_bytes());
            let word = match (fresh, self.check, there.contains_key(&path)) {
                (true, _, _) => "Fresh",
                (false, true, true) => "Stale",
                (false, true, false) => "Missing",
                (false, false, _) => "Read",
            };
            let lines: u32 = page.capture.lines.values().sum();
            let (read, claims) = (page.capture.lines_read(), page.claims.len());
            terminal::status(
                fresh || !self.check,
                word,
                format!(
                    "{}: {claims} claims from {read} of {lines} lines",
                    spec.join(&path).display()
                ),
            );
            if !fresh {
                changed.push((path, text));
            }
        }
        if self.check && !changed.is_empty() {
            terminal::status(false, "fix", "cargo xtask read --pages DIR");
            return Ok(Verdict::Disagrees);
        }
        if !self.check {
            disk::write(
                spec,
                changed
                    .iter()
                    .map(|(path, text)| (path.as_str(), text.as_str())),
            )?;
        }
        Ok(Verdict::Agrees)
    }
}

/// Reads every page of the catalogue from a folder of captures.
///
/// # Errors
///
/// Every page that is missing or cannot be read, with line; and every capture that ends in the
/// middle of something, unless a reading says that the page ends there.
pub fn read(
    folder: &Path,
    catalogue: &Catalogue,
    readings: &Readings,
) -> Result<Vec<PageClaims>, Trouble> {
    if !folder.is_dir() {
        return Err(Trouble::new(format!(
            "{}: expected a folder of captured pages, but found none instead; give it with --pages",
            folder.display()
        )));
    }
    let mut trouble = Trouble::default();
    let mut read = Vec::new();
    let progress = terminal::progress(catalogue.providers.len(), "Reading");
    for provider in catalogue.providers {
        let path = folder.join(format!("{}.txt", provider.id));
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let fix = "capture it, or give the folder that holds it with --pages";
                trouble
                    .0
                    .push(format!("{}: {error}; {fix}", path.display()));
                continue;
            }
        };
        match pages::read(provider.id, &bytes) {
            Ok(page) => {
                trouble.0.extend(cut(&page, readings));
                read.push(page);
            }
            Err(errors) => trouble.0.extend(errors.iter().map(ToString::to_string)),
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    trouble.or(read)
}

/// Where a capture ends in the middle of something, which no reading knows.
fn cut(page: &PageClaims, readings: &Readings) -> Option<String> {
    let cut = page
        .claims
        .iter()
        .find(|stated| stated.claim.aspect == Aspect::Cut)?;
    let known = readings
        .about(&page.page)
        .any(|(_, reading)| reading.covers(&cut.claim, true).is_some());
    let Claim {
        operation,
        place,
        name,
        value,
        ..
    } = &cut.claim;
    let within = [operation, place, name].map(|part| &**part).join(" ");
    (!known).then(|| {
        format!(
            "expected more of `{}`, but found the end of the page instead ({}, {value}); capture \
             the page whole, or record in spec/readings.toml, as an omit, that it ends there",
            within.trim(),
            page.page
        )
    })
}

/// What captured pages say and the claims on file do not, and the other way round.
#[must_use]
pub fn compare(pages: &[PageClaims], on_file: &[&PageClaims]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in pages {
        let file = claims_path(&page.page);
        let finding = |line: Option<u32>, problem: String| {
            Finding::new(Kind::StaleClaims, problem)
                .on(&page.page, line)
                .in_file(&file)
                .fixed_by("cargo xtask read --pages DIR")
        };
        let Some(known) = on_file.iter().find(|known| known.page == page.page) else {
            continue;
        };
        let before = findings.len();
        for stated in page
            .claims
            .iter()
            .filter(|stated| known.claims.binary_search(stated).is_err())
        {
            let problem = format!(
                "the page says `{}`, the claims on file do not",
                stated.claim
            );
            findings.push(finding(Some(stated.line), problem));
        }
        for stated in known
            .claims
            .iter()
            .filter(|stated| page.claims.binary_search(stated).is_err())
        {
            let problem = format!(
                "the claims on file say `{}`, the page does not",
                stated.claim
            );
            findings.push(finding(Some(stated.line), problem));
        }
        if findings.len() == before && page.capture != known.capture {
            let problem = "the capture is another one, though it makes the same claims".to_owned();
            findings.push(finding(None, problem));
        }
    }
    findings
}
