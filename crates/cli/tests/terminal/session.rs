//! One command on a copy of `spec/`, as people see it: what it prints and how it exits.
//!
//! The tests of every command line include this file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// The package whose command is run; its binary has the same name.
const PACKAGE: &str = env!("CARGO_PKG_NAME");

/// A copy of the repository's `spec/`, to be broken.
pub(crate) struct Sandbox(pub(crate) TempDir);

impl Sandbox {
    pub(crate) fn new() -> Self {
        let sandbox = Self(TempDir::new().expect("a folder for the test"));
        let spec = cli::spec_folder(None).expect("the repository has a folder spec/");
        for (path, contents) in cli::disk::files(&spec).expect("spec/ can be read") {
            sandbox.write(&format!("spec/{path}"), contents);
        }
        sandbox
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    pub(crate) fn text(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).expect("the file is there")
    }

    #[expect(clippy::disallowed_methods, reason = "a test breaks files on purpose")]
    pub(crate) fn write(&self, below: &str, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, contents).expect("the file can be written");
        self
    }

    /// Replaces a text that must be in the file: a sample that breaks nothing is no sample.
    pub(crate) fn replace(&self, below: &str, from: &str, to: &str) -> &Self {
        let text = self.text(below);
        assert!(
            text.contains(from),
            "invalid test case: {below} does not hold {from}"
        );
        self.write(below, text.replacen(from, to, 1))
    }

    pub(crate) fn remove(&self, below: &str) -> &Self {
        fs::remove_file(self.path(below)).expect("the file was there");
        self
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin(PACKAGE).expect("the binary is built with its tests");
        command.current_dir(self.0.path()).env("NO_COLOR", "1");
        command.args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let output = self.command(arguments).output();
        output.expect("the binary runs")
    }

    /// The exit code and everything that was printed.
    pub(crate) fn session(&self, arguments: &[&str]) -> String {
        self.said(arguments, self.run(arguments))
    }

    /// Compares a session with the snapshot of its situation.
    #[track_caller]
    pub(crate) fn golden(&self, situation: &str, arguments: &[&str]) {
        golden(situation, &self.session(arguments));
    }

    pub(crate) fn said(&self, arguments: &[&str], output: Output) -> String {
        let code = output.status.code().expect("an exit code");
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).expect("text");
        let folder = self.0.path().canonicalize().expect("it is there");
        let printed = [&folder, self.0.path() as &Path]
            .iter()
            .fold(printed, |text, folder| {
                text.replace(&folder.display().to_string(), "[folder]")
            });
        let arguments = arguments.join(" ");
        let out_and_in = printed.contains("spec/..");
        assert!(!out_and_in, "a path leads out and in again: {printed}");
        format!("$ cargo {PACKAGE} {arguments}\n{printed}[exit {code}]\n")
    }
}

/// Compares a text with the snapshot of its situation.
#[track_caller]
pub(crate) fn golden(situation: &str, session: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/snapshots/terminal"
    ));
    settings.bind(|| insta::assert_snapshot!(situation, session));
}

/// Writes a program for `/bin/sh`, in place of a public one.
#[cfg(unix)]
pub(crate) fn program(sandbox: &Sandbox, path: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;

    let script = format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
    sandbox.write(path, script);
    let executable = fs::Permissions::from_mode(0o755);
    fs::set_permissions(sandbox.path(path), executable).expect("it can be made executable");
}

/// What a command says where the programs in `bin` are all that there are.
#[cfg(unix)]
pub(crate) fn say(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let mut command = sandbox.command(arguments);
    let output = command.env("PATH", sandbox.path("bin")).output();
    sandbox.said(arguments, output.expect("the binary runs"))
}
