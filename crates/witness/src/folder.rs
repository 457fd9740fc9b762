//! A folder that `witness` works in: pages, a description, readings, and the file that names them.

use std::path::{Path, PathBuf};

use claims::PageClaims;
use cli::description::Description;
use cli::{Trouble, path, text};
use review::{Readings, reading};
use serde::Deserialize;

use crate::Page;
use crate::trial::names;

/// The file that names the rest.
pub(crate) const FILE: &str = "witness.toml";

/// What `witness.toml` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// The description of the API.
    description: String,
    /// The recorded decisions, if there are any.
    #[serde(default)]
    readings: Option<String>,
    /// The pages.
    #[serde(default, rename = "page")]
    pages: Vec<PageFile>,
}

/// One page of `witness.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PageFile {
    /// The saved page.
    file: String,
    /// What readings and reports call it, instead of the name of its file.
    #[serde(default)]
    id: Option<String>,
    /// A layout by name, or a layout file.
    #[serde(default)]
    layout: Option<String>,
    /// Where the page is published.
    #[serde(default)]
    #[expect(dead_code, reason = "kept for people: nothing is fetched")]
    address: Option<String>,
    /// The day it was saved.
    #[serde(default)]
    #[expect(dead_code, reason = "kept for people")]
    day: Option<String>,
}

/// Everything in such a folder.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The pages, in the order of the file.
    pub pages: Vec<Page>,
    /// The recorded decisions.
    pub readings: Readings,
    /// The path of the description.
    pub path: PathBuf,
    /// The description as OpenAPI 3, and where its parts come from.
    pub description: Description,
}

impl Folder {
    /// Reads a folder by its `witness.toml`.
    ///
    /// # Errors
    ///
    /// Returns an error for everything that is missing or cannot be read, with its place.
    pub fn read(folder: &Path) -> Result<Self, Trouble> {
        let config = Self::config(folder)?;
        let below = |file: &str| path::below(folder, file);
        let path = below(&config.description);
        let (pages, description) = std::thread::scope(|scope| {
            // The two largest files are read at the same time.
            let description = scope.spawn(|| description(&path));
            let pages = config.pages(folder);
            let read = description.join();
            (
                pages,
                read.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            )
        });
        let mut trouble = Trouble::default();
        let pages = trouble.take(pages).unwrap_or_default();
        let readings = config.readings.as_deref();
        let readings = readings.and_then(|file| trouble.take(readings_in(&below(file))));
        let description = trouble.take(description).unwrap_or_default();
        trouble.or(Self {
            pages,
            readings: readings.unwrap_or_default(),
            path,
            description,
        })
    }

    /// A description alone.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be read.
    pub(crate) fn of(path: &Path) -> Result<Self, Trouble> {
        Ok(Self {
            pages: Vec::new(),
            readings: Readings::default(),
            path: path.to_owned(),
            description: description(path)?,
        })
    }

    /// The claims of the pages, about the operations as the description calls them.
    pub(crate) fn called(&self) -> Vec<PageClaims> {
        let pages = self.pages.iter().map(|page| &page.claims);
        names::of_pages(pages, &self.description.document)
    }

    fn config(folder: &Path) -> Result<Config, Trouble> {
        let file = folder.join(FILE);
        let read = text::read(&file).map_err(|error| {
            let fix = "write it with `witness init PAGE DESCRIPTION`, or give its folder";
            Trouble::at(&file, format_args!("{}; {fix}", text::unread(&error)))
        })?;
        let config: Result<Config, _> = reading::entries(&read);
        let config = config.map_err(|errors| Trouble::of(&file, &errors))?;
        if config.pages.is_empty() {
            let fix = "name at least one: [[page]] with `file`";
            return Err(Trouble::at(
                &file,
                format_args!("expected pages, but found none; {fix}"),
            ));
        }
        Ok(config)
    }
}

impl Config {
    /// Reads the pages.
    fn pages(&self, folder: &Path) -> Result<Vec<Page>, Trouble> {
        let mut trouble = Trouble::default();
        let mut pages: Vec<Page> = Vec::new();
        for page in &self.pages {
            let file = path::below(folder, &page.file);
            let id = page.id.clone().unwrap_or_else(|| Page::id(&file));
            if pages.iter().any(|known| known.claims.page == id) {
                trouble.0.push(format!(
                    "{}: expected pages with ids of their own, but found `{id}` twice instead; give one \
                     of them another `id`",
                    folder.join(FILE).display()
                ));
            }
            let read = Page::read(&file, &id, page.layout.as_deref());
            pages.extend(trouble.take(read));
        }
        trouble.or(pages)
    }
}

/// Reads a file of readings.
///
/// # Errors
///
/// Returns an error if the file is missing or malformed, with line and column.
pub(crate) fn readings_in(path: &Path) -> Result<Readings, Trouble> {
    text::parse(path, Readings::parse)
}

/// Reads a description.
///
/// # Errors
///
/// Returns an error if the file is missing or is no description of an API, and for each reference
/// that leads nowhere.
pub(crate) fn description(path: &Path) -> Result<Description, Trouble> {
    Description::read(path).map_err(Trouble)
}
