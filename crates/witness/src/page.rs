//! One page: a saved file, read by the layout that it has.

use std::borrow::Cow;
use std::path::Path;

use claims::{Aspect, PageClaims};
use cli::{Trouble, words};
use pages::{Block, Layout, Rule};

/// What a page file says, and how it was read.
#[derive(Clone, Debug)]
pub struct Page {
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
        let bytes = std::fs::read(path).map_err(|error| {
            let endings = Self::ENDINGS.join(", ");
            Trouble::at(path, format_args!("{error}; give a saved page: {endings}"))
        })?;
        let bytes = claims::text::unmarked(&bytes).map_err(|error| Trouble::at(path, error))?;
        let source = Source::of(bytes, path)?;
        let text = source.text.as_bytes();
        let (claims, layout) = match (layout, pages::layout(id, text)) {
            (Some(name), _) => {
                let read = named(name, path)?.read(id, &source.text, &source.blocks());
                let claims = read.map_err(|errors| told(path, &errors))?;
                if !states_anything(&claims) {
                    let problem = "found no operation; correct it, or give another";
                    return Err(Trouble::at(
                        path,
                        format_args!("the layout {name} {problem}"),
                    ));
                }
                (claims, name.to_owned())
            }
            (None, Ok(name)) => {
                let claims = pages::read(id, text).map_err(|errors| told(path, &errors))?;
                (claims, name.to_owned())
            }
            (None, Err(_)) => source.likeliest(path, id, score)?,
        };
        Ok(Self {
            claims,
            is_html: matches!(source.text, Cow::Owned(_)),
            text: source.text.into_owned(),
            layout,
            address: source.address,
            day: source.day,
        })
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

/// A page before a layout reads it.
struct Source<'b> {
    text: Cow<'b, str>,
    /// The blocks of an HTML page; those of Markdown are made when a layout asks for them.
    captured: Option<Vec<Block>>,
    address: Option<String>,
    day: Option<String>,
}

impl<'b> Source<'b> {
    fn of(bytes: &'b [u8], path: &Path) -> Result<Self, Trouble> {
        if let Some(captured) = pages::html::recognised(bytes) {
            return Ok(Self {
                text: captured.text.into(),
                captured: Some(captured.blocks),
                address: captured.address,
                day: captured.day,
            });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            let line = before.split(|byte| *byte == b'\n').count();
            let problem = "expected UTF-8, but found bytes that are not; save it as UTF-8";
            Trouble::at(path, format_args!("line {line}: {problem}"))
        })?;
        Ok(Self {
            captured: None,
            text: text.into(),
            address: None,
            day: None,
        })
    }

    fn blocks(&self) -> Cow<'_, [Block]> {
        match &self.captured {
            Some(blocks) => blocks.into(),
            None => pages::markdown::blocks(&self.text).into(),
        }
    }

    /// What the shipped layout reads that has the highest score; the first of equal ones.
    fn likeliest(
        &self,
        path: &Path,
        id: &str,
        score: impl Fn(&PageClaims) -> usize,
    ) -> Result<(PageClaims, String), Trouble> {
        let blocks = self.blocks();
        let read = Layout::NAMES.iter().filter_map(|name| {
            let layout = Layout::named(name)?;
            let claims = layout.read(id, &self.text, &blocks).ok()?;
            let score = states_anything(&claims).then(|| score(&claims))?;
            Some((score, claims, (*name).to_owned()))
        });
        let best = read.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let best = best.map(|(_, claims, name)| (claims, name));
        best.ok_or_else(|| {
            let names = Layout::NAMES.join(", ");
            let problem = format_args!(
                "expected a page that a layout reads, but found no operation by any of {names} \
                 instead; write a layout file, and name it with `layout` in witness.toml or with \
                 --layout"
            )
            .to_string();
            Trouble::at(path, problem)
        })
    }
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
    let text = cli::text::read(path).map_err(|error| {
        let tip = words::tip(name, Layout::NAMES);
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
