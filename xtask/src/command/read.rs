//! `cargo xtask read`: captured pages into `spec/claims/`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use claims::{Claim, Digest, PageClaim, PageClaims};
use contract::catalogue::{CATALOGUE, Catalogue};
use review::{Finding, Kind, Readings};

use crate::inputs::{claims_path, readings};
use cli::{Trouble, Verdict, disk, terminal};

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
        let _turn = if self.check {
            None
        } else {
            Some(disk::turn(spec)?)
        };
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
            terminal::status(false, "fix", fix(&self.pages));
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
        let bytes = match claims::text::unmarked(&bytes) {
            Ok(bytes) => bytes,
            Err(error) => {
                trouble.0.push(format!("{}: {error}", path.display()));
                continue;
            }
        };
        match pages::read(provider.id, bytes) {
            Ok(page) => {
                let end = review::open_end(&page, readings);
                trouble.0.extend(end.map(|end| end.to_string()));
                read.push(page);
            }
            Err(errors) => trouble.0.extend(errors.iter().map(ToString::to_string)),
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    trouble.or(read)
}

/// The command that writes the claims of a folder of captures.
fn fix(folder: &Path) -> String {
    format!("cargo xtask read --pages {}", folder.display())
}

/// What captured pages say and the claims on file do not, and the other way round.
///
/// Claims count, not the lines that they stand on: claims that only moved are one finding.
#[must_use]
pub fn compare(pages: &[PageClaims], on_file: &[&PageClaims], folder: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in pages {
        let Some(known) = on_file.iter().find(|known| known.page == page.page) else {
            continue;
        };
        if page == *known {
            continue;
        }
        let file = claims_path(&page.page);
        let finding = |lines: &[u32], problem: String| {
            Finding::new(Kind::StaleClaims, problem)
                .on(&page.page, lines.iter().copied())
                .in_file(&file)
                .fixed_by(fix(folder))
        };
        let before = findings.len();
        let mut gone = without(known, page);
        for stated in without(page, known) {
            let claim = &stated.claim;
            let was = gone.iter().position(|gone| gone.claim == *claim);
            let problem = match was.map(|index| gone.remove(index)) {
                Some(_) => format!("the page words `{claim}` otherwise than the claims on file"),
                None => format!("the page says `{claim}`, the claims on file do not"),
            };
            findings.push(finding(&[stated.line], problem));
        }
        for stated in gone {
            let claim = &stated.claim;
            let problem = format!("the claims on file say `{claim}`, the page does not");
            findings.push(finding(&[stated.line], problem));
        }
        if findings.len() == before {
            let problem = if page.claims == known.claims {
                "the capture is another one, though it makes the same claims"
            } else {
                "the same claims stand on other lines"
            };
            findings.push(finding(&[], problem.to_owned()));
        }
    }
    findings
}

/// The claims that one page makes more often than another, in the order of their lines.
fn without<'p>(page: &'p PageClaims, other: &PageClaims) -> Vec<&'p PageClaim> {
    let mut others: BTreeMap<(&Claim, &Option<Digest>), usize> = BTreeMap::new();
    for stated in &other.claims {
        *others.entry((&stated.claim, &stated.digest)).or_default() += 1;
    }
    let mut rest = Vec::new();
    for stated in &page.claims {
        match others.get_mut(&(&stated.claim, &stated.digest)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => rest.push(stated),
        }
    }
    rest
}
