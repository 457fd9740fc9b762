//! `cargo harness lint`: rules of ours and public linters with pinned versions, run on the documents.
//!
//! The rulesets stand at the root of the repository, where the tools look for them, so that anybody
//! can run the tools alone. Each exception stands there too, with its reason. Every tool runs
//! twice: once with its ruleset, and once with a ruleset without exceptions. The second run shows
//! whether each exception still fires.

mod exceptions;
mod linter;
mod own;
mod report;
mod run;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use artefacts::CONTRACT;
use cli::process::Failure;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, install, work_folder};

use crate::documents::{documents, schemas};
use crate::say;
pub use exceptions::{Exception, bare, ignored, stale, switched_off, without_reason};
pub use linter::{LINTERS, Linter, Problem, Tool};
pub use own::own;
pub use report::{redocly, spectral};
use run::{Linted, run, stage};

/// Lints the documents in spec/ with rules of ours and with Redocly and Spectral.
///
/// The rulesets of the public tools stand at the root of the repository, each exception with its
/// reason. An exception that does not fire is a problem too. npm installs the pinned versions of
/// the tools into a folder of their own. The exit code is 1 with a problem, and 2 if a tool cannot
/// run.
#[derive(Debug, clap::Args)]
pub struct Lint {
    /// Where the tools are installed and run; `target/lint` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Lint {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read or written, or if a tool is missing or cannot run.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let documents = documents(spec)?;
        let schemas = schemas(spec)?;
        let linted = Linted {
            problems: [own(&documents), own(&schemas)].concat(),
            ..Linted::default()
        };
        let what = count(documents.len(), "document");
        let both = format!("{what}, {}", count(schemas.len(), "JSON Schema"));
        let mut agrees = print("rules of ours", CONTRACT, &both, &linted);
        let mut trouble = Trouble::default();
        let out = work_folder(self.out.as_deref(), spec, "lint");
        stage(&cli::path::around(spec), &documents, &LINTERS, &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        if let Err(failure) = install::npm(&work) {
            let names = LINTERS.map(|linter| linter.name).join(", ");
            return Err(Trouble::new(format!("{names}: {}", failure.why())));
        }
        let results = thread::scope(|scope| {
            let (documents, work) = (&documents, &work);
            let threads = LINTERS.map(|it| scope.spawn(move || run(&it, documents, work)));
            threads.map(|it| it.join().unwrap_or_else(|it| std::panic::resume_unwind(it)))
        });
        for (linter, result) in LINTERS.into_iter().zip(results) {
            match result {
                Ok(linted) => {
                    let file = linter.exceptions();
                    let fix = format!("{CONTRACT}, or except it in {file} with the reason");
                    agrees &= print(linter.name, &fix, &what, &linted);
                }
                Err(Failure::Missing(why) | Failure::Step(why)) => {
                    trouble.0.push(format!("{}: {why}", linter.name));
                }
            }
        }
        trouble.or(Verdict::of(agrees))
    }
}

/// Prints every problem with its place and its fix, and one line for the linter. Returns whether
/// there is no problem.
fn print(linter: &str, fix: &str, documents: &str, linted: &Linted) -> bool {
    for problem in &linted.problems {
        let Problem {
            file,
            at,
            rule,
            message,
        } = problem;
        terminal::detail("problem", format_args!("{message} ({rule})"));
        let place = if at.is_empty() { "the root" } else { at };
        terminal::detail("file", format_args!("{file} at {place}"));
        let fix = match rule.as_str() {
            "stale-exception" => "remove the exception, or narrow it to where it fires",
            "unexplained-exception" => "write the reason above it",
            _ => fix,
        };
        terminal::detail("fix", fix);
    }
    let problems = count(linted.problems.len(), "problem");
    let excepted = if linted.excepted.is_empty() {
        String::new()
    } else {
        let rules = count(linted.excepted.len(), "rule");
        let places = count(linted.excepted.values().sum(), "place");
        format!(", {rules} excepted at {places}")
    };
    let good = linted.problems.is_empty();
    say::passed(good, format!("{linter}: {documents}, {problems}{excepted}"))
}
