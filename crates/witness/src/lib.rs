//! The command `witness`: holds a description of an API against the pages that document it.
//!
//! It works in a folder with pages, one description and a short `witness.toml`; see the README of
//! this crate.

pub mod command;
mod folder;
mod lines;
mod page;
mod rules;
pub mod trial;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use folder::Folder;
pub use page::Page;

use command::{check, compare, drift, explain, init, read, traffic};

/// The arguments of `witness`.
#[derive(Debug, Parser)]
#[command(
    name = "witness",
    version,
    about = "Holds a description of an API against the pages that document it",
    after_help = "Exit codes:\n  0  agrees\n  1  disagrees: findings, drift, contradictions, nothing to explain\n  2  could not run: bad arguments, unreadable files, an output that cannot be written"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    Read(read::Read),
    Check(check::Check),
    Compare(compare::Compare),
    Drift(drift::DriftOf),
    Explain(explain::Explain),
    Traffic(traffic::Traffic),
}

/// Reads the arguments, runs the command and gives its exit code.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match cli::parse::<Cli>() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    cli::end(match cli.command {
        Command::Init(init) => init.run(),
        Command::Read(read) => read.run(),
        Command::Check(check) => check.run(),
        Command::Compare(compare) => compare.run(),
        Command::Drift(drift) => drift.run(),
        Command::Explain(explain) => explain.run(),
        Command::Traffic(traffic) => traffic.run(),
    })
}
