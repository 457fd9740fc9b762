//! One page: a saved file, read by the layout that it has.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

use claims::{Aspect, PageClaims};
use cli::description::Description;
use cli::{Trouble, text, words};
use pages::html::Captured;
use pages::{Block, Layout, Rule};

/// What a page file says, and how it was read.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub claims: PageClaims,
    /// The text whose lines the claims cite: the file itself, or what was captured of an HTML page.
    pub text: String,
    /// Whether the lines are those of what was captured of an HTML page.
    pub is_html: bool,
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
        Self::ends(path, &Self::ENDINGS)
    }

    fn ends(path: &Path, endings: &[&str]) -> bool {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        endings.contains(&&*ending.to_lowercase())
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
    /// not allow, and if no operation is found.
    pub fn read(path: &Path, id: &str, layout: Option<&str>) -> Result<Self, Trouble> {
        Self::best(path, id, layout, |page| page.capture.lines_read())
    }

    /// The same; where no layout recognises the page, it is the one for which `score` is the highest.
    ///
    /// # Errors
    ///
    /// As [`Page::read`].
    pub fn best(
        path: &Path,
        id: &str,
        layout: Option<&str>,
        score: impl Fn(&PageClaims) -> usize,
    ) -> Result<Self, Trouble> {
        let (source, is_html) = Self::capture(path)?;
        let text = source.text.as_bytes();
        let (claims, layout) = match (layout, pages::layout(id, text)) {
            (Some(name), _) => {
                let read = named(name, path)?.read(id, &source.text, &blocks(&source, is_html));
                let claims = read.map_err(|errors| Trouble::of(path, &errors))?;
                if !states_anything(&claims) {
                    return Err(unstated(path, &source.text, format_args!(
                        "expected a page in the manner of the layout {name}, but it found no operation; \
                         give another, or correct it if it is yours: `witness read --format text` shows \
                         the lines"
                    )));
                }
                (claims, name)
            }
            (None, Ok(name)) => {
                let read = pages::read(id, text);
                (read.map_err(|errors| Trouble::of(path, &errors))?, name)
            }
            (None, Err(_)) => likeliest(id, &source.text, &blocks(&source, is_html), score).ok_or_else(|| {
                let names = Layout::NAMES.join(", ");
                unstated(path, &source.text, format_args!(
                    "expected a page that a layout reads, but found no operation by any of {names} \
                     instead; write a layout file, and name it with `layout` in witness.toml or with \
                     --layout"
                ))
            })?,
        };
        Ok(Self {
            path: path.to_owned(),
            layout: layout.to_owned(),
            claims,
            is_html,
            text: source.text,
            address: source.address,
            day: source.day,
        })
    }

    /// What a page file shows, and whether it is HTML.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read or is no text.
    pub fn capture(path: &Path) -> Result<(Captured, bool), Trouble> {
        let bytes = std::fs::read(path).map_err(|error| {
            let endings = Self::ENDINGS.join(", ");
            let error = text::unread(&error);
            Trouble::at(path, format!("{error}; give a saved page: {endings}"))
        })?;
        let bytes = claims::text::unmarked(&bytes).map_err(|error| Trouble::at(path, error))?;
        // A part of a page, cut out of it, begins with any element.
        let part = || Self::ends(path, &Self::ENDINGS[..2]).then(|| pages::html::capture(bytes));
        if let Some(html) = pages::html::recognised(bytes).or_else(part) {
            return Ok((html, true));
        }
        let written = written(bytes).map_err(|error| Trouble::at(path, error))?;
        Ok((written, false))
    }

    /// How many lines the layout does not read.
    #[must_use]
    pub fn unread(&self) -> usize {
        let rules = self.claims.capture.by_rule();
        rules
            .get(Rule::Unread.as_str())
            .copied()
            .unwrap_or_default()
    }
}

/// A page that is written as Markdown or text, without its blocks.
fn written(bytes: &[u8]) -> Result<Captured, claims::text::NotText> {
    let text = claims::text::of(bytes)?;
    Ok(Captured {
        blocks: Vec::new(),
        text: text.to_owned(),
        title: None,
        address: None,
        day: None,
    })
}

/// The blocks of a page. Those of Markdown are made when a layout asks for them: a page that is known
/// by its lines needs none.
fn blocks(source: &Captured, is_html: bool) -> Cow<'_, [Block]> {
    if is_html {
        Cow::Borrowed(&source.blocks)
    } else {
        Cow::Owned(pages::markdown::blocks(&source.text))
    }
}

/// What the shipped layout reads that has the highest score; the first of equal ones.
fn likeliest(
    id: &str,
    text: &str,
    blocks: &[Block],
    score: impl Fn(&PageClaims) -> usize,
) -> Option<(PageClaims, &'static str)> {
    let read = Layout::NAMES.iter().filter_map(|name| {
        let layout = Layout::named(name)?;
        let claims = layout.read(id, text, blocks).ok()?;
        let score = states_anything(&claims).then(|| score(&claims))?;
        Some((score, claims, *name))
    });
    let best = read.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, claims, name)| (claims, name))
}

/// Says what a page is that states no operation.
fn unstated(path: &Path, text: &str, problem: fmt::Arguments) -> Trouble {
    let found = match text.trim() {
        "" => "an empty file instead; save the page again",
        _ if Description::read(path).is_ok() => {
            "a description of an API instead; name the page that documents it"
        }
        _ => return Trouble::at(path, problem),
    };
    Trouble::at(path, format!("expected a page, but found {found}"))
}

/// Whether a page states an operation.
fn states_anything(page: &PageClaims) -> bool {
    let mut claims = page.claims.iter().map(|stated| &stated.claim);
    claims.any(|claim| claim.aspect == Aspect::Listed && !claim.operation.is_empty())
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
    if !path.is_file() {
        let tip = words::tip(name, Layout::NAMES);
        let known = Layout::NAMES.join(", ");
        return Err(Trouble::new(format!(
            "{name}: expected a layout, but found none; give the path of a layout file, or one of {known}{tip}"
        )));
    }
    cli::text::parse(path, Layout::parse)
}
