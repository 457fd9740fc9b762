//! `cargo xtask drift`: two captures of one page.

use std::path::{Path, PathBuf};

use changes::drift::{Capture, Format, drift, is_lossy, report};
use claims::{Aspect, PageClaims};
use contract::catalogue::CATALOGUE;
use pages::PageError;

use artefacts::inputs::{claims_path, page_claims, readings};
use cli::terminal::count;
use cli::{Trouble, Verdict, terminal, text, words};

/// Says what changed between two captures of one page, and what that breaks.
///
/// Both captures are read into claims, what the page lost is bound by the readings, and the claims
/// are compared without their lines: what only moved is no drift. Whom a change breaks depends on
/// whether callers send what it is about or read it:
///
/// - `breaking`: callers or readers have to change something.
///
/// - `unknown`: the page does not say what decides it, such as whether a new header is required.
///
/// - `compatible`: callers and readers go on as they are. An announced end is one of these, called
///   `deprecated`.
///
/// - `wording`: the same in other words, which are shown.
///
/// - `capture`: one capture ends earlier than the other, which says nothing about the API.
///
/// Exits with 1 if there is any change, of whatever class, and with 0 if there is none.
#[derive(Debug, clap::Args)]
pub struct DriftOf {
    /// The captured text of the page as it was.
    old: PathBuf,
    /// The captured text of the page as it is.
    new: PathBuf,
    /// The page's id, instead of the name of OLD without `.txt`; says that both are of one page,
    /// whatever their titles.
    #[arg(long, value_name = "ID")]
    page: Option<String>,
    /// How to report what changed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl DriftOf {
    /// Runs the command; without a `spec/` folder no readings are applied, and it says so.
    ///
    /// # Errors
    ///
    /// Returns an error for every place of the captures that cannot be read and for every malformed
    /// reading, and if the captures are of two pages.
    pub fn run(&self, spec: Result<PathBuf, Trouble>) -> Result<Verdict, Trouble> {
        let stem = self.old.file_stem().unwrap_or_default().to_string_lossy();
        let page = self.page.as_deref().unwrap_or(&stem);
        let mut trouble = Trouble::default();
        let mut capture = |path| trouble.take(Captured::read(path, page)).unwrap_or_default();
        let (old, new) = (capture(&self.old), capture(&self.new));
        trouble.or(())?;
        self.one_page(&old, &new)?;
        let bound = bind(&old.claims, &new.claims, spec)?;
        let bound = bound.as_ref().map(|[old, new]| (old, new));
        let (bound_old, bound_new) = bound.unwrap_or((&old.claims, &new.claims));
        let drift = drift(
            Capture::new(bound_old, &old.text),
            Capture::new(bound_new, &new.text),
        );
        let compared = compared(&old.claims, &new.claims);
        Ok(report(&drift, self.format, &compared))
    }

    /// Two pages are not compared: all of the one would be gone and all of the other new.
    fn one_page(&self, old: &Captured, new: &Captured) -> Result<(), Trouble> {
        let two = |what: &str, was: &str, is: &str, fix: &str| {
            let (old, new) = (self.old.display(), self.new.display());
            Err(Trouble::new(format!(
                "expected two captures of one page, but found two pages instead: the {what} of \
                 {old} is {was}, that of {new} is {is}; {fix}"
            )))
        };
        let fix = "give two captures of the same page";
        if old.layout != new.layout {
            let name = |layout: &'static str| layout.split(':').next().unwrap_or(layout);
            return two("layout", name(old.layout), name(new.layout), fix);
        }
        match (old.title(), new.title()) {
            (Some(was), Some(is)) if was != is && self.page.is_none() => {
                let fix = format!("{fix}, or say with --page ID that its title changed");
                two("title", &format!("`{was}`"), &format!("`{is}`"), &fix)
            }
            _ => Ok(()),
        }
    }
}

/// Binds what the page lost, or says why nothing is bound.
fn bind(
    old: &PageClaims,
    new: &PageClaims,
    spec: Result<PathBuf, Trouble>,
) -> Result<Option<[PageClaims; 2]>, Trouble> {
    let Ok(spec) = spec else {
        terminal::note(
            "readings were not applied: there is no folder spec/ here or above; what the page lost \
             keeps its number, and the worse direction counts; give --spec DIR",
        );
        return Ok(None);
    };
    let readings = readings(&spec, text::read)?;
    if readings.about(&old.page).next().is_none() {
        if is_lossy(old) {
            let pages: Vec<&str> = CATALOGUE.providers.iter().map(|it| it.id).collect();
            terminal::note(format!(
                "no reading is about `{}`, so what the page lost keeps its number, and the worse \
                 direction counts; give the page's id with --page ID{}",
                old.page,
                words::tip(&old.page, &pages)
            ));
        }
        return Ok(None);
    }
    let on_file = spec.join(claims_path(&old.page)).is_file();
    let reviewed = on_file
        .then(|| page_claims(&spec, &old.page, text::read))
        .transpose()?;
    let reviewed = reviewed.as_ref().map(|file| &file.page);
    Ok(Some(changes::drift::bind(old, new, reviewed, &readings)))
}

/// One capture: how it is laid out, what it says, and its text.
#[derive(Default)]
struct Captured {
    layout: &'static str,
    claims: PageClaims,
    text: String,
}

impl Captured {
    /// Reads one capture; its errors name the file, since both captures are of one page.
    fn read(path: &Path, page: &str) -> Result<Self, Trouble> {
        let shown = path.display();
        let bytes = std::fs::read(path).map_err(|error| {
            let fix = "give the captured text of the page, before and after";
            Trouble::new(format!("{shown}: {error}; {fix}"))
        })?;
        let bytes = claims::text::unmarked(&bytes)
            .map_err(|error| Trouble::new(format!("{shown}: {error}")))?;
        let read = || {
            let layout = pages::layout(page, bytes)?;
            let claims = pages::read(page, bytes)?;
            let text = String::from_utf8_lossy(bytes).into_owned();
            Ok(Self {
                layout,
                claims,
                text,
            })
        };
        read().map_err(|errors: Vec<PageError>| {
            let errors = errors.iter().map(|error| format!("{shown}: {error}"));
            Trouble(errors.collect())
        })
    }

    /// The page's title, if it has one.
    fn title(&self) -> Option<&str> {
        let mut claims = self.claims.claims.iter().map(|stated| &stated.claim);
        let title = claims.find(|claim| &*claim.place == "page" && claim.aspect == Aspect::Title);
        title.map(|claim| &*claim.value)
    }
}

/// What was compared.
fn compared(old: &PageClaims, new: &PageClaims) -> String {
    match (old.claims.len(), new.claims.len()) {
        (was, is) if was == is => format!("{}, ", count(is, "claim")),
        (was, is) => format!("{was} claims before, {is} now, "),
    }
}
