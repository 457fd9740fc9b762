//! The command line of the product: one file per command.

pub mod command;
mod repository;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use cli::spec_folder;

use command::{
    check, confirm, diff, drift, explain, export, lower, package, portal, read, release, scaffold,
    traffic, translate,
};

/// The arguments of `cargo xtask`.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    version,
    about = "Turns documentation pages into one OpenAPI document, and checks it against them",
    after_help = "Exit codes:\n  0  agrees\n  1  disagrees: findings, stale files, drift, a breaking change, a release\n     that is refused, nothing to explain\n  2  could not \
                  run: bad arguments, unreadable files, an output that cannot be\n     written, such as one on a full disk; a closed pipe does not count"
)]
pub struct Cli {
    /// The folder of the artefacts, instead of the closest `spec/` upwards of here.
    #[arg(long, global = true, value_name = "DIR")]
    spec: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Export(export::Export),
    Read(read::Read),
    Scaffold(scaffold::Scaffold),
    Check(check::Check),
    Confirm(confirm::Confirm),
    Drift(drift::DriftOf),
    Diff(diff::DiffOf),
    Explain(explain::Explain),
    Traffic(traffic::Traffic),
    Lower(lower::Lower),
    Translate(translate::Translate),
    Release(release::Release),
    Package(package::Package),
    Portal(portal::Portal),
}

/// Reads the arguments, runs the command and gives its exit code.
#[must_use]
pub fn main() -> ExitCode {
    match cli::parse::<Cli>() {
        Ok(cli) => cli.run(),
        Err(code) => code,
    }
}

impl Cli {
    /// Runs the command and gives its exit code.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let spec = || spec_folder(self.spec);
        cli::end(match self.command {
            Command::Export(export) => spec().and_then(|spec| export.run(&spec)),
            Command::Read(read) => spec().and_then(|spec| read.run(&spec)),
            Command::Scaffold(scaffold) => spec().and_then(|spec| scaffold.run(&spec)),
            Command::Check(check) => spec().and_then(|spec| check.run(&spec)),
            Command::Confirm(confirm) => spec().and_then(|spec| confirm.run(&spec)),
            Command::Drift(drift) => drift.run(spec()),
            Command::Diff(diff) => spec().and_then(|spec| diff.run(&spec)),
            Command::Explain(explain) => spec().and_then(|spec| explain.run(&spec)),
            Command::Traffic(traffic) => spec().and_then(|spec| traffic.run(&spec)),
            Command::Lower(lower) => lower.run(),
            Command::Translate(translate) => spec().and_then(|spec| translate.run(&spec)),
            Command::Release(release) => spec().and_then(|spec| release.run(&spec)),
            Command::Package(package) => spec().and_then(|spec| package.run(&spec)),
            Command::Portal(portal) => spec().and_then(|spec| portal.run(&spec)),
        })
    }
}
