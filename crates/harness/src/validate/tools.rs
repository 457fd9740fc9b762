//! Other people's validators and schema tools, run on the files in `spec/`.
//!
//! Each tool prints a line for every file that it refuses, and then how many files it checked. Every
//! validator also gets a broken document: a validator that accepts everything proves nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::documents::Document;
use cli::install::NPM;
use cli::process::{self, Failure};
use cli::{Trouble, disk};

/// Where the pinned versions are, below the root of the repository.
pub(super) const PINNED: &str = "crates/harness/validate";

/// What builds kin-openapi.
const GO: &str = "Go 1.25 or later";

/// The program of kin-openapi.
const PROGRAM: &str = "./kin-openapi";

/// The scripts that run the tools from npm.
const SCRIPTS: [&str; 2] = ["swagger-parser.mjs", "schemas.mjs"];

/// The document that no validator may accept.
const CONTROL: &str = "control.json";

/// The consolidated document as YAML, below `spec/`.
const OPENAPI_YAML: &str = "openapi.yaml";

/// The start of the last line.
const CHECKED: &str = "checked ";

/// The command that runs @apidevtools/swagger-parser on documents.
pub(super) const SWAGGER_PARSER: &[&str] = &["node", "swagger-parser.mjs"];

/// The command that runs kin-openapi on documents, once it is built.
pub(super) const KIN_OPENAPI: &[&str] = &[PROGRAM];

/// The files that are given to the tools.
#[derive(Clone, Debug, Default)]
pub(super) struct Staged {
    /// The documents, below the work folder.
    pub documents: Vec<String>,
    /// How many types the JSON Schemas have.
    pub types: usize,
}

/// Copies documents, schemas and the tools' lists of pinned versions into a work folder.
///
/// The validators know OpenAPI 3.0 and 3.1: documents of other versions are left out.
///
/// # Errors
///
/// Returns an error for every file that cannot be read or written.
pub(super) fn stage(spec: &Path, documents: &[Document], work: &Path) -> Result<Staged, Trouble> {
    let mut trouble = Trouble::default();
    let mut files = BTreeMap::new();
    let mut read = |to: String, path: &Path| match fs::read_to_string(path) {
        Ok(text) => drop(files.insert(to, text)),
        Err(error) => trouble.0.push(format!("{}: {error}", path.display())),
    };
    let pinned = cli::path::around(spec).join(PINNED);
    for name in NPM.into_iter().chain(SCRIPTS) {
        read(name.to_owned(), &pinned.join(name));
    }
    for name in ["README.md", OPENAPI_YAML] {
        read(format!("spec/{name}"), &spec.join(name));
    }
    let folder = spec.join("schemas");
    let entries = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    for entry in entries.map_err(|error| Trouble::at(&folder, error))? {
        let name = entry.file_name().to_string_lossy().into_owned();
        read(format!("spec/schemas/{name}"), &entry.path());
    }
    let mut staged = Staged::default();
    for (path, text) in files
        .iter()
        .filter(|(path, _)| path.contains(".schema.json"))
    {
        match serde_json::from_str::<Value>(text) {
            Ok(schema) => {
                staged.types += schema["$defs"].as_object().map_or(0, serde_json::Map::len);
            }
            Err(error) => trouble.0.push(format!("{path}: {error}")),
        }
    }
    for document in documents.iter().filter(|it| is_known(&it.value)) {
        files.insert(document.path.clone(), document.text.clone());
        staged.documents.push(document.path.clone());
    }
    staged.documents.push(format!("spec/{OPENAPI_YAML}"));
    files.insert(CONTROL.to_owned(), control(documents));
    let files = trouble.or(files)?;
    let files = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    disk::write(work, files)?;
    Ok(staged)
}

/// Whether the validators know the version of a document.
fn is_known(document: &Value) -> bool {
    let version = document["openapi"].as_str().unwrap_or_default();
    version.starts_with("3.0.") || version.starts_with("3.1.")
}

/// Returns a document without its title, which OpenAPI requires.
fn control(documents: &[Document]) -> String {
    let mut broken = documents.first().map_or(Value::Null, |it| it.value.clone());
    if let Some(info) = broken["info"].as_object_mut() {
        info.shift_remove("title");
    }
    document::json(&broken)
}

/// Builds kin-openapi from the repository at `root` into the work folder.
///
/// # Errors
///
/// Returns an error if Go is missing or the program cannot be built.
pub(super) fn build(root: &Path, work: &Path) -> Result<(), Failure> {
    let folder = root.join(PINNED).join("kin-openapi");
    process::need(&["go", "version"], GO, &folder)?;
    let program = work.join(PROGRAM);
    let to = program.to_string_lossy();
    process::run(&["go", "build", "-mod=readonly", "-o", &*to, "."], &folder).map(drop)
}

/// Runs a validator on the staged documents. Returns what it refuses.
///
/// # Errors
///
/// Returns an error if the validator cannot run or does not check every document.
pub(super) fn validate(
    command: &[&str],
    staged: &Staged,
    work: &Path,
) -> Result<Vec<String>, Failure> {
    let documents = staged.documents.iter().map(String::as_str);
    let argv: Vec<&str> = command
        .iter()
        .copied()
        .chain(documents)
        .chain([CONTROL])
        .collect();
    let mut problems = run(&argv, staged.documents.len() + 1, work)?;
    let known = problems.len();
    problems.retain(|problem| !problem.starts_with(CONTROL));
    if problems.len() == known {
        return Err(Failure::Step(format!(
            "expected {CONTROL}, which has no title, to be refused, but found it accepted instead"
        )));
    }
    Ok(problems)
}

/// Runs the schema tools as `spec/README.md` says. Returns what does not work.
///
/// # Errors
///
/// Returns an error if a tool cannot run, or if not every type is checked.
pub(super) fn schemas(staged: &Staged, work: &Path) -> Result<Vec<String>, Failure> {
    run(&["node", "schemas.mjs"], staged.types, work)
}

/// Returns the problems that a program prints. Its last line must say that it checked everything.
///
/// # Errors
///
/// Returns an error if the program fails, or if it did not check as many as are due.
pub(super) fn run(argv: &[&str], due: usize, work: &Path) -> Result<Vec<String>, Failure> {
    let printed = process::run(argv, work)?;
    let mut lines: Vec<String> = printed.lines().map(str::to_owned).collect();
    let last = lines.pop().unwrap_or_default();
    let checked = last
        .strip_prefix(CHECKED)
        .and_then(|number| number.parse().ok());
    if checked == Some(due) {
        return Ok(lines);
    }
    Err(Failure::Step(format!(
        "expected `{}` to check {due}, but found `{last}` instead",
        argv[..argv.len().min(2)].join(" ")
    )))
}
