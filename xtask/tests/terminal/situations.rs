//! `export` and `check` in each situation.

use claims::Aspect;

use crate::Sandbox;

const CHECK: &[&str] = &["check"];
const EXPORT: &[&str] = &["export"];
const EXPORT_CHECK: &[&str] = &["export", "--check"];
const BOTH: &[&[&str]] = &[CHECK, EXPORT];
const EVERY: &[&[&str]] = &[CHECK, EXPORT, EXPORT_CHECK];

#[track_caller]
fn check(situation: &str, arguments: &[&str], break_it: impl FnOnce(&Sandbox)) {
    let sandbox = Sandbox::new();
    break_it(&sandbox);
    sandbox.golden(situation, arguments);
}

/// What each command says in one situation: its snapshot has the command before the situation.
#[track_caller]
fn check_each(situation: &str, commands: &[&[&str]], break_it: impl Fn(&Sandbox)) {
    for command in commands {
        let command_line = command.join("").replace("--", "-");
        check(&format!("{command_line}-{situation}"), command, &break_it);
    }
}

#[test]
fn nothing_is_wrong() {
    check_each("fresh", EVERY, |_| {});
}

#[test]
fn a_file_is_stale() {
    check_each("stale", EVERY, |sandbox| {
        sandbox.replace(
            "spec/openapi.json",
            "\"format\": \"uuid\"",
            "\"format\": \"text\"",
        );
        sandbox.replace("spec/openapi.yaml", "format: uuid", "format: text");
    });
}

/// Of a long line the part that differs is shown.
#[test]
fn a_report_is_stale() {
    check("check-stale-report", CHECK, |sandbox| {
        sandbox.replace("spec/reports/REVIEW.md", "is in the documents", "is there");
    });
}

#[test]
fn a_file_is_missing() {
    check_each("missing-file", EVERY, |sandbox| {
        sandbox.remove("spec/schemas/citi.schema.json");
    });
}

#[test]
fn a_file_is_orphaned() {
    check_each("orphaned", EVERY, |sandbox| {
        sandbox.exported("providers/citi-atlantis.json", "{}");
    });
}

#[test]
fn a_file_is_somebody_elses() {
    check_each("foreign", EVERY, |sandbox| {
        sandbox.write("spec/overlays/mine.overlay.yaml", "overlay: 1.0.0");
    });
}

/// The page says something that the document does not.
#[test]
fn a_claim_is_missing() {
    check_each("missing", BOTH, |sandbox| {
        sandbox.reread("citi-australia", |page| {
            let email = page.claims.iter().find(|stated| {
                &*stated.claim.name == "emails.emailKey" && stated.claim.aspect == Aspect::Listed
            });
            let mut added = email.expect("a property").clone();
            added.claim.name = "emails.emailStatus".into();
            let mut ty = added.clone();
            (ty.claim.aspect, ty.claim.value) = (Aspect::Type, "string".into());
            page.claims.extend([added, ty]);
        });
    });
}

/// Page and document say different things.
#[test]
fn a_claim_is_contradicted() {
    check_each("contradicted", BOTH, |sandbox| {
        sandbox.reread("citi-hong-kong", |page| {
            let mut typed = page.claims.iter_mut().filter(|stated| {
                &*stated.claim.name == "emails.emailKey" && stated.claim.aspect == Aspect::Type
            });
            typed.next().expect("a property").claim.value = "string".into();
        });
    });
}

/// The document says something that neither page nor reading says.
#[test]
fn a_claim_is_unsupported() {
    check_each("unsupported", BOTH, |sandbox| {
        sandbox.reread("citi-hong-kong", |page| {
            page.claims
                .retain(|stated| &*stated.claim.name != "virtualOfferFlag");
        });
    });
}

#[test]
fn a_reading_is_stale() {
    check_each("stale-reading", BOTH, |sandbox| {
        sandbox.replace(
            "spec/readings.toml",
            "value = \"1 to 100\"",
            "value = \"1 to 10\"",
        );
    });
}

#[test]
fn two_readings_decide_about_one_claim() {
    check("check-contested", CHECK, |sandbox| {
        let more = r#"
[[reading]]
id = "another-end"
page = "citi-australia"
kind = "omit"
applies-to = [{ aspect = "cut", value = "*" }]
basis = "same-page"
reason = "Twice is once too often."
evidence = "This test."
"#;
        let readings = sandbox.text("spec/readings.toml") + more;
        sandbox.write("spec/readings.toml", readings);
    });
}

