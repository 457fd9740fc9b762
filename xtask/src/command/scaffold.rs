//! `cargo xtask scaffold`: the first draft of the contract of a new page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use artefacts::inputs::{claims_path, lines_path};
use cli::path::around;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, process, text};
use contract::catalogue::CATALOGUE;
use scaffold::{CONTRACT, Input, READINGS};

use super::inputs;

/// Drafts the contract of a new page.
///
/// Reads the captured page and writes its claims into spec/claims, types and operations into
/// crates/contract, its entry into the catalogue, and readings for what the page lost or leaves out.
/// What the vendor's other pages have is reused. Each sentence that a person has to write begins with
/// `TODO:`, and `check` refuses it until then. No file is written over: lines are only added.
#[derive(Debug, clap::Args)]
pub struct Scaffold {
    /// The captured page.
    file: PathBuf,
    /// The id of the page, such as `citi-india`.
    #[arg(long, value_name = "ID")]
    page: String,
    /// The vendor whose API it is, as a module of crates/contract: `citi`.
    #[arg(long, value_name = "VENDOR")]
    vendor: String,
    /// The name of the API for people, instead of the words of the id.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The address of the page.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl Scaffold {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error with the line if the page cannot be read, and for each file that would be
    /// written over.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let _turn = disk::turn(spec)?;
        let root = around(spec);
        let bytes = std::fs::read(&self.file).map_err(|error| Trouble::at(&self.file, error))?;
        let bytes =
            claims::text::unmarked(&bytes).map_err(|error| Trouble::at(&self.file, error))?;
        let page = pages::read(&self.page, bytes)
            .map_err(|errors| Trouble(errors.iter().map(ToString::to_string).collect()))?;
        let mut files = vec![
            (claims_path(&page.page), claims::csv::render(&page)),
            (lines_path(&page.page), claims::lines::render(&page.capture)),
        ];
        for (path, due) in &files {
            let there = text::read(&spec.join(path)).ok();
            if there.is_some_and(|there| there != *due) {
                let problem = "expected the claims of this capture, but found others; remove them, or give the page another id";
                return Err(Trouble::at(&spec.join(path), problem));
            }
        }
        let inputs = inputs(spec)?;
        let wrong = |errors: Vec<document::BuildError>| {
            Trouble(errors.iter().map(ToString::to_string).collect())
        };
        let documents = document::build(&CATALOGUE).map_err(wrong)?;
        let cases = inputs.cases(
            &CATALOGUE,
            |id| &documents.providers[id],
            &documents.consolidated,
        );
        let title = self.title.clone().unwrap_or_else(|| words(&self.page));
        let drafted = scaffold::scaffold(&Input {
            page: &page,
            vendor: &self.vendor,
            title: &title,
            url: self.url.as_deref(),
            catalogue: &CATALOGUE,
            cases: &cases.pages,
            readings: &inputs.readings,
            sources: &sources(spec, &root)?,
        });
        let drafted = drafted.map_err(Trouble)?;
        let claims = files.len();
        for (path, file) in &drafted.files {
            if let Some(folder) = root.join(path).parent() {
                disk::folder(folder)?;
            }
            let path = format!("../{path}");
            files.push((path, file.text.clone()));
        }
        disk::write(
            spec,
            files
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_str())),
        )?;
        format(&root);
        for (path, _) in &files[..claims] {
            terminal::status(true, "Written", spec.join(path).display());
        }
        for (path, file) in &drafted.files {
            match file.added {
                None => terminal::status(true, "Written", path),
                Some(lines) => {
                    terminal::status(true, "Added", format!("{} to {path}", count(lines, "line")));
                }
            }
        }
        for note in &drafted.notes {
            terminal::detail("note", note);
        }
        for narrow in &drafted.too_narrow {
            terminal::detail(
                "widen",
                format!(
                    "`{}` says just this: in {READINGS}:{}, make its page `{}` instead of `{}`",
                    narrow.reading, narrow.line, narrow.wider, narrow.page
                ),
            );
        }
        let next = if drafted.lost_names {
            "name what the page lost in spec/readings.toml, and run this again"
        } else {
            "replace every `TODO:`, then run `cargo xtask export` and `cargo xtask check`"
        };
        terminal::status(true, "Next", next);
        Ok(Verdict::Agrees)
    }
}

/// The words of an id, with capitals.
fn words(id: &str) -> String {
    let words = id.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The readings and every source of the contract, by path from the root of the repository.
fn sources(spec: &Path, root: &Path) -> Result<BTreeMap<String, String>, Trouble> {
    let mut sources = BTreeMap::new();
    let mut folders = vec![CONTRACT.trim_end_matches('/').to_owned()];
    let mut files = vec![READINGS.to_owned()];
    while let Some(folder) = folders.pop() {
        let at = root.join(&folder);
        for entry in std::fs::read_dir(&at).map_err(|error| Trouble::at(&at, error))? {
            let entry = entry.map_err(|error| Trouble::at(&at, error))?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    for file in files {
        let at = if file == READINGS {
            spec.join("readings.toml")
        } else {
            root.join(&file)
        };
        let text = text::read(&at).map_err(|error| Trouble::at(&at, error))?;
        sources.insert(file, text);
    }
    Ok(sources)
}

/// Lays out what was written as the rest of the contract is.
fn format(root: &Path) {
    let argv = ["rustfmt", "--edition", "2024", &format!("{CONTRACT}lib.rs")];
    // What is not laid out is as good: `cargo fmt` says the same.
    if process::run(&argv, root).is_err() {
        terminal::detail("note", "rustfmt did not run: run `cargo fmt`");
    }
}
