//! `witness drift`: two captures of one page.

use std::collections::BTreeSet;
use std::path::PathBuf;

use changes::drift::{Capture, Format, drift, report};
use claims::Digest;
use cli::{Trouble, Verdict, terminal};
use pages::Rule;

use crate::Page;
use crate::folder::readings_in;

/// Says what changed between two captures of one page, and what that breaks.
///
/// Both captures are read into claims, and the claims are compared without their lines: what only
/// moved is no drift. Exits with 1 if there is any change, of whatever class.
#[derive(Debug, clap::Args)]
pub struct DriftOf {
    /// The page as it was.
    old: PathBuf,
    /// The page as it is.
    new: PathBuf,
    /// The layout, by name or as a layout file; without it, it is found.
    #[arg(long, value_name = "LAYOUT")]
    layout: Option<String>,
    /// Readings that bind what the page lost.
    #[arg(long, value_name = "FILE")]
    readings: Option<PathBuf>,
    /// The page's id in the readings, instead of the name of OLD.
    #[arg(long, value_name = "ID")]
    page: Option<String>,
    /// How to report what changed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl DriftOf {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error for every place of the captures that cannot be read, and if they have
    /// different layouts.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let id = self.page.clone().unwrap_or_else(|| Page::id(&self.old));
        let mut trouble = Trouble::default();
        let mut read = |path| trouble.take(Page::read(path, &id, self.layout.as_deref()));
        let pages = (read(&self.old), read(&self.new));
        trouble.or(())?;
        let (Some(old), Some(new)) = pages else {
            return Ok(Verdict::Disagrees);
        };
        if old.layout != new.layout {
            return Err(Trouble::new(format!(
                "expected two captures of one page, but found two layouts instead: {} and {}; give two \
                 captures of the same page, or --layout",
                old.layout, new.layout
            )));
        }
        let bound = self
            .readings
            .as_deref()
            .map(readings_in)
            .transpose()?
            .map(|readings| changes::drift::bind(&old.claims, &new.claims, None, &readings));
        let claims = bound.as_ref().map(|[old, new]| (old, new));
        let (was, is) = claims.unwrap_or((&old.claims, &new.claims));
        let drift = drift(Capture::new(was, &old.text), Capture::new(is, &new.text));
        let verdict = report(&drift, self.format, "");
        let unread = unread(&old).symmetric_difference(&unread(&new)).count();
        if unread > 0 {
            let lines = terminal::count(unread, "line");
            terminal::note(format_args!(
                "{lines} that nobody reads, in one capture and not in the other: `witness read --format lines \
                 FILE` shows them"
            ));
        }
        Ok(verdict)
    }
}

/// The words of the lines that the layout does not read.
fn unread(page: &Page) -> BTreeSet<Digest> {
    let lines = page.claims.capture.lines.iter();
    let lines = lines.filter(|line| line.rule == Rule::Unread.as_str());
    lines.filter_map(|line| line.words).collect()
}
