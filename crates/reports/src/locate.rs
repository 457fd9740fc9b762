//! Where a finding is to be looked at: in the claims of a page, in the code, in a file.

use std::collections::BTreeMap;

use claims::{PageClaim, PageClaims};

use crate::place::Place;
use review::Finding;
use review::Kind;
use review::Readings;

/// A line of a file of the repository.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The path from the root of the repository, with `/` between folders.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

/// The file of a page, where that is what people look at.
#[derive(Clone, Debug)]
pub struct PageFile {
    /// Its path.
    pub path: String,
    /// Whether the lines of claims are its lines. Those of an HTML page are of what was captured of it.
    pub has_lines: bool,
}

/// Knows where in the repository things stand.
pub struct Locator<'l> {
    pages: BTreeMap<&'l str, &'l PageClaims>,
    /// The files of the pages themselves, where these are what people look at.
    files: BTreeMap<&'l str, PageFile>,
    readings: &'l Readings,
    source: &'l dyn Fn(&str) -> Option<String>,
    /// The line of a JSON pointer in a file.
    line: &'l dyn Fn(&str, &str) -> Option<u32>,
    listed: &'l str,
    place: Place,
}

impl<'l> Locator<'l> {
    /// A locator that knows pages, readings and, by JSON pointer into a document, the path of the
    /// source file that declares what stands there. `listed` is the source file that lists the
    /// pages.
    pub fn new(
        pages: impl IntoIterator<Item = &'l PageClaims>,
        readings: &'l Readings,
        source: &'l dyn Fn(&str) -> Option<String>,
        listed: &'l str,
    ) -> Self {
        let by_id = |page: &'l PageClaims| (page.page.as_str(), page);
        Self {
            pages: pages.into_iter().map(by_id).collect(),
            files: BTreeMap::new(),
            readings,
            source,
            line: &|_, _| None,
            listed,
            place: Place::default(),
        }
    }

    /// A locator for pages that are files, by their ids, and for one description: `line` gives the
    /// line of a JSON pointer in one of its files. Paths are from where the command runs.
    pub fn of_files(
        files: impl IntoIterator<Item = (&'l str, PageFile)>,
        readings: &'l Readings,
        description: &'l str,
        line: &'l dyn Fn(&str, &str) -> Option<u32>,
    ) -> Self {
        Self {
            files: files.into_iter().collect(),
            line,
            place: Place::of(""),
            ..Self::new([], readings, &|_| None, description)
        }
    }

    /// The same where the folder `spec/` is at another place of its repository.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Where the folder `spec/` is.
    pub(crate) const fn place(&self) -> &Place {
        &self.place
    }

    /// The path of a page's claims.
    pub(crate) fn claims(&self, page: &str) -> String {
        self.place.spec(&format!("claims/{page}.csv"))
    }

    /// Where to look, the most telling place first; at least one place.
    #[must_use]
    pub fn locate(&self, finding: &Finding) -> Vec<Location> {
        let mut places = Vec::new();
        let id = finding.page.as_deref().unwrap_or_default();
        if let Some(file) = self.files.get(id) {
            let mut lines = finding.lines.iter().copied().filter(|_| file.has_lines);
            places.push(Location {
                file: file.path.clone(),
                line: lines.next().unwrap_or(1),
            });
        }
        if let Some(page) = self.pages.get(id) {
            places.push(Location {
                file: self.claims(&page.page),
                line: row(page, finding),
            });
        }
        let about_files = matches!(
            finding.kind,
            Kind::StaleFile | Kind::MissingFile | Kind::OrphanedFile
        );
        let pointer = finding.pointer.as_deref().filter(|_| !about_files);
        let source = pointer.and_then(self.source);
        let source = source.and_then(|file| self.place.beside(&file));
        let in_code = source.is_some();
        places.extend(source.map(|file| Location { file, line: 1 }));
        if let Some(file) = self.file(finding).filter(|_| !in_code) {
            let line = finding
                .reading
                .as_deref()
                .and_then(|id| self.readings.line(id))
                .or_else(|| (self.line)(finding.file.as_deref()?, finding.pointer.as_deref()?));
            let location = Location {
                file,
                line: line.unwrap_or(1),
            };
            if places.iter().all(|known| known.file != location.file) {
                places.push(location);
            }
        }
        if places.is_empty() {
            // What concerns neither page nor file is the catalogue's contradiction with itself.
            let file = self.place.beside(self.listed);
            let whole = if self.files.is_empty() {
                "openapi.json"
            } else {
                self.listed
            };
            let file = file.unwrap_or_else(|| self.place.spec(whole));
            places.push(Location { file, line: 1 });
        }
        places
    }
}

impl Locator<'_> {
    /// The path of a finding's file, if that is in the repository.
    fn file(&self, finding: &Finding) -> Option<String> {
        let file = finding.file.as_ref()?;
        match file.strip_prefix("../") {
            Some(beside) => self.place.beside(beside),
            None => Some(self.place.spec(file)),
        }
    }

    /// By page and line, the first row of the page's claims file.
    pub(crate) fn rows(&self) -> BTreeMap<(&str, u32), u32> {
        let mut rows = BTreeMap::new();
        for (id, page) in &self.pages {
            for (row, stated) in numbered(page) {
                rows.entry((*id, stated.line)).or_insert(row);
            }
        }
        rows
    }
}

/// The claims of a page, each with its row in the page's file.
fn numbered(page: &PageClaims) -> impl Iterator<Item = (u32, &PageClaim)> {
    // The header and two rows about the capture come before.
    let mut next = 4;
    page.claims.iter().map(move |stated| {
        let row = next;
        // A quoted value may hold line ends of its own.
        let claim = &stated.claim;
        let within = [&claim.operation, &claim.place, &claim.name, &claim.value]
            .map(|cell| cell.matches('\n').count());
        next += 1 + u32::try_from(within.iter().sum::<usize>()).unwrap_or_default();
        (row, stated)
    })
}

/// The row of a claims file that has the first of these lines of the page, else the closest before it.
#[must_use]
pub fn row_of(page: &PageClaims, lines: &[u32]) -> u32 {
    let first = lines.first().copied().unwrap_or_default();
    let mut before = numbered(page).filter(|(_, stated)| stated.line <= first);
    let mut closest = (1, 0);
    for (row, stated) in before.by_ref() {
        if stated.line > closest.1 {
            closest = (row, stated.line);
        }
    }
    closest.0
}

/// The row of a claims file that a finding is about: that of the claim that it quotes, else the
/// first one of its first line, else the closest before it.
fn row(page: &PageClaims, finding: &Finding) -> u32 {
    let mut closest = 1;
    let mut first = None;
    for (row, stated) in numbered(page) {
        let on_line = finding.lines.contains(&stated.line);
        if on_line && finding.problem.contains(&format!("`{}`", stated.claim)) {
            return row;
        }
        if on_line {
            first = first.or(Some(row));
        }
        if finding
            .lines
            .first()
            .is_some_and(|line| stated.line <= *line)
        {
            closest = row;
        }
    }
    first.unwrap_or(closest)
}
