//! The linters' reports are read as they are, and no exception outlives its reason.

mod own;

use std::path::{Path, PathBuf};

use harness::documents::{Document, documents};
use harness::lint::{
    Exception, LINTERS, Problem, bare, ignored, redocly, spectral, stale, switched_off,
    without_reason,
};
use serde_json::{Value, json};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn repository(path: &str) -> String {
    let path = Path::new(ROOT).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn spec() -> PathBuf {
    Path::new(ROOT).join("spec")
}

fn problem(file: &str, at: &str, rule: &str, message: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        at: at.to_owned(),
        rule: rule.to_owned(),
        message: message.to_owned(),
    }
}

fn exception(rule: &str, files: &str, at: &str) -> Exception {
    Exception {
        rule: rule.to_owned(),
        at: at.to_owned(),
        files: files.to_owned(),
    }
}

/// What Redocly prints for two documents, behind its words for people.
const REDOCLY: &str = r##"
    Node.js 20 support is ending
{
  "totals": { "errors": 1, "warnings": 1, "ignored": 0 },
  "version": "2.77.0",
  "problems": [
    {
      "ruleId": "struct",
      "severity": "error",
      "message": "Property `x` is not expected here.",
      "suggest": [],
      "location": [
        {
          "source": { "ref": "spec/openapi.json" },
          "pointer": "#/paths/~1boats~1{id}/get/x",
          "reportOnKey": true,
          "start": { "line": 9, "col": 3 }
        }
      ]
    },
    {
      "ruleId": "configuration",
      "severity": "warn",
      "message": "Nowhere.",
      "location": []
    }
  ]
}{
  "totals": { "errors": 0, "warnings": 0, "ignored": 2 },
  "version": "2.77.0",
  "problems": []
}
"##;

#[test]
fn a_report_of_redocly() {
    let at = "/paths/~1boats~1{id}/get/x";
    let found = redocly(REDOCLY, 2).expect("it can be read");
    assert_eq!(
        found,
        [
            problem("", "", "configuration", "Nowhere."),
            problem(
                "spec/openapi.json",
                at,
                "struct",
                "Property `x` is not expected here."
            ),
        ]
    );
    assert_eq!(
        redocly(REDOCLY, 3),
        Err("expected 3 reports, but found 2 instead".to_owned())
    );
    assert_eq!(
        redocly("No such file.", 1),
        Err("expected 1 reports, but found 0 instead".to_owned())
    );
    let cut = redocly(&REDOCLY[..400], 2).expect_err("it is cut");
    assert!(
        cut.starts_with("expected reports in JSON, but EOF"),
        "{cut}"
    );
}

#[test]
fn a_report_of_spectral() {
    let printed = r#"[
        {
            "code": "info-contact",
            "path": ["paths", "/boats/{id}", "get", "parameters", 0, "a~b"],
            "message": "Info object must have \"contact\" object.",
            "severity": 1,
            "range": { "start": { "line": 2, "character": 9 }, "end": { "line": 10, "character": 22 } },
            "source": "/sample/here/spec/openapi.json"
        },
        { "code": 7, "path": [], "message": "No.", "severity": 0 }
    ]1 problem (0 errors, 1 warning)"#;
    let here = Path::new("/sample/here");
    assert_eq!(
        spectral(printed, here).expect("it can be read"),
        [
            problem("", "", "7", "No."),
            problem(
                "spec/openapi.json",
                "/paths/~1boats~1{id}/get/parameters/0/a~0b",
                "info-contact",
                "Info object must have \"contact\" object."
            ),
        ]
    );
    assert_eq!(spectral("[]", here), Ok(Vec::new()));
    assert_eq!(
        spectral("", here),
        Err("expected a report in JSON, but found none instead".to_owned())
    );
    let other = spectral("{}", here).expect_err("it is no list");
    assert!(
        other.starts_with("expected a report in JSON, but"),
        "{other}"
    );
}

const RULESET: &str = "\
extends: spectral:oas
rules:
  everywhere: off
  nowhere: false
  louder: error
