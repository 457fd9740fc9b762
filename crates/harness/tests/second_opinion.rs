//! The changes for which a second opinion is asked have the class that their case says.

use std::path::Path;

use changes::diff::diff;
use harness::second_opinion;
use serde_json::Value;

fn repository(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn each_change_has_its_class() {
    let document: Value = serde_json::from_str(&repository("spec/openapi.json")).expect("JSON");
    let cases = second_opinion::cases(&repository("crates/harness/second-opinion/cases.toml"));
    let cases = cases.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert!(
        cases.len() >= 40,
        "invalid test case: {} cases",
        cases.len()
    );
    let mut wrong = Vec::new();
    for case in &cases {
        match case.documents(&document) {
            Err(trouble) => wrong.push(trouble.to_string()),
            Ok([old, new]) => {
                let diff = diff(&old, &new);
                if diff.worst() != Some(case.class) {
                    let text = changes::diff::text(&diff);
                    let text = anstream::adapter::strip_str(&text);
                    wrong.push(format!(
                        "{} is not {}:\n{text}",
                        case.name,
                        case.class.as_str()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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
    let cases = second_opinion::cases(&repository("crates/harness/second-opinion/cases.toml"))
        .expect("cases");
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
