//! `witness read`: what a page says, line by line.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use claims::PageClaim;
use clap::ValueEnum;
use cli::{Trouble, Verdict, terminal};
use comfy_table::{ContentArrangement, Table, presets};

use crate::Page;

/// Shows what a page says: its claims, or what became of each of its lines.
///
/// Of a folder, every page in it is read, and files that are no pages are named. A line that a layout
/// file does not read has the rule `unread`: it states nothing that is compared.
#[derive(Debug, clap::Args)]
pub struct Read {
    /// A saved page (.html, .md, .txt), or a folder of them.
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// The layout, by name or as a layout file; without it, it is found.
    #[arg(long, value_name = "LAYOUT")]
    layout: Option<String>,
    /// How to show it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The claims as a table.
    Table,
    /// The claims as CSV, as spreadsheets and programs read it.
    Csv,
    /// Every line with its claims, or with the rule that says why it states nothing.
    Lines,
    /// The text whose lines are cited: of an HTML page, what was captured of it.
    Text,
}

impl Read {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// Returns an error for every page that cannot be read, with its lines.
    pub fn run(&self) -> Result<Verdict, Trouble> {
        let render: fn(&Page) -> String = match self.format {
            Format::Table => table,
            Format::Csv => |page| claims::csv::render(&page.claims),
            Format::Lines => lines,
            Format::Text => return self.text(),
        };
        let mut trouble = Trouble::default();
        let mut read = Vec::new();
        for path in self.pages()? {
            let page = Page::read(&path, &Page::id(&path), self.layout.as_deref());
            read.extend(trouble.take(page));
        }
        for page in &read {
            terminal::print(render(page));
            terminal::status(true, "Read", summary(page));
        }
        trouble.or(Verdict::Agrees)
    }

    /// Prints the text of the pages. Errors name lines of it, so no layout need read it.
    fn text(&self) -> Result<Verdict, Trouble> {
        let mut trouble = Trouble::default();
        for path in self.pages()? {
            if let Some((page, _)) = trouble.take(Page::capture(&path)) {
                terminal::print(page.text);
            }
        }
        trouble.or(Verdict::Agrees)
    }

    /// The page, or the pages of the folder.
    fn pages(&self) -> Result<Vec<PathBuf>, Trouble> {
        if !self.path.is_dir() {
            return Ok(vec![self.path.clone()]);
        }
        let entries =
            std::fs::read_dir(&self.path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = entries.map_err(|error| Trouble::at(&self.path, error))?;
        let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
        files.retain(|path| path.is_file());
        files.sort();
        let (pages, others): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|path| Page::is_one(path));
        for other in others {
            terminal::detail("no page", other.display());
        }
        if pages.is_empty() {
            let endings = Page::ENDINGS.join(", ");
            let problem = format!(
                "expected saved pages ({endings}), but found none; give a folder with some"
            );
            return Err(Trouble::at(&self.path, problem));
        }
        Ok(pages)
    }
}

fn table(page: &Page) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(["line", "operation", "place", "name", "aspect", "value"]);
    for PageClaim { line, claim, .. } in &page.claims.claims {
        table.add_row([
            &line.to_string(),
            &*claim.operation,
            &*claim.place,
            &*claim.name,
            claim.aspect.as_str(),
            &*claim.value,
        ]);
    }
    format!("{}\n", table.trim_fmt())
}

/// Every line of the page with what became of it.
fn lines(page: &Page) -> String {
    let mut by_line: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for stated in &page.claims.claims {
        by_line
            .entry(stated.line)
            .or_default()
            .push(stated.claim.to_string());
    }
    let mut text = String::new();
    for (number, line) in (1..).zip(page.text.lines()) {
        let captured = page.claims.capture.line(number);
        if line.trim().is_empty() {
            continue;
        }
        let _ = writeln!(text, "{number:>5} {}", line.trim_end());
        for claim in by_line.get(&number).into_iter().flatten() {
            let _ = writeln!(text, "      = {claim}");
        }
        if !by_line.contains_key(&number) {
            let rule = captured.map_or("unread", |it| &it.rule);
            let _ = writeln!(text, "      - {rule}");
        }
    }
    text
}

fn summary(page: &Page) -> String {
    let capture = &page.claims.capture;
    let layout = page.layout.split(':').next().unwrap_or_default();
    let unread = page.unread();
    format!(
        "{}: {} from {} of {} lines, {unread} unread, by the layout {layout}",
        page.path.display(),
        terminal::count(page.claims.claims.len(), "claim"),
        capture.lines_read(),
        capture.lines.len(),
    )
}
