//! `cargo xtask diff`: two editions of the document.

use std::path::Path;

use changes::diff::{Diff, diff};
use changes::drift::Class;
use clap::ValueEnum;
use semver::Version;
use serde_json::Value;

use artefacts::releases::Releases;
use artefacts::table::CONSOLIDATED;
use cli::description::Description;
use cli::terminal::count;
use cli::{Trouble, Verdict, disk, terminal, words};

/// What the newest release is called.
const LATEST: &str = "latest";

/// Says what changed in the document since a release, and what that breaks.
///
/// Each change is `breaking`, `compatible` or `wording`, by whether callers send what it is about or
/// read it, and by what generated code is called by: operation ids, names of components. What no
/// rule knows counts as breaking. Exits with 1 if a change is breaking.
#[derive(Debug, clap::Args)]
pub struct DiffOf {
    /// A release such as 0.1.0, `latest` for the newest one, or the path of a document in JSON or
    /// YAML; the newest release if left out.
    base: Option<String>,
    /// The same, for what BASE is compared with; the document in spec/ if left out.
    new: Option<String>,
    /// How to report what changed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: `{"breaking": …, "changes": […]}`.
    Json,
    /// For a change log: those that are breaking and compatible.
    Markdown,
}

impl DiffOf {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error for every document that is missing or cannot be read, and for every edited
    /// release if one is compared.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let releases = Releases::of(&disk::files(spec)?);
        let mut trouble = Trouble::default();
        let mut read = |given: Option<&str>, otherwise: &dyn Fn() -> _| {
            let document = given.map_or_else(otherwise, |given| chosen(given, &releases));
            trouble.take(document).unwrap_or_default()
        };
        let (base, old) = read(self.base.as_deref(), &|| newest(&releases));
        let (name, new) = read(self.new.as_deref(), &|| {
            let path = spec.join(CONSOLIDATED);
            Ok((path.display().to_string(), document(&path)?))
        });
        let (old, new) = trouble.or((old, new))?;
        let diff = diff(&old, &new);
        let breaks = diff.worst() == Some(Class::Breaking);
        match self.format {
            Format::Json => terminal::print(changes::diff::json(&diff)),
            Format::Markdown => terminal::print(changes::diff::markdown(&diff)),
            Format::Text => {
                terminal::print(changes::diff::text(&diff));
                let word = if breaks { "Breaks" } else { "Compatible" };
                let word = if diff.changes.is_empty() {
                    "Same"
                } else {
                    word
                };
                let summary = format!("{base} → {name}: {}", summary(&diff));
                terminal::status(!breaks, word, summary);
            }
        }
        Ok(Verdict::of(!breaks))
    }
}

/// `3 changes: 1 breaking, 2 compatible, 0 wording`.
pub(crate) fn summary(diff: &Diff) -> String {
    let classes =
        changes::diff::CLASSES.map(|class| format!("{} {}", diff.count(class), class.as_str()));
    format!(
        "{}: {}",
        count(diff.changes.len(), "change"),
        classes.join(", ")
    )
}

fn newest(releases: &Releases) -> Result<(String, Value), Trouble> {
    let newest = releases.unedited()?.newest();
    let newest = newest.map(|(version, document)| (version.to_string(), document.clone()));
    newest.ok_or_else(|| {
        Trouble::new(
            "expected a release in spec/releases/, but found none instead; give BASE, the path of \
             a document",
        )
    })
}

/// A release, if that is what is given, or else a file.
fn chosen(given: &str, releases: &Releases) -> Result<(String, Value), Trouble> {
    let path = Path::new(given);
    let version = given.strip_prefix('v').unwrap_or(given).parse::<Version>();
    match version {
        _ if given == LATEST => newest(releases),
        Ok(version) => {
            let document = releases.unedited()?.get(&version);
            let document = document.ok_or_else(|| unknown(given, releases))?;
            Ok((version.to_string(), document.clone()))
        }
        // A word that is no file, and is not called like one, is a release that does not exist.
        Err(_) if !path.exists() && !is_file_name(path) => Err(unknown(given, releases)),
        Err(_) => Ok((given.to_owned(), document(path)?)),
    }
}

/// Whether a path has a folder, or an ending that documents have.
fn is_file_name(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    path.components().count() > 1 || ["json", "yaml", "yml"].iter().any(|it| *it == ending)
}

/// Says that something is no release, and which there are.
fn unknown(given: &str, releases: &Releases) -> Trouble {
    let known: Vec<String> = releases.versions().map(Version::to_string).collect();
    let released = if known.is_empty() {
        "nothing is released yet".to_owned()
    } else {
        format!("released are {}", known.join(", "))
    };
    let words = [known, vec![LATEST.to_owned()]].concat();
    let tip = words::tip(given, &words);
    Trouble::new(format!(
        "expected a release or the path of a document, but found `{given}` instead; {released}{tip}"
    ))
}

/// Reads a document.
///
/// # Errors
///
/// Returns an error if the file cannot be read or is neither OpenAPI 3 nor Swagger 2.0.
pub(crate) fn document(path: &Path) -> Result<Value, Trouble> {
    let read = Description::read(path).map_err(Trouble)?;
    Ok(read.document)
}
