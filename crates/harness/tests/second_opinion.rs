//! The changes for which a second opinion is asked have the class that their case says.

use std::path::Path;

use changes::diff::diff;
use changes::drift::Class;
use harness::second_opinion::{self, Case};
use serde_json::Value;

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("second-opinion");
    second_opinion::cases(&folder).unwrap_or_else(|trouble| panic!("{trouble}"))
}

fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/openapi.json");
    let text = std::fs::read_to_string(path).expect("the document is in the repository");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn each_change_has_its_class() {
    let (document, cases) = (document(), cases());
    let number = cases.len();
    assert!(number >= 180, "invalid test case: {number} cases");
    let wrong: Vec<_> = cases.iter().filter_map(|it| wrong(it, &document)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is wrong with a case, if anything: it cannot be made, or `diff` gives it another class.
fn wrong(case: &Case, document: &Value) -> Option<String> {
    let [old, new] = match case.documents(document) {
        Err(trouble) => return Some(trouble.to_string()),
        Ok(both) => both,
    };
    let diff = diff(&old, &new);
    (diff.worst() != Some(case.class)).then(|| {
        let text = changes::diff::text(&diff);
        let text = anstream::adapter::strip_str(&text);
        format!("{} is not {}:\n{text}", case.name, case.class.as_str())
    })
}

#[test]
fn another_class_than_that_of_the_rules_is_found() {
    let mut case = cases().remove(0);
    let other = [Class::Breaking, Class::Wording];
    case.class = *other.iter().find(|it| **it != case.class).expect("one");
    let wrong = wrong(&case, &document()).expect("the class is another");
    assert!(wrong.contains(&case.name), "{wrong}");
}

/// What the command says, in a folder that is all of its PATH, when it cannot run.
fn second_opinion(out: &Path) -> String {
    let output = assert_cmd::Command::cargo_bin("harness")
        .expect("the binary is built with its tests")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .env("PATH", out)
        .args(["second-opinion", "--out"])
        .arg(out)
        .output()
        .expect("the binary runs");
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{error}");
    error
}

/// Nothing but this command needs Go, and it says so.
#[test]
fn a_missing_toolchain_is_named() {
    let out = tempfile::TempDir::new().expect("a folder for the test");
    let error = second_opinion(out.path());
    assert!(error.contains("`go` is not there: install Go"), "{error}");
}

#[test]
fn each_case_is_there_once() {
    let cases = cases();
    let mut names: Vec<_> = cases.iter().map(|case| &case.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), cases.len());
}

/// A tool that fails says why, like any other program that is run.
#[cfg(unix)]
#[test]
fn a_tool_that_fails_says_why() {
    use std::os::unix::fs::PermissionsExt as _;

    let out = tempfile::TempDir::new().expect("a folder for the test");
    let go = out.path().join("go");
    let fails = "#!/bin/sh\n[ \"$1\" = version ] || { echo cannot find module; exit 3; }\n";
    cli::disk::write(out.path(), [("go", fails)]).expect("the folder is ours");
    std::fs::set_permissions(&go, std::fs::Permissions::from_mode(0o755)).expect("ours too");
    let error = second_opinion(out.path());
    // What it prints on standard output tells it as well.
    assert!(error.contains("failed (exit status: 3)"), "{error}");
    assert!(error.contains("cannot find module"), "{error}");
}
