//! `cargo xtask traffic`: recorded exchanges against the documents.

use serde_json::{Value, json};

use crate::Sandbox;

const PROFILES: &str = "https://sandbox.apihub.citi.com/gcb/api/partner/v1/customers/profiles";

/// A customer of whom one field is a text where the page says a number.
fn customer() -> Value {
    json!({
        "customerType": "INDIVIDUAL",
        "emails": [{ "emailAddress": "jo.smith@example.com", "emailKey": "170042" }],
        "customerName": "Jo",
    })
}

/// An exchange with an operation of Citi Hong Kong.
fn exchange(status: u16, body: &Value) -> Value {
    json!({
        "startedDateTime": "2026-11-20T10:00:00.000Z",
        "request": {
            "method": "GET", "url": PROFILES,
            "headers": [
                { "name": "uuid", "value": "8c3e5d1e-6f5b-4f0e-9a53-0d3c8d0a2f7b" },
                { "name": "client_id", "value": "my-app" },
            ],
        },
        "response": { "status": status, "headers": [], "content": {
            "mimeType": "application/json", "size": 9, "text": body.to_string(),
        } },
    })
}

/// A folder with a recording in which something is wrong.
fn recorded() -> Sandbox {
    let sandbox = Sandbox::new();
    let error = json!({ "type": "invalid", "code": "tooManyJos" });
    let entries = [
        exchange(200, &customer()),
        exchange(200, &customer()),
        exchange(400, &error),
    ];
    let har = json!({ "log": { "version": "1.2", "entries": entries } });
    sandbox.write("recording.har", har.to_string());
    sandbox
}

#[test]
fn what_is_not_documented_is_told_with_its_line() {
    recorded().golden("traffic", &["traffic", "recording.har"]);
}

#[test]
fn every_format_has_the_findings_and_no_value() {
    let sandbox = recorded();
    for format in ["text", "json", "sarif", "junit", "markdown"] {
        let output = sandbox.run(&["traffic", "recording.har", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        let text = String::from_utf8(output.stdout).expect("text");
        for kind in ["type", "undocumented-property", "undocumented-error"] {
            assert!(text.contains(kind), "{kind} in {text}");
        }
        for value in ["170042", "jo.smith", "tooManyJos", "8c3e5d1e", "my-app"] {
            assert!(!text.contains(value), "{value} in {text}");
        }
    }
}

#[test]
fn json_has_every_exchange_with_page_and_line() {
    let output = recorded().run(&["traffic", "recording.har", "--format", "json"]);
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read["exchanges"], 3);
    let findings = read["findings"].as_array().expect("a list");
    let of_type = findings.iter().filter(|it| it["kind"] == "type");
    let exchanges: Vec<_> = of_type.map(|it| it["exchange"].as_u64()).collect();
    assert_eq!(exchanges, [Some(0), Some(1)]);
    for finding in findings {
        assert_eq!(finding["page"], "citi-hong-kong");
        assert!(finding["line"].is_u64(), "{finding}");
    }
}

/// SARIF points to the row of the claims that has the line.
#[test]
fn sarif_leads_to_the_claim() {
    let sandbox = recorded();
    let output = sandbox.run(&["traffic", "recording.har", "--format", "sarif"]);
    let log: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let of_type = results
        .iter()
        .find(|it| it["ruleId"] == "type")
        .expect("it is found");
    let place = &of_type["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"]["uri"],
        "spec/claims/citi-hong-kong.csv"
    );
    let row = place["region"]["startLine"].as_u64().expect("a number");
    let claims = sandbox.text("spec/claims/citi-hong-kong.csv");
    let row = claims
        .lines()
        .nth(usize::try_from(row).expect("small") - 1)
        .expect("a row");
    assert!(row.contains(",emails.emailKey,"), "{row}");
}

#[test]
fn files_are_written_beside_the_report() {
    let sandbox = recorded();
    let output = sandbox.run(&[
        "traffic",
        "recording.har",
        "--redacted",
        "redacted.har",
        "--coverage",
        "coverage.json",
        "--proposals",
        "proposals.toml",
        "--often",
        "2",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let redacted = sandbox.text("redacted.har");
    assert!(!redacted.contains("jo.smith"), "{redacted}");
    let again = sandbox.run(&["traffic", "redacted.har", "--format", "json"]);
    let first = sandbox.run(&["traffic", "recording.har", "--format", "json"]);
    let findings = |text: &[u8]| {
        let read: Value = serde_json::from_slice(text).expect("JSON");
        read["findings"].clone()
    };
    assert_eq!(findings(&again.stdout), findings(&first.stdout));
    let coverage: Value = serde_json::from_str(&sandbox.text("coverage.json")).expect("JSON");
    let operations = coverage["operations"].as_array().expect("a list");
    assert!(
        operations
            .iter()
            .any(|it| it["exchanges"] == 3 && it["otherwise"].as_u64() > Some(0))
    );
    let proposals = sandbox.text("proposals.toml");
    assert_eq!(
        proposals.matches("basis = \"observed\"").count(),
        2,
        "{proposals}"
    );
}

/// A value is replaced by its class; without the class it is not known what it is.
#[test]
fn redaction_follows_the_classes() {
    let sandbox = recorded();
    let email = |sandbox: &Sandbox| {
        sandbox.run(&["traffic", "recording.har", "--redacted", "redacted.har"]);
        let read: Value = serde_json::from_str(&sandbox.text("redacted.har")).expect("JSON");
        let body = read["log"]["entries"][0]["response"]["content"]["text"].as_str();
        let body: Value = serde_json::from_str(body.expect("a body")).expect("JSON");
        body["emails"][0]["emailAddress"]
            .as_str()
            .expect("text")
            .to_owned()
    };
    assert_eq!(email(&sandbox), "[contact]");
    sandbox.replace(
        "spec/classes.toml",
        "\"emailAddress\"",
        "\"nobodysAddress\"",
    );
    assert_eq!(email(&sandbox), "[value]");
}

#[test]
fn what_cannot_be_read_is_told_by_its_number() {
    let sandbox = recorded();
    let whole = sandbox.text("recording.har");
    sandbox.write("Jo Smith.har", &whole[..whole.len() - 40]);
    sandbox.write("openapi.json", "{\"openapi\": \"3.1.0\"}");
    for arguments in [
        &["traffic", "Jo Smith.har"][..],
        &["traffic", "nowhere-Jo.har"],
        &["traffic", "openapi.json"],
        &["traffic", "recording.har", "--server", "Jo"],
        &[
            "traffic",
            "recording.har",
            "--server",
            "https://jo.example=Jo",
        ],
        &["traffic", "recording.har", "--redacted", "recording.har/Jo"],
        &["traffic", "recording.har", "--redacted", "./recording.har"],
        &[
            "traffic",
            "recording.har",
            "--coverage",
            "spec/../recording.har",
        ],
        &["traffic", ".", "--proposals", "Jo.toml"],
    ] {
        let output = sandbox.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.contains("error"), "{said}");
        assert!(!said.contains("Jo") && !said.contains("jo."), "{said}");
    }
    let after = sandbox.text("recording.har");
    assert_eq!(whole, after, "no recording is overwritten");
}
