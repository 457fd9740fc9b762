//! `cargo xtask drift`: two captures of one page.

use std::path::{Path, PathBuf};

use claims::PageClaims;
use clap::ValueEnum;
use review::drift::{Class, Drift, drift};

use crate::terminal::count;
use crate::{Trouble, Verdict, terminal};

/// Says what changed between two captures of one page, and whom it breaks.
///
/// Both captures are read into claims, and the claims are compared without their lines: what only
/// moved is no drift. Each change is `breaking`, `compatible` or `wording`, by whether callers send
/// what it is about or read it. Exits with 1 if anything changed.
#[derive(Debug, clap::Args)]
pub struct DriftOf {
    /// The captured text of the page as it was.
    old: PathBuf,
    /// The captured text of the page as it is.
    new: PathBuf,
    /// The page's id, instead of the name of OLD without `.txt`.
    #[arg(long, value_name = "ID")]
    page: Option<String>,
    /// How to report what changed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: `{"page": …, "changes": […]}`.
    Json,
}

impl DriftOf {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Every place of the captures that cannot be read.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let stem = self.old.file_stem().unwrap_or_default().to_string_lossy();
        let page = self.page.as_deref().unwrap_or(&stem);
        let mut trouble = Trouble::default();
        let mut claims = |path| {
            read(path, page).unwrap_or_else(|in_the_way| {
                trouble.0.extend(in_the_way.0);
                PageClaims::default()
            })
        };
        let (old, new) = (claims(&self.old), claims(&self.new));
        let drift = trouble.or(drift(&old, &new))?;
        let agrees = drift.changes.is_empty();
        match self.format {
            Format::Json => anstream::print!("{}", review::drift::json(&drift)),
            Format::Text => {
                anstream::print!("{}", review::drift::text(&drift));
                let word = if agrees { "Agreed" } else { "Drifted" };
                terminal::status(agrees, word, summary(&drift, &old, &new));
            }
        }
        Ok(if agrees {
            Verdict::Agrees
        } else {
            Verdict::Disagrees
        })
    }
}

/// Reads one capture; its errors name the file, since both captures are of one page.
fn read(path: &Path, page: &str) -> Result<PageClaims, Trouble> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|error| {
        let fix = "give the captured text of the page, before and after";
        Trouble::new(format!("{shown}: {error}; {fix}"))
    })?;
    pages::read(page, &bytes).map_err(|errors| {
        let errors = errors.iter().map(|error| format!("{shown}: {error}"));
        Trouble(errors.collect())
    })
}

fn summary(drift: &Drift, old: &PageClaims, new: &PageClaims) -> String {
    let claims = match (old.claims.len(), new.claims.len()) {
        (was, is) if was == is => count(is, "claim"),
        (was, is) => format!("{was} claims before, {is} now"),
    };
    let classes = Class::ALL.map(|class| format!("{} {}", drift.count(class), class.as_str()));
    let changes = count(drift.changes.len(), "change");
    format!("{}: {claims}, {changes}: {}", new.page, classes.join(", "))
}
