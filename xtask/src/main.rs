//! `cargo xtask`: reads the arguments, runs the command, gives its exit code.

use std::process::ExitCode;

use clap::Parser as _;
use xtask::Cli;

fn main() -> ExitCode {
    Cli::parse().run()
}
