//! `cargo xtask`: reads the arguments, runs the command, gives its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
