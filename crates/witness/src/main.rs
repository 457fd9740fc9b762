//! The command `witness`.

use std::process::ExitCode;

fn main() -> ExitCode {
    witness::main()
}
