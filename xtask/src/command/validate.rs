//! `cargo xtask validate`: the files in `spec/`, as other people's tools read them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::lint::documents;
use crate::validate::{KIN_OPENAPI, SWAGGER_PARSER, build, schemas, stage, validate};
use artefacts::CONTRACT;
use cli::process::Failure;
use cli::terminal::count;
use cli::work_folder as out;
use cli::{Trouble, Verdict, install, terminal};

/// What to do about a line of spec/README.md that does not work.
const README: &str =
    "correct the section \"JSON Schemas\" in xtask/src/readme.md and run `cargo xtask export`";

/// Runs public validators on the documents, and schema tools as spec/README.md says.
///
/// swagger-parser and kin-openapi have to accept every document of OpenAPI 3.0 and 3.1, and to refuse
/// a broken one. The lines that spec/README.md gives for Ajv, quicktype and json2ts are run on every
/// JSON Schema. Needs Node.js and Go; the exit code is 1 with a problem, and 2 if a tool cannot run.
#[derive(Debug, clap::Args)]
pub struct Validate {
    /// Where the tools are installed and run; `target/validate` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Validate {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns what cannot be read or written, toolchains that are missing, tools that cannot run.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let out = out(self.out.as_deref(), spec, "validate");
        let staged = stage(spec, &documents(spec)?, &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        let installed = install::npm(&work);
        let built = build(&spec.join(".."), &work);
        let documents = count(staged.documents.len(), "document");
        let types = count(staged.types, "type");
        let mut trouble = Trouble::default();
        let mut agrees = true;
        let mut hear =
            |tool: &str, what: &str, said: Result<Vec<String>, Failure>, fix: &str| match said {
                Ok(problems) => agrees &= say(tool, what, &problems, fix),
                Err(failure) => trouble.0.push(format!("{tool}: {}", failure.why())),
            };
        let said = installed.clone();
        let said = said.and_then(|()| validate(SWAGGER_PARSER, &staged, &work));
        hear("@apidevtools/swagger-parser", &documents, said, CONTRACT);
        let said = built.and_then(|()| validate(KIN_OPENAPI, &staged, &work));
        hear("kin-openapi", &documents, said, CONTRACT);
        let said = installed.and_then(|()| schemas(&staged, &work));
        hear("Ajv, quicktype, json2ts", &types, said, README);
        trouble.or(Verdict::of(agrees))
    }
}

/// Prints every problem with its fix, and one line for the tool. Returns whether there was no problem.
fn say(tool: &str, what: &str, problems: &[String], fix: &str) -> bool {
    for problem in problems {
        terminal::status(false, "problem", problem);
        terminal::status(false, "fix", fix);
    }
    let good = problems.is_empty();
    let word = if good { "Passed" } else { "Failed" };
    let summary = format!("{tool}: {what}, {}", count(problems.len(), "problem"));
    terminal::status(good, word, summary);
    good
}
