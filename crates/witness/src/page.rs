//! One page: a saved file, read by the layout that it has.

use std::borrow::Cow;
use std::path::Path;

use claims::{Aspect, PageClaims};
use cli::{Trouble, words};
use pages::{Block, Layout};

/// What a page file says, and how it was read.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it says.
    pub claims: PageClaims,
    /// The text whose lines the claims cite: the file itself, or what was captured of an HTML page.
    pub text: String,
    /// The name of the layout.
    pub layout: String,
    /// Where the page was saved from, if it says so.
    pub address: Option<String>,
    /// The day it was saved, if it says so.
    pub day: Option<String>,
}

impl Page {
    /// The endings of page files.
    pub const ENDINGS: [&'static str; 6] = ["html", "htm", "md", "mdx", "markdown", "txt"];

    /// Whether a file is named as a page is.
    #[must_use]
    pub fn is_one(path: &Path) -> bool {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        Self::ENDINGS.contains(&ending.as_str())
    }

    /// The id of a page that nobody gave one: the name of its file.
    #[must_use]
    pub fn id(path: &Path) -> String {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    /// Reads a page; `layout` is the name of a layout or the path of a layout file. Without it, the
    /// layout is the one that recognises the page, or else the one that reads the most of it.
    ///
    /// # Errors
    ///
    /// Returns an error if the file or the layout cannot be read, for every line that the layout does
    /// not allow, and if no layout reads anything.
    pub fn read(path: &Path, id: &str, layout: Option<&str>) -> Result<Self, Trouble> {
        let bytes = std::fs::read(path).map_err(|error| {
            Trouble::at(
                path,
                format_args!("{error}; give a saved page: {}", Self::ENDINGS.join(", ")),
            )
        })?;
        let bytes = claims::text::unmarked(&bytes).map_err(|error| Trouble::at(path, error))?;
        let source = Source::of(bytes);
        let (claims, layout) = match (layout, pages::layout(id, bytes)) {
            (Some(name), _) => {
                let layout = named(name, path)?;
                (source.by(&layout, path, id)?, name.to_owned())
            }
            (None, Ok(name)) => {
                let claims = pages::read(id, bytes).map_err(|errors| told(path, &errors))?;
                (claims, name.to_owned())
            }
            (None, Err(_)) => source.likeliest(path, id)?,
        };
        Ok(Self {
            claims,
            text: source.text.into_owned(),
            layout,
            address: source.address,
            day: source.day,
        })
    }

    /// The page's title, if it states one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        let mut claims = self.claims.claims.iter().map(|stated| &stated.claim);
        let title = claims.find(|claim| &*claim.place == "page" && claim.aspect == Aspect::Title);
        title.map(|claim| &*claim.value)
    }
}

/// A page before a layout reads it.
struct Source<'b> {
    text: Cow<'b, str>,
    blocks: Vec<Block>,
    address: Option<String>,
    day: Option<String>,
}

impl<'b> Source<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        if let Some(captured) = pages::html::recognised(bytes) {
            return Self {
                text: captured.text.into(),
                blocks: captured.blocks,
                address: captured.address,
                day: captured.day,
            };
        }
        let text = String::from_utf8_lossy(bytes);
        Self {
            blocks: pages::markdown::blocks(&text),
            text,
            address: None,
            day: None,
        }
    }

    fn by(&self, layout: &Layout, path: &Path, id: &str) -> Result<PageClaims, Trouble> {
        let read = layout.read(id, &self.text, &self.blocks);
        read.map_err(|errors| told(path, &errors))
    }

    /// The shipped layout that reads the most lines.
    fn likeliest(&self, path: &Path, id: &str) -> Result<(PageClaims, String), Trouble> {
        let read = Layout::NAMES.iter().filter_map(|name| {
            let layout = Layout::named(name)?;
            let claims = layout.read(id, &self.text, &self.blocks).ok()?;
            let states = claims
                .claims
                .iter()
                .any(|it| it.claim.aspect == Aspect::Listed);
            states.then(|| (claims, (*name).to_owned()))
        });
        // The first of equal ones.
        let best = read.reduce(|best, other| {
            if other.0.capture.lines_read() > best.0.capture.lines_read() {
                other
            } else {
                best
            }
        });
        best.ok_or_else(|| {
            Trouble::at(
                path,
                format_args!(
                    "expected a page that a layout reads, but found no operation by any of {} \
                     instead; write a layout file, and name it with `layout` in witness.toml or \
                     with --layout",
                    Layout::NAMES.join(", ")
                ),
            )
        })
    }
}

/// A shipped layout, or one in a file beside the page or here.
fn named(name: &str, page: &Path) -> Result<Layout, Trouble> {
    if let Some(layout) = Layout::named(name) {
        return Ok(layout);
    }
    let beside = page.with_file_name(name);
    let path = if beside.is_file() {
        &beside
    } else {
        Path::new(name)
    };
    let text = cli::text::read(path).map_err(|error| {
        let tip = words::tip(name, &Layout::NAMES);
        let known = Layout::NAMES.join(", ");
        Trouble::new(format!(
            "{name}: {error}; give the path of a layout file, or one of {known}{tip}"
        ))
    })?;
    Layout::parse(&text).map_err(|errors| {
        let errors = errors
            .iter()
            .map(|error| format!("{}: {error}", path.display()));
        Trouble(errors.collect())
    })
}

fn told(path: &Path, errors: &[pages::PageError]) -> Trouble {
    let errors = errors
        .iter()
        .map(|error| format!("{}: {error}", path.display()));
    Trouble(errors.collect())
}
