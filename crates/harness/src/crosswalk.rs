//! `cargo harness crosswalk`: the tables of mappings by sssom-py, and what invented customers become
//! by the schemas that the standards publish.

mod customers;
mod published;

use std::fs;
use std::path::{Path, PathBuf};

use ::crosswalk::{Crosswalk, FOLDER, Root, Target};
use artefacts::table::CONSOLIDATED;
use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, install, process, work_folder};
use serde_json::Value;

use crate::documents::Document;
use crate::say;
use customers::{Customers, MARK};
use published::{Published, published};

/// The lock file of the tool, from `spec/`.
const TOOL: &str = "../crates/harness/crosswalk";

/// A target that is broken is broken everywhere: the first places are those that help.
const MOST: usize = 10;

/// Validates the tables in spec/crosswalk with sssom-py, and translates invented customers.
///
/// Each body must be valid by the schema that the standard publishes, and no report may hold a value
/// of a customer. The schemas are fetched with curl from where the facts were read, or taken from a
/// folder; where neither gives one, it is made from the facts, and the summary says so. Needs Python.
#[derive(Debug, clap::Args)]
pub struct CrosswalkTest {
    /// How many customers of each component schema are translated to each standard.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    customers: usize,
    /// The folder of the published schemas, with the names that they have where they are published.
    #[arg(long, value_name = "DIR")]
    schemas: Option<PathBuf>,
    /// Where the tool is installed and runs; `target/crosswalk` beside `spec/` if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl CrosswalkTest {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read or written, or if Python is missing.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let document = Document::read(spec, CONSOLIDATED)?.value;
        let files = disk::files(&spec.join(FOLDER))?.into_iter();
        let files = files.map(|(path, bytes)| (format!("{FOLDER}{path}"), bytes));
        let (crosswalk, problems) = Crosswalk::read(&files.collect());
        let wrong = |it: &::crosswalk::Problem| format!("{}: {}", it.file, it.problem);
        Trouble(problems.iter().map(wrong).collect()).or(())?;
        let out = work_folder(self.out.as_deref(), spec, "crosswalk");
        install::stage(&cli::path::below(spec, TOOL), &[install::PIP], &out)?;
        let work = fs::canonicalize(&out).unwrap_or(out);
        let spec = fs::canonicalize(spec).unwrap_or_else(|_| spec.to_owned());
        install::pip(&work)?;
        let mut agrees = true;
        for target in &crosswalk.targets {
            agrees &= validated(target, &spec, &work)?;
        }
        for target in &crosswalk.targets {
            let schema = published(target, self.schemas.as_deref(), &work);
            for root in target.printed.iter().flat_map(|printed| &printed.root) {
                agrees &= self.translated(target, root, &document, &schema)?;
            }
        }
        Ok(Verdict::of(agrees))
    }

    /// Translates customers of every schema of a root. Returns whether all is as it should be.
    fn translated(
        &self,
        target: &Target,
        root: &Root,
        document: &Value,
        published: &Published,
    ) -> Result<bool, Trouble> {
        let schema = published.validator(target, root)?;
        let mut agrees = true;
        for from in &root.from {
            let (mut all, mut said, mut problems) = (0, 0, Vec::new());
            for body in Customers::of(document, from).take(self.customers) {
                all += 1;
                let translation = ::crosswalk::translate(target, document, &body, Some(from));
                let translation = translation.map_err(Trouble)?;
                let report = serde_json::to_string(&translation).unwrap_or_default();
                if report.contains(MARK) {
                    problems.push("a report holds a value".to_owned());
                }
                if let Some(body) = &translation.body {
                    said += 1;
                    let errors = schema.iter_errors(body);
                    problems.extend(
                        errors.map(|it| format!("{}: {}", it.instance_path(), it.masked())),
                    );
                } else if translation.entries.iter().all(|it| it.what != "missing") {
                    problems.push("nothing is printed, and nothing says why".to_owned());
                }
            }
            if all < self.customers {
                problems.push(format!("only {all} customers could be invented"));
            }
            problems
                .iter()
                .take(MOST)
                .for_each(|it| terminal::status(false, "problem", it));
            let summary = format!(
                "{from} as {} of {}: {}, {said} of them said, {} by {}",
                root.to,
                target.id,
                count(all, "customer"),
                count(problems.len(), "problem"),
                published.what(),
            );
            agrees &= say::passed(problems.is_empty(), summary);
        }
        Ok(agrees)
    }
}

/// Runs sssom-py on the table of a target.
fn validated(target: &Target, spec: &Path, work: &Path) -> Result<bool, Trouble> {
    let file = spec.join(format!("{FOLDER}{}.sssom.tsv", target.id));
    let argv = ["venv/bin/sssom", "validate", &*file.to_string_lossy()];
    let output = process::output(&argv, work)?;
    let told = [&*output.stdout, &*output.stderr].concat();
    let told = String::from_utf8_lossy(&told);
    let errors = told
        .lines()
        .filter(|line| line.contains("ERROR") || line.contains("[ERROR]"));
    let errors: Vec<&str> = errors.collect();
    let good = output.status.success() && errors.is_empty();
    if !good {
        let tail = process::ended(&argv, &output);
        terminal::status(false, "problem", errors.first().map_or(&*tail, |it| it));
    }
    Ok(say::passed(good, format!("sssom-py: {}", target.id)))
}
