//! `cargo harness generate`: public code generators, run on the documents, and the proof of what
//! they generate.
//!
//! A target is a folder `generators/<target>/`. Its `target.toml` says which tools it needs and
//! which commands generate, compile and round-trip. Lock files pin every version. A small program
//! reads each sample with the generated types and writes it again; what it wrote is compared here,
//! digit by digit. The folder is copied and worked on elsewhere, so that nothing generated stands in
//! the repository.

mod compare;
mod decimal;
mod judge;
mod report;
mod run;
mod rust;
mod sample;
mod target;
mod work;

use std::path::{Path, PathBuf};

use cli::terminal::{self, count};
use cli::{Trouble, Verdict, disk, work_folder};

use crate::documents::{Document, documents};
use artefacts::table::{CONSOLIDATED, GENERATORS};
pub use compare::{Change, came_back};
use report::{Failure, Outcome, report};
use run::run;
pub use sample::{Sample, Samples};
use target::Target;
pub use target::targets;

/// The folder of the targets, from `spec/`.
const TARGETS: &str = "../crates/harness/generators";

/// Runs public code generators on the documents and proves what they generate.
///
/// Each target is generated and compiled, and has to read and write every documented example and
/// boundary value: the largest numbers, the longest texts, every listed value. With --all and nothing
/// failing, spec/reports/generators.md is written. A toolchain that is missing is named, and the
/// other targets still run; the exit code is 2 then, and 1 if a step fails. `generate rust` needs
/// nothing but Rust, and writes the client in crates/client.
#[derive(Debug, clap::Args)]
#[group(id = "which", required = true, multiple = true)]
pub struct Generate {
    /// The targets: folders of crates/harness/generators/.
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
    /// Runs the command on a `spec/` folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read or written, a target is unknown, or a toolchain is
    /// missing.
    pub fn run(&self, spec: &Path) -> Result<Verdict, Trouble> {
        let targets = self.chosen(&cli::path::below(spec, TARGETS))?;
        let documents = documents(spec)?;
        let samples = Samples::of(&Document::read(spec, CONSOLIDATED)?.value)?;
        let out = work_folder(self.out.as_deref(), spec, "generate");
        let mut trouble = Trouble::default();
        let mut outcomes = Vec::new();
        let progress = terminal::progress(targets.len(), "Generating");
        for target in &targets {
            let staged = work::stage(spec, target, &documents, &samples, &out.join(&target.name));
            let Some(work) = trouble.take(staged) else {
                progress.inc(1);
                continue;
            };
            for outcome in run(target, &work, &samples) {
                progress.suspend(|| print(&outcome, &mut trouble));
                if outcome.proof.is_ok() && outcome.generator.linked {
                    rust::keep(spec, &work, &outcome.generator)?;
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
            disk::write(spec, [(GENERATORS, text.as_str())])?;
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
        let mut targets = targets(folder)?;
        if self.all {
            return Ok(targets);
        }
        let names: Vec<_> = targets.iter().map(|target| target.name.clone()).collect();
        let unknown = self.targets.iter().filter(|name| !names.contains(name));
        let unknown = unknown.map(|name| cli::words::unknown(name, &names));
        targets.retain(|target| self.targets.contains(&target.name));
        Trouble(unknown.collect()).or(targets)
    }
}

/// Prints what came of a generator. A missing toolchain keeps the command from running, a failed
/// step is a result.
fn print(outcome: &Outcome, trouble: &mut Trouble) {
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
