//! `cargo xtask generate`: code in other languages, and the proof that it works.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use contract::catalogue::CATALOGUE;
use serde_json::{Value, json};

use crate::generate::{Generator, Outcome, REPORT, Sample, Samples, Target, report, run, targets};
use cli::terminal::count;
use cli::work_folder as out;
use cli::{Trouble, Verdict, disk, terminal};

/// The folder of the targets, beside `spec/`.
const TARGETS: &str = "xtask/generators";

/// The samples in a work folder; what has them is one.
const EXAMPLES: &str = "examples.json";

/// Runs public code generators on the documents and proves what they generate.
///
/// Each target is generated, compiled, and made to read and write every documented example, and
/// boundary values: the largest numbers, the longest texts, every listed value. With
/// --all and nothing failing, spec/reports/generators.md is written. A toolchain that is missing is
/// named, and the other targets still run; the exit code is 2 then, and 1 if a step fails.
#[derive(Debug, clap::Args)]
#[group(id = "which", required = true, multiple = true)]
pub struct Generate {
    /// The targets: folders of xtask/generators/.
    #[arg(group = "which")]
    targets: Vec<String>,
    /// Every target.
    #[arg(long, group = "which", conflicts_with = "targets")]
    all: bool,
    /// Where to work, and where the generated code is left; `target/generate` beside `spec/` if left
    /// out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Generate {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What cannot be read or written, targets that are unknown, toolchains that are missing.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let targets = self.chosen(&spec.join("..").join(TARGETS))?;
        let outcome = super::build(&super::inputs(spec)?, &disk::files(spec)?)?;
        let samples = Samples::of(&outcome.documents.consolidated)?;
        let list: Vec<&Sample> = samples.all().collect();
        let (list, types) = (document::json(&json!(list)), document::json(&types()));
        let given = |path: &str| outcome.files.get(path).map(String::as_str);
        let out = out(self.out.as_deref(), spec, "generate");
        let mut trouble = Trouble::default();
        let mut outcomes = Vec::new();
        let progress = terminal::progress(targets.len(), "Generating");
        for target in &targets {
            let mut files =
                BTreeMap::from([(EXAMPLES, list.as_str()), ("types.json", types.as_str())]);
            let known = trouble.0.len();
            for generator in &target.generators {
                match given(&generator.document) {
                    Some(text) => drop(files.insert(&generator.document, text)),
                    None => trouble.0.push(format!(
                        "{}: expected a document of spec/, but found `{}` instead",
                        target.name, generator.document
                    )),
                }
            }
            if trouble.0.len() > known {
                progress.inc(1);
                continue;
            }
            let work = out.join(&target.name);
            clear(&work, &target.caches)?;
            disk::write(&work, files)?;
            copy(&target.folder, &work)?;
            let work = fs::canonicalize(&work).unwrap_or(work);
            for outcome in run(target, &work, &samples) {
                progress.suspend(|| say(&outcome, &mut trouble));
                if let (Ok(_), Some(document)) =
                    (&outcome.proof, given(&outcome.generator.document))
                {
                    keep(spec, &work, target, &outcome.generator, document)?;
                }
                outcomes.push(outcome);
            }
            progress.inc(1);
        }
        progress.finish_and_clear();
        let proved = outcomes.iter().filter(|it| it.proof.is_ok()).count();
        let chosen = targets.iter().map(|target| target.generators.len()).sum();
        let all = proved == chosen;
        if let (true, true, Some(text)) = (all, self.all, report(&outcomes)) {
            let _turn = disk::turn(spec)?;
            disk::write(spec, [(REPORT, text.as_str())])?;
        }
        let summary = format!(
            "{proved} of {}, {} and {} each",
            count(chosen, "generator"),
            count(samples.examples.len(), "example"),
            count(samples.boundaries.len(), "boundary value")
        );
        terminal::status(all, "Proved", summary);
        trouble.or(Verdict::of(all))
    }

    fn chosen(&self, folder: &Path) -> Result<Vec<Target>, Trouble> {
        let known = targets(folder)?;
        if self.all {
            return Ok(known);
        }
        let names: Vec<_> = known.iter().map(|target| target.name.clone()).collect();
        let unknown = self.targets.iter().filter(|name| !names.contains(name));
        let unknown = unknown.map(|name| {
            format!(
                "expected one of {}, but found `{name}` instead",
                names.join(", ")
            )
        });
        let chosen = known
            .into_iter()
            .filter(|target| self.targets.contains(&target.name));
        Trouble(unknown.collect()).or(chosen.collect())
    }
}

