//! Scanners find the files that they are told of: paths begin at the root of the repository that
//! the folder `spec/` is in.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::Value;

use crate::Sandbox;

/// A repository with a `spec/` in which a file is nobody's.
fn with_spec_at(folder: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("spec/stray", "");
    if folder != "spec" {
        let place = sandbox.path(folder);
        fs::create_dir_all(place.parent().expect("a folder")).expect("it can be made");
        fs::rename(sandbox.path("spec"), place).expect("it can be moved");
    }
    sandbox
}

/// The file that the first result and the first annotation name.
#[track_caller]
fn check(sandbox: &Sandbox, spec: &str, due: &str) {
    let run = |format| {
        let output = sandbox.run(&["check", "--spec", spec, "--format", format]);
        assert_eq!(output.status.code(), Some(1), "invalid test case");
        String::from_utf8(output.stdout).expect("text")
    };
    let log: Value = serde_json::from_str(&run("sarif")).expect("JSON");
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], due);
    let annotations = run("github");
    let due = format!("::warning file={due},");
    assert!(annotations.starts_with(&due), "{annotations}");
}

#[test]
fn a_spec_folder_deep_in_a_repository_is_named_from_its_root() {
    let sandbox = with_spec_at("apis/customer/spec");
    fs::create_dir(sandbox.path(".git")).expect("it can be made");
    check(&sandbox, "apis/customer/spec", "apis/customer/spec/stray");
    check(&sandbox, "apis/customer/spec/", "apis/customer/spec/stray");
    check(
        &sandbox,
        "./apis/../apis/customer/spec",
        "apis/customer/spec/stray",
    );
    let absolute = sandbox.path("apis/customer/spec");
    let absolute = absolute.to_str().expect("text");
    check(&sandbox, absolute, "apis/customer/spec/stray");
    symlink("apis/customer", sandbox.path("link")).expect("a link");
    check(&sandbox, "link/spec", "apis/customer/spec/stray");
}

/// In a worktree and in a submodule `.git` is a file.
#[test]
fn the_closest_repository_counts() {
    let sandbox = with_spec_at("apis/customer/artefacts");
    fs::create_dir(sandbox.path(".git")).expect("it can be made");
    sandbox.write("apis/.git", "gitdir: ../.git/modules/apis");
    check(
        &sandbox,
        "apis/customer/artefacts",
        "customer/artefacts/stray",
    );
}

#[test]
fn without_a_repository_spec_is_at_the_root() {
    check(&with_spec_at("spec"), "spec", "spec/stray");
    check(
        &with_spec_at("apis/customer/spec"),
        "apis/customer/spec",
        "spec/stray",
    );
}

#[test]
fn the_folder_may_be_the_repository() {
    let sandbox = with_spec_at("spec");
    sandbox.write("spec/.git", "gitdir: elsewhere");
    check(&sandbox, "spec", "stray");
}
