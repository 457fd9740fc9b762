//! An output that takes nothing more: a full disk is named and exits with 2, a closed pipe is no
//! trouble.

use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::process::{Command, Stdio};

use crate::Sandbox;
use crate::bad_input::with_pages;

/// What a full disk is on Linux: every write to it fails.
fn full() -> File {
    let full = OpenOptions::new().write(true).open("/dev/full");
    full.expect("Linux has it")
}

fn command(sandbox: &Sandbox, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(sandbox.path("")).env("NO_COLOR", "1");
    command.args(arguments);
    command
}

/// A copy of the repository with a finding.
fn broken() -> Sandbox {
    let sandbox = with_pages();
    sandbox.replace("spec/readings.toml", "\"1 to 100\"", "\"1 to 10\"");
    sandbox.write("CHANGELOG.md", "# Changelog\n");
    sandbox
}

const PAGE: &str = "pages/citi-australia.txt";

/// Each command in each of its formats, as far as it needs no other program.
const SAYS: &[&[&str]] = &[
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--format", "github"],
    &["check", "--pages", "pages"],
    &["diff"],
    &["diff", "--format", "json"],
    &["diff", "--format", "markdown", "0.1.0"],
    &["drift", PAGE, PAGE],
    &["drift", "--format", "json", PAGE, PAGE],
    &["explain", "CitiEmail.emailKey"],
    &["explain", "--all", "citi-bearer"],
    &["explain", "citi-nobody-is-called-so"],
    &["export"],
    &["export", "--check"],
    &["read", "--pages", "pages"],
    &["read", "--pages", "pages", "--check"],
    &["release", "0.1.0"],
    &["--help"],
    &["--version"],
    &["check", "--help"],
];

#[test]
fn a_full_disk_is_named_and_exits_with_2() {
    for arguments in SAYS {
        let sandbox = broken();
        let output = command(&sandbox, arguments).stdout(full()).output();
        let output = output.expect("the binary runs");
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        let due = "           error could not write to standard output: No space left on device";
        let lines = said.lines().filter(|line| line.starts_with(due));
        assert_eq!(lines.count(), 1, "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[test]
fn where_nothing_can_be_said_the_exit_code_says_it() {
    for arguments in SAYS {
        let status = command(&broken(), arguments)
            .stdout(full())
            .stderr(full())
            .status();
        assert_eq!(status.expect("it runs").code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn trouble_that_cannot_be_told_is_trouble_all_the_same() {
    let sandbox = with_pages();
    for arguments in [
        &["diff", "nope"][..],
        &["exprot"],
        &["check", "--format", "yaml"],
        &["read", "--pages", "nowhere"],
        &["drift", "nope", "nope"],
    ] {
        let status = command(&sandbox, arguments)
            .stdout(Stdio::null())
            .stderr(full())
            .status();
        assert_eq!(status.expect("it runs").code(), Some(2), "{arguments:?}");
    }
}

/// What a command does to files it does before it says so: nothing is half done.
#[test]
fn an_export_that_cannot_say_so_has_exported() {
    let sandbox = Sandbox::new();
    let due = sandbox.files();
    sandbox.remove("spec/openapi.yaml");
    let status = command(&sandbox, &["export"]).stdout(full()).status();
    assert_eq!(status.expect("it runs").code(), Some(2));
    assert_eq!(sandbox.files(), due);
}

#[test]
fn who_closes_a_pipe_has_read_enough() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["check", "--format", "sarif"][..],
        &["explain", "--all", "CitiEmail.emailKey"],
        &["diff", "--format", "json"],
        &["export"],
        &["--help"],
    ] {
        let read = sandbox.run(arguments).status.code();
        let (reader, writer) = std::io::pipe().expect("a pipe");
        let mut child = command(&sandbox, arguments)
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        drop(reader);
        let mut said = String::new();
        let stderr = child.stderr.as_mut().expect("a pipe");
        stderr.read_to_string(&mut said).expect("text");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), said.as_str()), (read, ""), "{arguments:?}");
    }
}