overrides:
  - files: ['spec/*.json', 'spec/a.json#/paths/~1boats~1%7Bid%7D']
    rules: &some
      some: off
      more: warn
  - files: ['spec/b.json#']
    rules: *some
";

#[test]
fn exceptions_of_a_ruleset() {
    assert_eq!(
        switched_off(RULESET).expect("a ruleset"),
        [
            exception("everywhere", "**/*", ""),
            exception("nowhere", "**/*", ""),
            exception("some", "spec/*.json", ""),
            exception("some", "spec/b.json", ""),
            exception("some", "spec/a.json", "/paths/~1boats~1{id}"),
        ]
    );
    assert_eq!(
        bare(RULESET).expect("a ruleset"),
        "extends: spectral:oas\nrules:\n  louder: error\n"
    );
    assert_eq!(bare("rules: {a: off}").expect("a ruleset"), "{}\n");
    assert!(switched_off("rules: [off]").is_err());
    assert!(bare("a: [").is_err());
}

#[test]
fn exceptions_by_place() {
    let text = "\
spec/a.json: &places
  rule:
    - '#/paths/~1boats~1{id}'
    - '#/info'
spec/b.json: *places
";
    let at = "/paths/~1boats~1{id}";
    assert_eq!(
        ignored(text).expect("places"),
        [
            exception("rule", "spec/a.json", "/info"),
            exception("rule", "spec/b.json", "/info"),
            exception("rule", "spec/a.json", at),
            exception("rule", "spec/b.json", at),
        ]
    );
    assert!(ignored("spec/a.json: [rule]").is_err());
}

fn document(path: &str, value: Value) -> Document {
    Document {
        path: path.to_owned(),
        text: value.to_string(),
        value,
    }
}

/// Which exception is stale beside these findings, in two documents that both have `/info` and of
/// which one has `/tags`.
#[track_caller]
fn judged(exception: &Exception, raw: &[&Problem], expected: &[&str]) {
    let raw: Vec<_> = raw.iter().copied().cloned().collect();
    let documents = [
        document("spec/a.json", json!({ "info": {}, "tags": [] })),
        document("spec/below/b.json", json!({ "info": {} })),
    ];
    let stale = stale(std::slice::from_ref(exception), &raw, &documents);
    let why: Vec<_> = stale.iter().map(|(_, why)| why.as_str()).collect();
    assert_eq!(why, expected);
}

#[test]
fn exceptions_that_do_not_fire() {
    const NOWHERE: &str = "no document breaks the rule there";
    const NOT_IN_A: &str = "spec/a.json breaks no such rule there";
    const NOT_IN_B: &str = "spec/below/b.json breaks no such rule there";
    let in_a = problem("spec/a.json", "/info", "rule", "");
    let deeper = problem("spec/a.json", "/info/license", "rule", "");
    let beside = problem("spec/a.json", "/information", "rule", "");
    let other = problem("spec/a.json", "/info", "other", "");
    let in_b = problem("spec/below/b.json", "/info", "rule", "");

    let everywhere = exception("rule", "**/*", "");
    judged(&everywhere, &[&in_a], &[]);
    judged(&everywhere, &[&in_b], &[]);
    judged(&everywhere, &[&other], &[NOWHERE]);
    // One star stays within a folder, two do not.
    judged(&exception("rule", "spec/*.json", ""), &[&in_b], &[NOWHERE]);
    judged(&exception("rule", "spec/**/*.json", ""), &[&in_b], &[]);

    let at = exception("rule", "spec/**/*.json", "/info");
    judged(&at, &[&in_a, &in_b], &[]);
    judged(&at, &[&deeper, &in_b], &[]);
    judged(&at, &[&in_a], &[NOT_IN_B]);
    judged(&at, &[&beside, &in_b], &[NOT_IN_A]);
    judged(&at, &[&other], &[NOT_IN_A, NOT_IN_B]);
    // Where a document has no such place, there is nothing to except.
    let only_in_a = problem("spec/a.json", "/tags", "rule", "");
    judged(
        &exception("rule", "spec/**/*.json", "/tags"),
        &[&only_in_a],
        &[],
    );
    judged(
        &exception("rule", "spec/**/*.json", "/gone"),
        &[&in_a],
        &[NOWHERE],
    );
    judged(
        &exception("rule", "spec/c.json", "/info"),
        &[&in_a],
        &["no document is there of that name"],
    );
}

