//! What a command is given: the readings and the claims of every page in the catalogue.

use std::path::Path;

use claims::csv::ClaimsFile;
use cli::{READINGS, Trouble};
use contract::catalogue::Catalogue;
use review::Readings;

/// What people wrote or reviewed: readings, and claims in the catalogue's order of pages.
#[derive(Debug)]
pub struct Inputs {
    /// `spec/readings.toml`.
    pub readings: Readings,
    /// `spec/claims/*.csv`.
    pub claims: Vec<ClaimsFile>,
}

impl Inputs {
    /// Reads them from `spec/`.
    ///
    /// # Errors
    ///
    /// Every file that is missing or malformed, with line and column.
    pub fn load(spec: &Path, catalogue: &Catalogue) -> Result<Self, Trouble> {
        let mut trouble = Trouble::default();
        let readings = readings(spec).unwrap_or_else(|in_the_way| {
            trouble.0.extend(in_the_way.0);
            Readings::default()
        });
        let mut claims = Vec::new();
        for provider in catalogue.providers {
            match claims_file(spec, provider.id) {
                Ok(file) => claims.push(file),
                Err(in_the_way) => trouble.0.extend(in_the_way.0),
            }
        }
        trouble.or(Self { readings, claims })
    }
}

/// The path of a page's claims below `spec/`.
#[must_use]
pub(crate) fn claims_path(page: &str) -> String {
    format!("claims/{page}.csv")
}

/// Reads `spec/readings.toml`.
///
/// # Errors
///
/// Why it cannot be read, with line and column.
pub(crate) fn readings(spec: &Path) -> Result<Readings, Trouble> {
    let path = spec.join(READINGS);
    let text = read_text(&path, "")?;
    Readings::parse(&text).map_err(|errors| {
        Trouble(
            errors
                .iter()
                .map(|error| format!("{}: {error}", path.display()))
                .collect(),
        )
    })
}

/// Reads the claims of one page.
///
/// # Errors
///
/// Why it cannot be read, with line and column.
pub(crate) fn claims_file(spec: &Path, page: &str) -> Result<ClaimsFile, Trouble> {
    const FIX: &str = "; write it with `cargo xtask read --pages DIR`";
    let path = spec.join(claims_path(page));
    let text = read_text(&path, FIX)?;
    claims::csv::parse(page, &text).map_err(|errors| {
        Trouble(
            errors
                .iter()
                .map(|error| format!("{}: {error}{FIX}", path.display()))
                .collect(),
        )
    })
}

fn read_text(path: &Path, fix: &str) -> Result<String, Trouble> {
    let text = cli::text::read(path);
    text.map_err(|error| Trouble::new(format!("{}: {error}{fix}", path.display())))
}