#[test]
fn claims_were_edited_by_hand() {
    check("check-edited-claims", CHECK, |sandbox| {
        let path = "spec/claims/citi-australia.csv";
        let claims = sandbox.text(path);
        // One of two lines that say the same: the comparison alone would not see it.
        let row = "\nGET /v1/customers/profiles,400,location,description,stated,ed2c0bda43e3,1";
        assert!(claims.matches(row).count() > 1, "invalid test case");
        sandbox.write(path, claims.replacen(row, "", 1));
    });
}

#[test]
fn programs_read_findings_as_json() {
    check("check-json", &["check", "--format", "json"], |sandbox| {
        sandbox.remove("spec/openapi.yaml");
    });
    check("check-json-fresh", &["check", "--format", "json"], |_| {});
}

/// A claim, a reading and a file: each has its place.
fn three_findings(sandbox: &Sandbox) {
    sandbox.replace("spec/readings.toml", "\"1 to 100\"", "\"1 to 10\"");
    sandbox.remove("spec/openapi.yaml");
}

#[test]
fn code_scanning_reads_findings_as_sarif() {
    let arguments = &["check", "--format", "sarif"];
    check("check-sarif", arguments, three_findings);
    check("check-sarif-fresh", arguments, |_| {});
    let sandbox = Sandbox::new();
    let fresh = String::from_utf8(sandbox.run(arguments).stdout).expect("text");
    assert_eq!(fresh, sandbox.text("spec/reports/review.sarif"));
}

#[test]
fn github_shows_findings_beside_their_lines() {
    let arguments = &["check", "--format", "github"];
    check("check-github", arguments, three_findings);
    check("check-github-fresh", arguments, |_| {});
}

#[test]
fn a_misspelling_is_stale() {
    check("check-stale-misspelling", CHECK, |sandbox| {
        let more = "\n[[misspelling]]\nname = \"adress\"\nmeant = \"address\"\n";
        let readings = sandbox.text("spec/readings.toml") + more;
        sandbox.write("spec/readings.toml", readings);
    });
}

#[test]
fn a_field_without_a_class_and_a_class_of_nothing() {
    check("check-classes", CHECK, |sandbox| {
        let classes = sandbox.text("spec/classes.toml");
        assert!(classes.contains("[\"sid\"]"), "invalid test case");
        let classes = classes.replace("[\"sid\"]", "[\"sidecar\"]");
        sandbox.write("spec/classes.toml", classes);
    });
    check("check-classes-unread", CHECK, |sandbox| {
        let classes = sandbox.text("spec/classes.toml");
        let classes = classes.replacen("\"Authenticating\"", "\"Authentication\"", 1);
        sandbox.write("spec/classes.toml", classes);
    });
}

#[test]
fn a_second_export_changes_nothing() {
    let sandbox = Sandbox::new();
    for file in [
        "openapi.json",
        "openapi.yaml",
        "openapi-3.0.json",
        "openapi-3.2.json",
        "README.md",
        "overlays/provenance.overlay.yaml",
        "overlays/classification.overlay.yaml",
        "reports/CLASSES.md",
        "reports/REVIEW.md",
        "reports/coverage.json",
        "reports/review.sarif",
        "reports/traceability.csv",
    ] {
        sandbox.remove(&format!("spec/{file}"));
    }
    sandbox.run(EXPORT);
    let first = sandbox.files();
    assert_eq!(
        first,
        Sandbox::new().files(),
        "the repository holds what an export writes"
    );
    sandbox.run(EXPORT);
    assert_eq!(first, sandbox.files());
}

#[test]
fn a_check_writes_nothing() {
    for arguments in [CHECK, EXPORT_CHECK] {
        let sandbox = Sandbox::new();
        sandbox.remove("spec/openapi.json").write("spec/orphan", "");
        let before = sandbox.files();
        assert_eq!(sandbox.run(arguments).status.code(), Some(1));
        assert_eq!(before, sandbox.files());
    }
}

#[test]
fn help_says_what_each_command_does() {
    let sandbox = Sandbox::new();
    for command in [
        "", "export", "read", "check", "confirm", "drift", "diff", "explain", "release", "package",
        "portal",
    ] {
        let arguments: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|a| !a.is_empty())
            .collect();
        let situation = if command.is_empty() {
            "help".to_owned()
        } else {
            format!("help-{command}")
        };
        sandbox.golden(&situation, &arguments);
    }
}
