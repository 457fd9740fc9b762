//! Programs in place of the public ones, and what a command says where only these are installed.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use crate::Sandbox;

/// Writes a program for `/bin/sh`.
pub(crate) fn program(sandbox: &Sandbox, path: &str, script: &str) {
    let script = format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
    sandbox.write(path, script);
    let executable = Permissions::from_mode(0o755);
    fs::set_permissions(sandbox.path(path), executable).expect("it can be made executable");
}

/// What a command says where the programs in `bin` are all that there are.
pub(crate) fn say(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let mut command = sandbox.command(arguments);
    let output = command.env("PATH", sandbox.path("bin")).output();
    sandbox.said(arguments, output.expect("the binary runs"))
}
