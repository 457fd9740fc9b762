//! `cargo harness validate`: our own validation, public validators and schema tools, run on the
//! files in `spec/`.

mod package;
mod tools;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use cli::process::Failure;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, install, work_folder};

use crate::documents::{Document, documents, schemas as json_schemas};
use crate::say;
use artefacts::CONTRACT;
use document::validate::Validation;
use tools::{KIN_OPENAPI, SWAGGER_PARSER, build, schemas, stage, validate};

/// What to do about a line of spec/README.md that does not work.
const README: &str = "correct the section \"JSON Schemas\" in crates/artefacts/src/readme.md and run `cargo xtask export`";

/// What to do about a package that does not work.
const PACKAGE: &str = "correct crates/artefacts/src/package.rs, or the section \"Pin a release\" in crates/artefacts/src/readme.md, and run `cargo xtask export`";

/// Runs our own and public validators on the documents, and schema tools and npm as spec/README.md
/// says.
///
/// Our own validation takes every document and JSON Schema, and needs no other program. swagger-parser and kin-openapi must accept every document of OpenAPI 3.0 and 3.1, and must refuse
/// a broken one. The lines that spec/README.md gives for Ajv, quicktype and json2ts are run on every
/// JSON Schema. npm installs the package of `cargo xtask package`, and Node.js imports all that it
/// exports. Needs Node.js and Go. The exit code is 1 with a problem, and 2 if a tool cannot run.
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
    /// Returns an error if a file cannot be read or written, or if a tool is missing or cannot run.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let all = documents(spec)?;
        let mut agrees = validated(&all, &json_schemas(spec)?);
        let out = work_folder(self.out.as_deref(), spec, "validate");
        let staged = stage(spec, &all, &out)?;
        let packed = package::pack(spec, &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        let documents = count(staged.documents.len(), "document");
        let types = count(staged.types, "type");
        let exports = count(packed.exports, "export");
        // Node.js and Go have nothing to do with each other.
        let (node, go) = thread::scope(|scope| {
            let go = scope.spawn(|| {
                build(&cli::path::around(spec), &work)?;
                validate(KIN_OPENAPI, &staged, &work)
            });
            let node = install::npm(&work).map(|()| {
                let parser = validate(SWAGGER_PARSER, &staged, &work);
                (parser, schemas(&staged, &work), packed.import())
            });
            let go = go.join();
            (node, go.unwrap_or_else(|it| std::panic::resume_unwind(it)))
        });
        let (parser, schemas, npm) = match node {
            Ok(all) => all,
            Err(failure) => (Err(failure.clone()), Err(failure.clone()), Err(failure)),
        };
        let mut trouble = Trouble::default();
        for (tool, what, result, fix) in [
            ("@apidevtools/swagger-parser", &documents, parser, CONTRACT),
            ("kin-openapi", &documents, go, CONTRACT),
            ("Ajv, quicktype, json2ts", &types, schemas, README),
            ("npm package", &exports, npm, PACKAGE),
        ] {
            match result {
                Ok(problems) => agrees &= print(tool, what, &problems, fix),
                Err(Failure::Missing(why) | Failure::Step(why)) => {
                    trouble.0.push(format!("{tool}: {why}"));
                }
            }
        }
        trouble.or(Verdict::of(agrees))
    }
}

/// Prints what our own validation says. Returns whether there is no problem.
fn validated(documents: &[Document], schemas: &[Document]) -> bool {
    let mut validation = Validation::default();
    let mut problems = Vec::new();
    for file in documents.iter().chain(schemas) {
        let found = validation.problems(&file.value).into_iter();
        problems.extend(found.map(|it| format!("{} at {}: {}", file.path, it.pointer, it.problem)));
    }
    let documents = count(documents.len(), "document");
    let what = format!("{documents}, {}", count(schemas.len(), "JSON Schema"));
    print("our own validation", &what, &problems, CONTRACT)
}

/// Prints every problem with its fix, and one line for the tool. Returns whether there is no problem.
fn print(tool: &str, what: &str, problems: &[String], fix: &str) -> bool {
    for problem in problems {
        terminal::status(false, "problem", problem);
        terminal::status(false, "fix", fix);
    }
    let problems = problems.len();
    let summary = format!("{tool}: {what}, {}", count(problems, "problem"));
    say::passed(problems == 0, summary)
}