/// That the same rule fires at the same place of another file is no reason for an exception.
#[test]
fn each_file_has_its_own_exceptions() {
    const NOWHERE: &str = "no document breaks the rule there";
    let documents = [
        document("spec/a.json", json!({ "info": {} })),
        document("spec/b.json", json!({})),
    ];
    let raw = [problem("spec/a.json", "/info", "rule", "")];
    let of = |files: &str, at| exception("rule", files, at);
    let judged = |exceptions: &[Exception]| -> Vec<(String, String)> {
        let stale = stale(exceptions, &raw, &documents);
        let said = stale.into_iter();
        said.map(|(exception, why)| (exception.files, why))
            .collect()
    };
    for (other, why) in [
        ("spec/b.json", NOWHERE),
        ("spec/b*.json", NOWHERE),
        ("spec/c.json", "no document is there of that name"),
    ] {
        let due = [(other.to_owned(), why.to_owned())];
        // The place is gone there, or was in a file that is gone.
        let exceptions = ["spec/a.json", other].map(|file| of(file, "/info"));
        assert_eq!(judged(&exceptions), due);
        // The whole of each document.
        let exceptions = ["spec/a.json", other].map(|file| of(file, ""));
        assert_eq!(judged(&exceptions), due);
    }
}

#[test]
fn exceptions_without_a_reason() {
    assert_eq!(without_reason(RULESET), [3, 4, 7, 9, 11, 12]);
    let explained = "# Because.\nspec/a.json:\n  rule:\n    - '#/info'\n\nspec/b.json:\n  rule:\n    - '#/info'\n";
    assert_eq!(without_reason(explained), [8]);
}

#[test]
fn each_exception_in_the_repository_has_a_reason_and_a_place() {
    let documents = documents(&spec()).expect("spec/ can be read");
    for linter in LINTERS {
        let ruleset = repository(linter.ruleset);
        assert_eq!(without_reason(&ruleset), [0; 0], "{}", linter.ruleset);
        let mut exceptions = switched_off(&ruleset).expect("a ruleset");
        if let Some(ignore) = linter.ignore {
            let text = repository(ignore);
            assert_eq!(without_reason(&text), [0; 0], "{ignore}");
            exceptions.extend(ignored(&text).expect("places"));
        }
        assert!(!exceptions.is_empty(), "invalid test case: {}", linter.name);
        for Exception { rule, at, .. } in exceptions {
            let somewhere = documents.iter().any(|it| it.value.pointer(&at).is_some());
            assert!(somewhere, "{}: {rule} at {at}", linter.name);
        }
    }
}

#[test]
fn the_pinned_versions_are_exact_and_name_no_host() {
    let read = |name: &str| -> Value {
        let text = repository(&format!("crates/harness/lint/{name}"));
        serde_json::from_str(&text).expect("JSON")
    };
    let (package, lock) = (read("package.json"), read("package-lock.json"));
    let tools = package["devDependencies"].as_object().expect("tools");
    assert_eq!(tools.len(), 3);
    for (name, version) in tools {
        let version = version.as_str().expect("a version");
        let digits = |part: &str| part.chars().all(|digit| digit.is_ascii_digit());
        assert!(version.split('.').all(digits), "{name} {version}");
        let locked = &lock["packages"][format!("node_modules/{name}")];
        assert_eq!(locked["version"], version, "{name}");
    }
    for (name, locked) in lock["packages"].as_object().expect("packages") {
        assert!(locked.get("resolved").is_none(), "{name}");
        assert!(
            name.is_empty() || locked.get("integrity").is_some(),
            "{name}"
        );
    }
}
