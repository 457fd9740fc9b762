//! Who follows README.md and spec/README.md takes a file of a release, and finds out if it is not as
//! released: their lines are run here as they stand.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::Sandbox;
use crate::readme::blocks;
use crate::releases::{release, version};

/// Runs lines in an empty folder, as a person does who copies them into a shell.
fn follow(lines: &str, folder: &TempDir, variables: &[(&str, &str)]) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", lines]).current_dir(folder);
    let output = shell.envs(variables.iter().copied()).output();
    output.expect("a shell runs")
}

fn empty() -> TempDir {
    TempDir::new().expect("a folder for the test")
}

fn git(sandbox: &Sandbox, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=Test", "-c", "user.email=test@example.com"]);
    let output = git.args(arguments).current_dir(sandbox.path(".")).output();
    let output = output.expect("git runs");
    assert!(output.status.success(), "{output:?}");
}

/// A repository in which each state of the files is a commit.
fn committed(sandbox: &Sandbox, edits: &[fn(&Sandbox)]) {
    git(sandbox, &["init", "--quiet"]);
    for edit in edits {
        edit(sandbox);
        git(sandbox, &["add", "--all"]);
        git(sandbox, &["commit", "--quiet", "--message", "A change"]);
    }
}

const EDITION: &str = "openapi-3.0.json";

fn change(sandbox: &Sandbox) {
    sandbox.replace("spec/openapi-3.0.json", "\"3.0.3\"", "\"3.0.4\"");
}

/// The section of spec/README.md about this, and its lines for a shell.
fn lines_of_spec() -> Vec<String> {
    let lines = blocks("spec/README.md", "sh").into_iter();
    let lines = lines.map(|(_, block)| block);
    lines.filter(|block| block.contains("$VERSION")).collect()
}

#[test]
fn a_file_of_a_release_is_taken_and_verified() {
    let [(_, lines)] = &blocks("README.md", "sh")[..] else {
        panic!("expected the lines of README.md that pin a file");
    };
    let run = |sandbox: &Sandbox, version: &str| {
        let repository = sandbox.path(".").display().to_string();
        let folder = empty();
        let variables = [("REPOSITORY", &*repository), ("VERSION", version)];
        (follow(lines, &folder, &variables), folder)
    };
    let sandbox = release();
    let released = sandbox.text("spec/openapi-3.0.json");
    committed(&sandbox, &[|_| {}, change]);
    let version = version(&sandbox);
    let (output, folder) = run(&sandbox, &version);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout, b"openapi-3.0.json: OK\n");
    let taken = fs::read_to_string(folder.path().join(EDITION)).expect("the file was taken");
    assert_eq!(taken, released, "not the file of the newest commit");
    // What was committed with the release is not what was released.
    let sandbox = release();
    committed(&sandbox, &[change]);
    let (output, _) = run(&sandbox, &version);
    assert_eq!(output.stdout, b"openapi-3.0.json: FAILED\n");
    assert!(!output.status.success());
    let (output, _) = run(&sandbox, "9.9.9");
    assert!(!output.status.success(), "there is no such release");
}

#[test]
fn the_archive_and_every_file_in_it_are_verified() {
    let lines = lines_of_spec();
    let [lines, npm] = &lines[..] else {
        panic!("expected the lines for the archive and those for npm: {lines:?}");
    };
    // `cargo harness validate` runs those for npm.
    assert!(npm.starts_with("npm install "), "{npm}");
    let sandbox = release();
    let version = version(&sandbox);
    let archive = format!("customer-apis-{version}.tar.gz");
    let out = empty();
    let folder = out.path().to_str().expect("text");
    assert!(sandbox.run(&["package", "--out", folder]).status.success());
    fs::remove_file(out.path().join(format!("customer-apis-{version}.tgz")))
        .expect("the package for npm is not needed");
    let output = follow(lines, &out, &[("VERSION", &version)]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout, format!("{archive}: OK\n").into_bytes());
    let unpacked = out.path().join(format!("customer-apis-{version}"));
    assert!(unpacked.join(EDITION).exists());
    // One byte of the archive is another.
    let path = out.path().join(&archive);
    let mut bytes = fs::read(&path).expect("the archive");
    let last = bytes.last_mut().expect("it is not empty");
    *last = !*last;
    sandbox.write("broken", &bytes);
    fs::copy(sandbox.path("broken"), &path).expect("it can be replaced");
    let output = follow(lines, &out, &[("VERSION", &version)]);
    assert!(!output.status.success(), "{output:?}");
}
