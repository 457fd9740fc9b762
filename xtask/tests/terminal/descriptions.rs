//! What people give as a description: JSON or YAML, and a release by its name.

use std::path::Path;

use cli::description::read;
use serde_json::{Value, json};

use crate::{Sandbox, golden};

/// Reads a text as the file of this name.
fn description(name: &str, text: &str) -> Result<Value, String> {
    let sandbox = tempfile::tempdir().expect("a folder for the test");
    let path = sandbox.path().join(name);
    cli::disk::write(sandbox.path(), [(name, text)]).expect("it can be written");
    read(&path)
}

#[track_caller]
fn reads(yaml: &str, due: &Value) {
    assert_eq!(description("a.yaml", yaml).as_ref(), Ok(due), "{yaml}");
}

#[test]
fn yaml_is_read_as_version_1_2_has_it() {
    for (yaml, due) in [
        ("on", json!("on")),
        ("yes", json!("yes")),
        ("true", json!(true)),
        ("~", json!(null)),
        ("1.10", json!(1.1)),
        ("'1.10'", json!("1.10")),
        ("1e3", json!(1000.0)),
        ("0x1F", json!(31)),
        ("0o17", json!(15)),
        ("1_000", json!("1_000")),
        ("1:30", json!("1:30")),
        ("2024-01-01", json!("2024-01-01")),
        ("2024-01-01T10:00:00Z", json!("2024-01-01T10:00:00Z")),
        ("!!str 12", json!("12")),
        ("18446744073709551615", json!(u64::MAX)),
        ("-9223372036854775808", json!(i64::MIN)),
        (
            "123456789012345678901234567890",
            json!(1.234_567_890_123_456_8e29),
        ),
        ("|\n  two\n  lines\n", json!("two\nlines\n")),
        ("[&a {b: 1}, *a]", json!([{ "b": 1 }, { "b": 1 }])),
    ] {
        reads(&format!("it: {yaml}"), &json!({ "it": due }));
    }
}

#[test]
fn a_key_is_a_text() {
    reads(
        "{200: a, 4XX: b, true: c, null: d, 1.10: e, ~: f, on: g, 0x1F: h}",
        &json!({ "200": "a", "4XX": "b", "true": "c", "null": "d", "1.10": "e", "~": "f", "on": "g", "0x1F": "h" }),
    );
}

#[test]
fn what_cannot_be_read_says_where() {
    let twice = "expected each member once, but found one whose name another has already instead";
    for (name, text, due) in [
        (
            "a.yaml",
            "a: 1\nb: 2\na: 3\n",
            format!("{twice} at line 3, column 1"),
        ),
        (
            "a.yaml",
            "r: {200: a, '200': b}\n",
            format!("{twice} at line 1, column 4"),
        ),
        (
            "a.json",
            "{\"a\": 1,\n \"a\": 2}",
            format!("{twice} at line 2, column 4"),
        ),
        (
            "a.json",
            "{\"a\": 1,}",
            "at line 1, column 9: trailing comma".to_owned(),
        ),
        ("a.yaml", "a: .inf\n", "line 1, column 4".to_owned()),
        ("a.yaml", "a: [1\nb: 2\n", "line 2, column".to_owned()),
        ("a.yaml", "--- {}\n--- {}\n", "line 2".to_owned()),
    ] {
        let error = description(name, text).expect_err("it cannot be read");
        assert!(error.contains(&due), "{text}: {error}");
    }
}

/// Twelve lists, each of ten times the one before.
#[test]
fn aliases_that_multiply_are_refused() {
    let list = |level| {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        format!("a{level}: &a{level} [{items}]")
    };
    let lists: Vec<String> = (1..12).map(list).collect();
    let first = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]";
    let bomb = [&[first.to_owned()], &lists[..]].concat().join("\n");
    let error = description("a.yaml", &bomb).expect_err("it is refused");
    assert!(error.contains("aliases that multiply"), "{error}");
}

#[test]
fn json_is_read_as_json_and_braces_of_yaml_as_yaml() {
    let due = json!({ "a": 1 });
    for (name, text) in [
        ("a.json", "\u{feff}{\"a\": 1}"),
        ("a", "{\"a\": 1}"),
        ("a.yml", "{a: 1} # a comment"),
        ("a.YAML", "{a: 1}"),
        ("a.txt", "a: 1"),
    ] {
        assert_eq!(description(name, text), Ok(due.clone()), "{name}");
    }
}

#[test]
fn a_document_in_yaml_is_the_same_in_json() {
    let sandbox = Sandbox::new();
    let session = sandbox.session(&["diff", "spec/openapi.yaml", "spec/openapi.json"]);
    assert!(session.contains("0 changes"), "{session}");
    assert!(session.ends_with("[exit 0]\n"), "{session}");
    sandbox.replace("spec/openapi.yaml", "openapi: ", "x-new: 1\nopenapi: ");
    let session = sandbox.session(&["diff", "spec/openapi.json", "spec/openapi.yaml"]);
    assert!(!session.contains("0 changes"), "{session}");
}

/// The releases of this repository, the newest last.
fn releases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/releases");
    let names = std::fs::read_dir(folder).expect("it is there");
    let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let versions =
        names.filter_map(|name| name.strip_suffix(".json")?.parse::<semver::Version>().ok());
    let mut versions: Vec<_> = versions.collect();
    versions.sort_unstable();
    versions.iter().map(ToString::to_string).collect()
}

#[test]
fn a_release_has_several_names() {
    let sandbox = Sandbox::new();
    let releases = releases();
    let newest = releases.last().expect("a release");
    let printed = |name: &str| {
        let output = sandbox.run(&["diff", name, "0.1.0"]).stdout;
        String::from_utf8(output).expect("text")
    };
    let by_number = printed(newest);
    for name in [&*format!("v{newest}"), "latest"] {
        assert_eq!(printed(name), by_number, "{name}");
    }
    let same = sandbox.session(&["diff", "v0.1.0", "0.1.0"]);
    assert!(same.contains("0.1.0 → 0.1.0: 0 changes"), "{same}");
    for (situation, name) in [("near", "0.1"), ("latest", "latst"), ("path", "base.json")] {
        let session = sandbox.session(&["diff", name]);
        // The next release adds its own.
        let session = session.replace(&releases.join(", "), "[releases]");
        golden(&format!("bad-diff-{situation}"), &session);
    }
}
