//! `release`, `diff` and what `check` says of releases, in each situation, in a copy of spec/.

use std::fs;

use serde_json::{Value, json};

use crate::{Sandbox, golden, sums};

const SENTENCE: &str = "Everybody can build on this.";
const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n### Added\n\n- Five pages.\n";

/// A copy of the repository before its first release.
fn unreleased() -> Sandbox {
    let sandbox = Sandbox::new();
    let releases = sandbox.path("spec/releases");
    if releases.exists() {
        fs::remove_dir_all(releases).expect("the copy can be removed");
    }
    sandbox.write("CHANGELOG.md", CHANGELOG);
    export(sandbox)
}

/// The same with the version in every file that it is due to have.
fn export(sandbox: Sandbox) -> Sandbox {
    assert!(sandbox.run(&["export"]).status.success());
    sandbox
}

/// A copy of the repository after its first release.
pub(crate) fn release() -> Sandbox {
    let sandbox = unreleased();
    let output = sandbox.run(&["release", "--message", SENTENCE]);
    assert!(output.status.success(), "{output:?}");
    sandbox
}

/// The version of the document on file.
pub(crate) fn version(sandbox: &Sandbox) -> String {
    let document: Value =
        serde_json::from_str(&sandbox.text("spec/openapi.json")).expect("the document is JSON");
    document["info"]["version"]
        .as_str()
        .expect("a version")
        .to_owned()
}

/// The same after the release of today's document with an edit.
fn after(version: &str, edit: impl FnOnce(&mut Value)) -> Sandbox {
    let sandbox = unreleased();
    let mut document: Value =
        serde_json::from_str(&sandbox.text("spec/openapi.json")).expect("the document is JSON");
    edit(&mut document);
    document["info"]["version"] = json!(version);
    let text = document::json(&document);
    let sum = claims::digest::sha256(text.as_bytes());
    sandbox.write(&format!("spec/releases/{version}.json"), text);
    sandbox.write(
        "spec/releases/SHA256SUMS",
        format!("{sum}  {version}.json\n"),
    );
    export(sandbox)
}

/// Checks that the digests of a version are those of every file but those of releases.
#[track_caller]
fn digests_are_those_of_all_files(sandbox: &Sandbox, version: &str) {
    let files = cli::disk::files(&sandbox.path("spec")).expect("the files can be read");
    let of_version = files
        .iter()
        .filter(|(path, _)| *path != "SHA256SUMS" && !path.starts_with("releases/"));
    let due = sums(of_version);
    assert!(due.contains("  openapi-3.0.json\n"), "invalid test case");
    let digests = sandbox.text(&format!("spec/releases/{version}.SHA256SUMS"));
    assert_eq!(digests, due);
}

/// What one component's property was before.
fn email(document: &mut Value) -> &mut Value {
    &mut document["components"]["schemas"]["CitiEmail"]["properties"]["emailKey"]
}

/// Runs a command that is to exit so.
#[track_caller]
fn check(situation: &str, sandbox: &Sandbox, arguments: &[&str], exit: i32) -> String {
    let session = sandbox.session(arguments);
    assert!(session.ends_with(&format!("[exit {exit}]\n")), "{session}");
    golden(situation, &session);
    session
}

/// A command that changes nothing.
#[track_caller]
fn refused(situation: &str, sandbox: &Sandbox, arguments: &[&str], exit: i32) {
    let before = sandbox.files();
    check(situation, sandbox, arguments, exit);
    assert_eq!(before, sandbox.files(), "nothing is written");
}