/// Says what came of a generator; a missing toolchain is in the way, a failed step is a result.
fn say(outcome: &Outcome, trouble: &mut Trouble) {
    use crate::generate::Failure;

    let generator = format!(
        "{} by {} {}",
        outcome.language, outcome.generator.name, outcome.generator.version
    );
    match &outcome.proof {
        Ok(_) => terminal::status(true, "Round-tripped", generator),
        Err(Failure::Step(why)) => terminal::status(false, "Failed", format!("{generator}: {why}")),
        Err(Failure::Missing(why)) => trouble.0.push(format!("{generator}: {why}")),
    }
}

/// The Rust path of every named type, for generators that can use types that are there.
fn types() -> Value {
    let types = CATALOGUE.schemas.iter();
    let types = types.map(|schema| (schema.name(), Value::from((schema.rust)())));
    Value::Object(types.collect())
}

/// Puts what is kept of the generated code into its place in the repository.
fn keep(
    spec: &Path,
    work: &Path,
    target: &Target,
    generator: &Generator,
    document: &str,
) -> Result<(), Trouble> {
    let Some(keep) = &generator.keep else {
        return Ok(());
    };
    let path = work.join(&keep.from);
    let code = fs::read_to_string(&path)
        .map_err(|error| Trouble::new(format!("{}: {error}", path.display())))?;
    let text = artefacts::Generated {
        by: &format!("{} {}", generator.name, generator.version),
        from: &generator.document,
        command: &format!("cargo xtask generate {}", target.name),
    }
    .marked(document, &code);
    let _turn = disk::turn(spec)?;
    disk::write(&spec.join(".."), [(keep.at.as_str(), text.as_str())])
}

/// Takes away what an earlier run left in a work folder, but for some folders of it, so that nothing
/// of what it generated is taken for what the next one generates.
fn clear(work: &Path, caches: &[String]) -> Result<(), Trouble> {
    let failed =
        |path: &Path, error: io::Error| Trouble::new(format!("{}: {error}", path.display()));
    let entries = match fs::read_dir(work) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => Err(error),
    };
    let entries = entries.map_err(|error| failed(work, error))?;
    if !entries.is_empty() && !work.join(EXAMPLES).exists() {
        return Err(Trouble::new(format!(
            "{}: expected what an earlier run left, but found other files instead; remove them, or \
             give another `--out`",
            work.display()
        )));
    }
    for entry in entries {
        let name = entry.file_name();
        if caches.iter().any(|cache| name == **cache) {
            continue;
        }
        let path = entry.path();
        // A link is taken away, and nothing that it leads to.
        let removed = match entry.file_type() {
            Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
            Ok(_) => fs::remove_file(&path),
            Err(error) => Err(error),
        };
        removed.map_err(|error| failed(&path, error))?;
    }
    Ok(())
}

/// Copies a target's folder.
fn copy(from: &Path, to: &Path) -> Result<(), Trouble> {
    let failed =
        |path: &Path, error: io::Error| Trouble::new(format!("{}: {error}", path.display()));
    fs::create_dir_all(to).map_err(|error| failed(to, error))?;
    let entries = fs::read_dir(from).map_err(|error| failed(from, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| failed(from, error))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            let copied = fs::copy(&path, &target);
            // Either may be in the way: the error names none.
            copied.map_err(|error| {
                Trouble::new(format!(
                    "{} cannot be copied to {}: {error}",
                    path.display(),
                    target.display()
                ))
            })?;
        }
    }
    Ok(())
}
