//! `cargo xtask translate`: a customer of ours in the shape of a public standard.

use std::path::{Path, PathBuf};

use artefacts::table::CONSOLIDATED;
use cli::terminal::count;
use cli::{Trouble, Verdict, disk, terminal, text};
use crosswalk::{Crosswalk, FOLDER};
use serde_json::Value;

/// Prints a provider's body of a customer in the shape of a public standard, as JSON.
///
/// Whatever is lost, cut or cannot be said goes to standard error, with its place and the rule, and
/// without any value. Exits with 1 if there is any.
#[derive(Debug, clap::Args)]
pub struct Translate {
    /// The standard, such as `cds-au`: the name of a file in spec/crosswalk/targets.
    #[arg(long, value_name = "TARGET")]
    to: String,
    /// The component schema of the body, such as `CitiCustomerProfile`, if several fit.
    #[arg(long, value_name = "SCHEMA")]
    from: Option<String>,
    /// Where to write what was lost, instead of to standard error: JSON if the name ends in `.json`.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// The path of the body, in JSON.
    file: PathBuf,
}

impl Translate {
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read or written, if there is no such standard, or if
    /// the body fits no schema; without values of the body.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let crosswalk = read(spec, &self.to)?;
        let target = crosswalk
            .targets
            .iter()
            .find(|it| it.id == self.to)
            .ok_or_else(|| {
                let known: Vec<&str> = crosswalk.targets.iter().map(|it| &*it.id).collect();
                Trouble::new(format!("--to: {}", cli::words::unknown(&self.to, &known)))
            })?;
        let document = json(&spec.join(CONSOLIDATED))?;
        let body = json(&self.file)?;
        let shown = self.file.display();
        let refused = |why: Vec<String>| {
            let why = why.into_iter().map(|why| {
                format!("{shown}: {why}; give a body of a customer, or its schema with --from")
            });
            Trouble(why.collect())
        };
        let from = self.from.as_deref();
        let translated = crosswalk::translate(target, &document, &body, from).map_err(refused)?;
        if let Some(body) = &translated.body {
            terminal::line(format_args!("{body:#}"));
        }
        let entries = &translated.entries;
        let head = format!(
            "{} as {} of {}",
            translated.from,
            translated.to,
            target.name()
        );
        let told = entries.iter().map(|it| {
            let arrow = if it.from.is_empty() || it.to.is_empty() {
                ""
            } else {
                " → "
            };
            format!("{}: {}{arrow}{}: {}", it.what, it.from, it.to, it.why)
        });
        let told = std::iter::once(head).chain(told);
        match &self.report {
            Some(path) => {
                let is_json = path.extension().is_some_and(|it| it == "json");
                let text = if is_json {
                    format!("{:#}", serde_json::json!(translated))
                } else {
                    told.collect::<Vec<_>>().join(
                        "
",
                    )
                };
                let (folder, name) = (cli::path::around(path), path.file_name());
                let name = name.unwrap_or_default().to_string_lossy();
                disk::write(
                    &folder,
                    [(
                        &*name,
                        &*(text
                            + "
"),
                    )],
                )?;
            }
            None => told.for_each(terminal::note),
        }
        let lost = count(entries.len(), "entry").replace("entrys", "entries");
        terminal::note(format_args!("{lost} in the report"));
        Ok(Verdict::of(entries.is_empty() && translated.body.is_some()))
    }
}

/// Reads the crosswalks of a `spec/` folder, of which one must be without a problem.
fn read(spec: &Path, target: &str) -> Result<Crosswalk, Trouble> {
    let files = disk::files(&spec.join(FOLDER))?;
    let files = files
        .into_iter()
        .map(|(path, bytes)| (format!("{FOLDER}{path}"), bytes));
    let (crosswalk, problems) = Crosswalk::read(&files.collect());
    let wrong = |it: &crosswalk::Problem| format!("{}: {}", it.file, it.problem);
    let problems = problems.iter().filter(|it| it.file.contains(target));
    Trouble(problems.map(wrong).collect()).or(crosswalk)
}

/// Reads a file of JSON; no error repeats what stands there.
fn json(path: &Path) -> Result<Value, Trouble> {
    let text = text::read(path).map_err(|error| Trouble::at(path, error))?;
    serde_json::from_str(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Trouble::at(
            path,
            format!(
                "expected JSON, but found something else instead at line {line}, column {column}"
            ),
        )
    })
}
