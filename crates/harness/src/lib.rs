//! What judges our work with other people's tools. `cargo harness` runs it; no user of the
//! documents needs it, and `cargo xtask` does not build it.
//!
//! Each command is one module: its arguments, its work and what it prints. The folders beside
//! `src/` hold what the tools are given: configurations, scripts and lock files.

pub mod conformance;
pub mod crosswalk;
pub mod documents;
pub mod generate;
pub mod lint;
pub mod portal_test;
mod say;
pub mod second_opinion;
mod server;
pub mod traffic;
pub mod validate;
pub mod walkthrough;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The arguments of `cargo harness`.
#[derive(Debug, Parser)]
#[command(
    name = "cargo harness",
    bin_name = "cargo harness",
    version,
    about = "Judges the documents, the sandbox and the portal with other people's tools",
    after_help = "Exit codes:\n  0  agrees\n  1  disagrees: a tool found a problem, or an expectation was not met\n  2  \
                  could not run: bad arguments, unreadable files, a missing or broken tool"
)]
struct Cli {
    /// The folder of the artefacts, instead of the closest `spec/` upwards of here.
    #[arg(long, global = true, value_name = "DIR")]
    spec: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Lint(lint::Lint),
    Validate(validate::Validate),
    Generate(generate::Generate),
    Conformance(conformance::Conformance),
    PortalTest(portal_test::PortalTest),
    SecondOpinion(second_opinion::SecondOpinion),
    Crosswalk(crosswalk::CrosswalkTest),
    Traffic(traffic::Traffic),
    Walkthrough(walkthrough::Walkthrough),
}

/// Reads the arguments, runs the command and returns its exit code.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match cli::parse::<Cli>() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    let run = |spec: PathBuf| match cli.command {
        Command::Lint(lint) => lint.run(&spec),
        Command::Validate(validate) => validate.run(&spec),
        Command::Generate(generate) => generate.run(&spec),
        Command::Conformance(conformance) => conformance.run(&spec),
        Command::PortalTest(test) => test.run(&spec),
        Command::SecondOpinion(opinion) => opinion.run(&spec),
        Command::Crosswalk(test) => test.run(&spec),
        Command::Traffic(traffic) => traffic.run(&spec),
        Command::Walkthrough(walks) => walks.run(&spec),
    };
    cli::end(cli::spec_folder(cli.spec).and_then(run))
}
