//! `translate`: a customer in the shape of a public standard.

use serde_json::{Value, json};

use crate::Sandbox;

/// A profile of a customer, each value of which begins with a mark.
fn profile() -> Value {
    json!({
        "customerSegment": "zqSEGMENT",
        "customerParticulars": { "names": [{ "firstName": "zqAda", "lastName": "zqQuay", "nameType": "zqL" }] },
        "emails": [{ "emailAddress": "zqada@harbour.example", "emailKey": 1 }],
        "phones": [{ "phoneNumber": "zq-none", "phoneCountryCode": "61" }],
    })
}

#[test]
fn a_profile_becomes_a_person() {
    let sandbox = Sandbox::new();
    sandbox.write("profile.json", profile().to_string());
    for (target, pointer) in [
        ("cds-au", "/lastName"),
        ("ob-uk", "/Name"),
        ("iso20022", "/Nm"),
    ] {
        let output = sandbox.run(&["translate", "--to", target, "profile.json"]);
        let body: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let name = body.pointer(pointer).and_then(Value::as_str);
        assert!(
            name.is_some_and(|it| it.ends_with("zqQuay")),
            "{target}: {body}"
        );
        assert_eq!(output.status.code(), Some(1), "something is lost");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.contains("phones[0].phoneNumber"), "{said}");
        assert!(!said.contains("zq"), "{said}");
    }
}

#[test]
fn a_report_is_a_file() {
    let sandbox = Sandbox::new();
    sandbox.write("profile.json", profile().to_string());
    for name in ["report.json", "report.txt"] {
        let report = ["--report", name];
        let output =
            sandbox.run(&[&["translate", "--to", "ob-uk", "profile.json"][..], &report].concat());
        assert!(!String::from_utf8_lossy(&output.stderr).contains("phones[0]"));
        let text = sandbox.text(name);
        assert!(
            text.contains("emails[0].emailKey") && !text.contains("zq"),
            "{text}"
        );
    }
    let report: Value = serde_json::from_str(&sandbox.text("report.json")).expect("JSON");
    assert_eq!(report["from"], "CitiCustomerProfile");
    assert_eq!(report["body"], Value::Null);
}

#[test]
fn what_cannot_be_translated_is_refused_without_its_values() {
    let sandbox = Sandbox::new();
    sandbox.write("body.json", r#"{"zqKey":"zqValue"}"#);
    sandbox.write("broken.json", r#"{"emails":zqValue"#);
    for (arguments, expected) in [
        (
            &["--to", "cds-au", "body.json"][..],
            "does not have all properties of the body",
        ),
        (
            &["--to", "cds-au", "broken.json"],
            "expected JSON, but found something else",
        ),
        (&["--to", "cds-au", "missing.json"], "missing.json"),
        (&["--to", "cds-at", "body.json"], "did you mean `cds-au`?"),
        (
            &["--to", "schema-org", "body.json"],
            "nothing is translated to schema-org",
        ),
        (
            &["--to", "cds-au", "--from", "CitiMast", "body.json"],
            "nothing is translated from this schema",
        ),
    ] {
        let output = sandbox.run(&[&["translate"], arguments].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(expected) && !said.contains("zq"), "{said}");
    }
}
