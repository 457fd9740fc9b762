//! Stages the pinned tools and runs them, in a folder of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::exceptions::{Exception, bare, ignored, stale, switched_off, without_reason};
use super::linter::{Linter, Problem, Tool};
use super::report::{redocly, spectral};
use crate::documents::Document;
use cli::install::NPM;
use cli::process::{self, Failure};
use cli::{Trouble, disk};

/// Where the pinned versions are, below the root of the repository.
const PINNED: &str = "crates/harness/lint";

/// The folder of the rulesets without exceptions. Redocly finds no file of exceptions there either.
const BARE: &str = "bare";

/// The result of a linter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Linted {
    /// The problems that it finds, and the exceptions that do not fire or have no reason.
    pub problems: Vec<Problem>,
    /// The rules with exceptions, each with the number of its places. A place that several documents
    /// have counts once.
    pub excepted: BTreeMap<String, usize>,
}

/// Copies the documents, the rulesets and the lists of pinned versions into a folder, so that
/// nothing is installed in the repository at `root`.
///
/// # Errors
///
/// Returns an error for every file that cannot be read or written, and for every invalid ruleset.
pub(super) fn stage(
    root: &Path,
    documents: &[Document],
    linters: &[Linter],
    work: &Path,
) -> Result<(), Trouble> {
    let mut files: BTreeMap<String, String> = documents
        .iter()
        .map(|document| (document.path.clone(), document.text.clone()))
        .collect();
    let mut trouble = Trouble::default();
    let rulesets = linters.iter().map(|linter| linter.ruleset);
    let ignores = linters.iter().filter_map(|linter| linter.ignore);
    let rules = rulesets.clone().chain(ignores);
    let rules = rules.map(|name| (name, root.join(name)));
    let package = NPM.map(|name| (name, root.join(PINNED).join(name)));
    for (name, path) in rules.chain(package) {
        let text = fs::read_to_string(&path).map_err(|error| Trouble::at(&path, error));
        files.extend(trouble.take(text).map(|text| (name.to_owned(), text)));
    }
    for ruleset in rulesets {
        let Some(text) = files.get(ruleset) else {
            continue;
        };
        let text = bare(text).map_err(|error| Trouble::new(format!("{ruleset}: {error}")));
        files.extend(
            trouble
                .take(text)
                .map(|text| (format!("{BARE}/{ruleset}"), text)),
        );
    }
    let files = trouble.or(files)?;
    disk::write(
        work,
        files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    )
}

/// Runs a linter in a staged folder with its ruleset, and again without exceptions.
///
/// # Errors
///
/// Returns an error if the tool cannot run, or if its output cannot be read.
pub(super) fn run(linter: &Linter, documents: &[Document], work: &Path) -> Result<Linted, Failure> {
    let mut problems = lint(linter, linter.ruleset, documents, work)?;
    let raw = lint(
        linter,
        &format!("{BARE}/{}", linter.ruleset),
        documents,
        work,
    )?;
    let read = |name: &str| {
        let text = fs::read_to_string(work.join(name));
        text.map_err(|error| Failure::Step(format!("{name}: {error}")))
    };
    let mut places = BTreeSet::new();
    for (file, parse) in [
        (Some(linter.ruleset), switched_off as fn(&str) -> _),
        (linter.ignore, ignored),
    ] {
        let Some(file) = file else {
            continue;
        };
        let text = read(file)?;
        let here = parse(&text).map_err(|error| Failure::Step(format!("{file}: {error}")))?;
        problems.extend(without_reason(&text).into_iter().map(|line| {
            Problem {
                file: file.to_owned(),
                at: format!("line {line}"),
                rule: "unexplained-exception".to_owned(),
                message:
                    "expected the reason of the exception in a comment above it, but found none \
                      instead"
                        .to_owned(),
            }
        }));
        problems.extend(
            stale(&here, &raw, documents)
                .into_iter()
                .map(|(exception, why)| Problem {
                    file: file.to_owned(),
                    at: exception.to_string(),
                    rule: "stale-exception".to_owned(),
                    message: format!(
                        "expected the exception to `{}` to fire, but {why}",
                        exception.rule
                    ),
                }),
        );
        let place = |it: Exception| (it.rule, it.at);
        places.extend(here.into_iter().map(place));
    }
    let mut excepted = BTreeMap::new();
    for (rule, _) in places {
        *excepted.entry(rule).or_default() += 1;
    }
    Ok(Linted { problems, excepted })
}

fn lint(
    linter: &Linter,
    ruleset: &str,
    documents: &[Document],
    work: &Path,
) -> Result<Vec<Problem>, Failure> {
    let program = match linter.tool {
        Tool::Redocly => ["node_modules/.bin/redocly", "lint", "--config", ruleset],
        Tool::Spectral => ["node_modules/.bin/spectral", "lint", "--ruleset", ruleset],
    };
    let mut argv = program.to_vec();
    argv.extend(["--format", "json"]);
    argv.extend(documents.iter().map(|document| document.path.as_str()));
    let output = process::output(&argv, work)?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let problems = match linter.tool {
        Tool::Redocly => redocly(&printed, documents.len()),
        Tool::Spectral => spectral(&printed, work),
    };
    problems.map_err(|error| Failure::Step(format!("{error}\n{}", process::ended(&argv, &output))))
}
