//! What people wrote or reviewed: the readings, and the claims of every page of the catalogue.

use std::io;
use std::path::Path;

use claims::anchors::Anchor;
use claims::csv::ClaimsFile;
use contract::catalogue::{Catalogue, Provider};
use review::classes::Classes;
use review::{Case, Cases, Readings};
use serde_json::Value;

use crate::table::{ANCHORS, CLASSES, READINGS};

/// Reads a file of text; the caller has the disk.
pub type Read = fn(&Path) -> io::Result<String>;

/// The readings, and the claims in the catalogue's order of pages.
#[derive(Debug)]
pub struct Inputs {
    /// `spec/readings.toml`.
    pub readings: Readings,
    /// `spec/claims/*.csv`.
    pub claims: Vec<ClaimsFile>,
    /// `spec/anchors.csv`; none before the first export.
    pub anchors: Vec<Anchor>,
    /// `spec/classes.toml`; none where it is not there.
    pub classes: Classes,
}

impl Inputs {
    /// Reads them from `spec/`.
    ///
    /// # Errors
    ///
    /// Returns an error for every file that is missing or malformed, with line and column.
    pub fn load(spec: &Path, catalogue: &Catalogue, read: Read) -> Result<Self, Vec<String>> {
        let mut errors = Vec::new();
        let readings = readings(spec, read).unwrap_or_else(|wrong| {
            errors.extend(wrong);
            Readings::default()
        });
        let mut claims = Vec::new();
        for provider in catalogue.providers {
            match page_claims(spec, provider.id, read) {
                Ok(file) => claims.push(file),
                Err(wrong) => errors.extend(wrong),
            }
        }
        let anchors = optional(&spec.join(ANCHORS), read, claims::anchors::parse);
        let classes = optional(&spec.join(CLASSES), read, Classes::parse);
        let anchors = anchors
            .map_err(|wrong| errors.extend(wrong))
            .unwrap_or_default();
        let classes = classes
            .map_err(|wrong| errors.extend(wrong))
            .unwrap_or_default();
        if errors.is_empty() {
            Ok(Self {
                readings,
                claims,
                anchors,
                classes,
            })
        } else {
            Err(errors)
        }
    }
}

impl Inputs {
    /// Puts the pages of the catalogue on trial. `document` gives the document of a page, and
    /// `consolidated` is the one of all pages.
    pub fn cases<'c>(
        &'c self,
        catalogue: &'c Catalogue,
        document: impl Fn(&str) -> &'c Value,
        consolidated: &'c Value,
    ) -> Cases<'c> {
        let case = |provider: &'c Provider| {
            let mut files = self.claims.iter().map(|file| &file.page);
            let page = files.find(|page| page.page == provider.id)?;
            let case = Case::of(page, &self.readings, document(provider.id));
            Some(case.named(provider.group, provider.title))
        };
        let pages = catalogue.providers.iter().filter_map(case).collect();
        Cases::of(pages, &self.readings, consolidated).classed(&self.classes)
    }
}

/// The path of a page's claims below `spec/`.
#[must_use]
pub fn claims_path(page: &str) -> String {
    format!("claims/{page}.csv")
}

/// The path of the lines of a page's capture below `spec/`.
#[must_use]
pub fn lines_path(page: &str) -> String {
    format!("claims/{page}.lines.csv")
}

/// Reads `spec/readings.toml`.
///
/// # Errors
///
/// Returns an error if the file is missing or malformed, with line and column.
pub fn readings(spec: &Path, read: Read) -> Result<Readings, Vec<String>> {
    let path = spec.join(READINGS);
    let text = text(&path, "", read)?;
    Readings::parse(&text).map_err(|errors| placed(&path, &errors, ""))
}

/// Reads a file, if it is there.
fn optional<T: Default, E: ToString>(
    path: &Path,
    read: Read,
    parse: impl Fn(&str) -> Result<T, Vec<E>>,
) -> Result<T, Vec<String>> {
    match read(path) {
        Ok(text) => parse(&text).map_err(|errors| placed(path, &errors, "")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(T::default()),
        Err(error) => Err(placed(path, &[error], "")),
    }
}

/// Reads the claims of one page and the lines of its capture.
///
/// # Errors
///
/// Returns an error for each of the two files that is missing or malformed, with line and column.
pub fn page_claims(spec: &Path, page: &str, read: Read) -> Result<ClaimsFile, Vec<String>> {
    const FIX: &str = "; write it with `cargo xtask read --pages DIR`";
    let path = spec.join(claims_path(page));
    let lines = spec.join(lines_path(page));
    let file = text(&path, FIX, read).and_then(|text| {
        claims::csv::parse(page, &text).map_err(|errors| placed(&path, &errors, FIX))
    });
    match (file, text(&lines, FIX, read)) {
        (Ok(file), Ok(text)) => {
            let file = file.with_lines(&text);
            file.map_err(|errors| placed(&lines, &errors, FIX))
        }
        (file, text) => Err([file.err(), text.err()]
            .into_iter()
            .flatten()
            .flatten()
            .collect()),
    }
}

fn text(path: &Path, fix: &str, read: Read) -> Result<String, Vec<String>> {
    read(path).map_err(|error| placed(path, &[error], fix))
}

fn placed(path: &Path, errors: &[impl ToString], fix: &str) -> Vec<String> {
    let errors = errors.iter().map(ToString::to_string);
    errors
        .map(|error| format!("{}: {error}{fix}", path.display()))
        .collect()
}
