//! `cargo xtask read`: captured pages into `spec/claims/`.

use std::path::{Path, PathBuf};

use claims::PageClaims;
use contract::catalogue::{CATALOGUE, Catalogue};
use review::Readings;

use artefacts::inputs::{claims_path, lines_path, readings};
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
    /// Returns an error with the line for every page that cannot be read.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let _turn = if self.check {
            None
        } else {
            Some(disk::turn(spec)?)
        };
        let pages = read(&self.pages, &CATALOGUE, &readings(spec, cli::text::read)?)?;
        let there = disk::files(spec)?;
        let mut changed = Vec::new();
        for page in &pages {
            let path = claims_path(&page.page);
            let files = [
                (path.clone(), claims::csv::render(page)),
                (lines_path(&page.page), claims::lines::render(&page.capture)),
            ];
            let is_there = |(path, text): &(String, String)| {
                let found = there.get(path);
                found.is_some_and(|found| found == text.as_bytes())
            };
            let fresh = files.iter().all(is_there);
            let word = match (fresh, self.check, there.contains_key(&path)) {
                (true, _, _) => "Fresh",
                (false, true, true) => "Stale",
                (false, true, false) => "Missing",
                (false, false, _) => "Read",
            };
            let lines = page.capture.lines.len();
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
                changed.extend(files);
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
/// Returns an error for every page that is missing or cannot be read, with the line, and for every
/// capture that ends in the middle of something, unless a reading says that the page ends there.
pub fn read(
    folder: &Path,
    catalogue: &Catalogue,
    readings: &Readings,
) -> Result<Vec<PageClaims>, Trouble> {
    let path = |page: &str| folder.join(format!("{page}.txt"));
    let mut pages = catalogue.providers.iter().map(|it| path(it.id));
    if !pages.any(|page| page.exists()) {
        let found = if folder.is_dir() {
            "no PAGE.txt in it"
        } else {
            "none"
        };
        return Err(Trouble::new(format!(
            "{}: expected a folder of captured pages, but found {found} instead; give it with --pages",
            folder.display()
        )));
    }
    let mut trouble = Trouble::default();
    let mut read = Vec::new();
    let progress = terminal::progress(catalogue.providers.len(), "Reading");
    for provider in catalogue.providers {
        let path = path(provider.id);
        let bytes = std::fs::read(&path).map_err(|error| {
            let fix = "capture it, or give the folder that holds it with --pages";
            Trouble::at(&path, format_args!("{error}; {fix}"))
        });
        let Some(bytes) = trouble.take(bytes) else {
            continue;
        };
        let bytes = claims::text::unmarked(&bytes).map_err(|error| Trouble::at(&path, error));
        let Some(bytes) = trouble.take(bytes) else {
            continue;
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
pub(super) fn fix(folder: &Path) -> String {
    format!("cargo xtask read --pages {}", folder.display())
}