#[test]
fn the_first_release() {
    let sandbox = unreleased();
    let arguments = ["release", "--message", SENTENCE, "--date", "2026-11-21"];
    check("release-first", &sandbox, &arguments, 0);
    let frozen = sandbox.text("spec/releases/0.1.0.json");
    assert_eq!(frozen, sandbox.text("spec/openapi.json"));
    digests_are_those_of_all_files(&sandbox, "0.1.0");
    let mut released = cli::disk::files(&sandbox.path("spec/releases")).expect("the releases");
    let listed = released.remove("SHA256SUMS").expect("the list is there");
    assert_eq!(String::from_utf8(listed).expect("text"), sums(&released));
    let log = sandbox.text("CHANGELOG.md");
    let top = format!(
        "# Changelog\n\n## Unreleased\n\n## 0.1.0 - 2026-11-21\n\n{SENTENCE}\n\n<!-- Written by"
    );
    assert!(log.starts_with(&top), "{log}");
    assert!(log.contains("The first release: "), "{log}");
    assert!(log.ends_with("\n### Added\n\n- Five pages.\n"), "{log}");
    assert!(sandbox.run(&["check"]).status.success());
    assert!(sandbox.run(&["export", "--check"]).status.success());
    check("diff-same", &sandbox, &["diff"], 0);
    refused("release-again", &sandbox, &arguments, 1);
}

#[test]
fn a_release_says_what_changed() {
    let sandbox = after("0.0.1", |old| {
        *email(old) = json!({"type": "string", "description": "A key."});
        let paths = old["paths"].as_object_mut().expect("paths");
        paths
            .shift_remove("/v1/customers/segments/retrieve")
            .expect("an operation");
    });
    sandbox.replace(
        "CHANGELOG.md",
        "### Added",
        &format!("{SENTENCE}\n\n### Added"),
    );
    check("diff-text", &sandbox, &["diff"], 1);
    check(
        "diff-markdown",
        &sandbox,
        &["diff", "0.0.1", "--format", "markdown"],
        1,
    );
    check("release-next", &sandbox, &["release"], 0);
    golden("release-changelog", &sandbox.text("CHANGELOG.md"));
    let sums = sandbox.text("spec/releases/SHA256SUMS");
    assert_eq!(sums.lines().count(), 3, "{sums}");
    assert!(sandbox.run(&["check"]).status.success());
}

#[test]
fn a_higher_version_can_be_chosen() {
    let sandbox = after("0.0.1", |old| *email(old) = json!({"type": "string"}));
    assert_eq!(version(&sandbox), "0.1.0");
    let arguments = ["release", "1.0.0", "--message", SENTENCE];
    assert!(sandbox.run(&arguments).status.success());
    assert_eq!(version(&sandbox), "1.0.0");
    digests_are_those_of_all_files(&sandbox, "1.0.0");
    assert!(sandbox.run(&["check"]).status.success());
    assert!(sandbox.run(&["export", "--check"]).status.success());
}

#[test]
fn the_version_is_too_near() {
    let breaking = after("7.0.1", |old| *email(old) = json!({"type": "string"}));
    breaking.replace(
        "CHANGELOG.md",
        "### Added",
        &format!("{SENTENCE}\n\n### Added"),
    );
    refused("release-too-small", &breaking, &["release", "7.0.2"], 1);
    refused("release-older", &breaking, &["release", "0.1.0"], 1);
    let none = after("7.0.1", |_| {});
    refused(
        "release-nothing",
        &none,
        &["release", "--message", SENTENCE],
        1,
    );
}

#[test]
fn nobody_said_what_it_means() {
    refused("release-no-sentence", &unreleased(), &["release"], 1);
    let sandbox = unreleased();
    sandbox.remove("CHANGELOG.md");
    refused("bad-release-no-log", &sandbox, &["release"], 2);
}

#[test]
fn what_is_released_agrees() {
    let sandbox = unreleased();
    sandbox.replace("spec/openapi.yaml", "openapi:", "openapi :");
    let arguments = ["release", "--message", SENTENCE];
    refused("release-stale", &sandbox, &arguments, 1);
}

#[test]
fn a_version_is_three_numbers() {
    for (situation, version) in [("bad-release", "1.0"), ("bad-release-trial", "1.0.0-rc.1")] {
        refused(situation, &unreleased(), &["release", version], 2);
    }
    let date = ["release", "9.0.0", "--date", "yesterday"];
    refused("bad-release-date", &unreleased(), &date, 2);
}

