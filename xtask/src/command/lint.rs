//! `cargo xtask lint`: the documents, as other people's governance gates see them.

use std::fs;
use std::path::{Path, PathBuf};

use contract::catalogue::CATALOGUE;

use crate::lint::{LINTERS, Linted, Problem, documents, own, run, stage};
use artefacts::CONTRACT;
use cli::install;
use cli::process::Failure;
use cli::terminal::count;
use cli::work_folder as out;
use cli::{Trouble, Verdict, terminal};

/// Lints the documents in spec/ with rules of ours and with Redocly and Spectral.
///
/// The rulesets of the public tools stand at the root of the repository, each exception with its
/// reason; an exception that does not fire fails as well. Their pinned versions are installed by
/// npm, into a folder of their own. The exit code is 1 with a problem, and 2 if a tool cannot run.
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
    /// What cannot be read or written, toolchains that are missing, tools that cannot run.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let inputs = super::inputs(spec)?;
        let documents = documents(spec)?;
        let linted = Linted {
            problems: own(&documents, &CATALOGUE, &inputs),
            ..Linted::default()
        };
        let what = count(documents.len(), "document");
        let mut agrees = say("rules of ours", "crates/contract", &what, &linted);
        let mut trouble = Trouble::default();
        let out = out(self.out.as_deref(), spec, "lint");
        stage(&spec.join(".."), &documents, &LINTERS, &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        if let Err(failure) = install::npm(&work) {
            let names = LINTERS.map(|linter| linter.name).join(", ");
            return Err(Trouble::new(format!("{names}: {}", failure.why())));
        }
        for linter in LINTERS {
            match run(&linter, &documents, &work) {
                Ok(linted) => agrees &= say(linter.name, linter.exceptions(), &what, &linted),
                Err(Failure::Missing(why) | Failure::Step(why)) => {
                    trouble.0.push(format!("{}: {why}", linter.name));
                }
            }
        }
        trouble.or(Verdict::of(agrees))
    }
}

/// Every problem with its place and what to do about it, and one line for the linter; whether
/// there is none.
fn say(linter: &str, exceptions: &str, documents: &str, linted: &Linted) -> bool {
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
            "stale-exception" => "remove the exception, or narrow it to where it fires".to_owned(),
            "unexplained-exception" => "write the reason above it".to_owned(),
            _ if exceptions.starts_with("crates/") => CONTRACT.to_owned(),
            _ => format!("{CONTRACT}, or except it in {exceptions} with the reason"),
        };
        terminal::detail("fix", fix);
    }
    let good = linted.problems.is_empty();
    let word = if good { "Passed" } else { "Failed" };
    let problems = count(linted.problems.len(), "problem");
    let excepted = if linted.excepted.is_empty() {
        String::new()
    } else {
        let rules = count(linted.excepted.len(), "rule");
        let places = count(linted.excepted.values().sum(), "place");
        format!(", {rules} excepted at {places}")
    };
    let summary = format!("{linter}: {documents}, {problems}{excepted}");
    terminal::status(good, word, summary);
    good
}
