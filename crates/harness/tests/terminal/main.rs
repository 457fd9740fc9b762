//! The command line as people see it, with programs in place of the public tools.
#![cfg(unix)]

mod conformance;
mod generate;
mod help;
mod lint;
mod portal_test;
mod stand_ins;
mod validate;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A copy of the repository's `spec/`, to be broken.
struct Sandbox(TempDir);

impl Sandbox {
    fn new() -> Self {
        let sandbox = Self(TempDir::new().expect("a folder for the test"));
        let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec");
        for (path, contents) in cli::disk::files(spec.as_ref()).expect("spec/ can be read") {
            sandbox.write(&format!("spec/{path}"), contents);
        }
        sandbox
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn text(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).expect("the file is there")
    }

    #[expect(clippy::disallowed_methods, reason = "a test breaks files on purpose")]
    fn write(&self, below: &str, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, contents).expect("the file can be written");
        self
    }

    /// Replaces a text that must be in the file: a sample that breaks nothing is no sample.
    fn replace(&self, below: &str, from: &str, to: &str) -> &Self {
        let text = self.text(below);
        assert!(
            text.contains(from),
            "invalid test case: {below} does not hold {from}"
        );
        self.write(below, text.replacen(from, to, 1))
    }

    fn remove(&self, below: &str) -> &Self {
        fs::remove_file(self.path(below)).expect("the file was there");
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command =
            Command::cargo_bin("harness").expect("the binary is built with its tests");
        command.current_dir(self.0.path()).env("NO_COLOR", "1");
        command.args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let output = self.command(arguments).output();
        output.expect("the binary runs")
    }

    /// The exit code and everything that was printed.
    fn session(&self, arguments: &[&str]) -> String {
        self.said(arguments, self.run(arguments))
    }

    fn said(&self, arguments: &[&str], output: Output) -> String {
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
        format!("$ cargo harness {arguments}\n{printed}[exit {code}]\n")
    }
}

/// Compares a session with the snapshot of its situation.
#[track_caller]
fn golden(situation: &str, session: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots/terminal");
    settings.bind(|| insta::assert_snapshot!(situation, session));
}