#[test]
fn an_edited_release_is_noticed() {
    let released = || after("0.1.0", |_| {});
    let file = "spec/releases/0.1.0.json";
    let edited = released();
    assert!(edited.run(&["check"]).status.success());
    edited.write(file, edited.text(file) + "\n");
    check("check-edited-release", &edited, &["check"], 1);

    let digests = release();
    digests.replace(
        "spec/releases/0.1.0.SHA256SUMS",
        "openapi.json",
        "openapi.yml",
    );
    check("check-edited-digests", &digests, &["check"], 1);

    let gone = released();
    gone.remove(file);
    gone.write("spec/releases/notes.txt", "Mine.");
    check("check-lost-release", &gone, &["check"], 1);

    let unknown = released();
    unknown.write("spec/releases/SHA256SUMS", "mine\n");
    unknown.write("spec/releases/0.0.1.json", "{");
    check("check-odd-release", &unknown, &["check"], 1);
}

#[test]
fn the_version_follows_from_the_changes() {
    for (released, edit, due) in [
        ("0.2.3", json!({"type": "string"}), "0.3.0"),
        ("7.0.1", json!({"type": "string"}), "8.0.0"),
    ] {
        let sandbox = after(released, |old| *email(old) = edit);
        assert_eq!(version(&sandbox), due);
        let typed = sandbox.text("spec/openapi.json").replace(due, "9.9.9");
        sandbox.write("spec/openapi.json", typed);
        let session = sandbox.session(&["check"]);
        assert!(session.contains("stale-file"), "{session}");
    }
    assert_eq!(version(&after("7.0.1", |_| {})), "7.0.1", "nothing changed");
}

/// What was edited is not taken for what was released.
#[test]
fn an_edited_release_is_not_compared() {
    let sandbox = after("0.0.1", |old| *email(old) = json!({"type": "string"}));
    let file = "spec/releases/0.0.1.json";
    let released = sandbox.text(file);
    sandbox.write(file, released.replace("emailKey", "mailKey"));
    refused("bad-diff-edited", &sandbox, &["diff"], 2);
    refused("bad-diff-edited-named", &sandbox, &["diff", "0.0.1"], 2);
    sandbox.write(file, "{");
    refused("bad-diff-cut", &sandbox, &["diff"], 2);
    // Documents that are no releases are compared all the same, and so are releases beside notes.
    sandbox.write("base.json", &released);
    let session = sandbox.session(&["diff", "base.json", "spec/openapi.json"]);
    assert!(session.ends_with("[exit 1]\n"), "{session}");
    sandbox.write(file, &released);
    sandbox.write("spec/releases/notes.txt", "Mine.");
    let session = sandbox.session(&["diff", "base.json", "0.0.1"]);
    assert!(session.ends_with("[exit 0]\n"), "{session}");
}

#[test]
fn what_is_compared() {
    let sandbox = after("0.0.1", |old| {
        email(old)["description"] = json!("A key.");
    });
    check("diff-wording", &sandbox, &["diff"], 0);
    check("diff-json", &sandbox, &["diff", "--format", "json"], 0);
    sandbox.write("base.json", sandbox.text("spec/releases/0.0.1.json"));
    let by_path = sandbox.session(&["diff", "base.json", "0.0.1"]);
    assert!(
        by_path.contains("Same base.json → 0.0.1: 0 changes"),
        "{by_path}"
    );
    refused("bad-diff-release", &sandbox, &["diff", "9.9.9"], 2);
    sandbox
        .write("notes.json", "{}")
        .write("notes.txt", "Mine.");
    refused(
        "bad-diff-document",
        &sandbox,
        &["diff", "notes.json", "notes.txt"],
        2,
    );
    refused("bad-diff-nothing", &unreleased(), &["diff"], 2);
}
