//! What is reported, and what is proposed.

use serde_json::{Value, json};
use traffic::report::{Json, junit, markdown, sarif, text};
use traffic::{Finding, Trial, proposals};

use crate::harbour::{boat, exchange, har, heard};

/// A recording in which one thing is wrong twice.
fn wrong() -> String {
    let mut boat = boat();
    boat["kind"] = json!("ROW");
    har(&[exchange(&boat), exchange(&boat)])
}

#[test]
fn json_has_each_exchange_and_what_was_counted() {
    let own = |trial: &mut Trial, _: &str| {
        let mut out = Vec::new();
        Json::open(&mut out)
            .and_then(|json| json.close(trial))
            .expect("memory can be written");
        out
    };
    let (out, _) = heard(&wrong(), own);
    let read: Value = serde_json::from_slice(&out).expect("it is JSON");
    assert_eq!(read["exchanges"], 2);
    assert_eq!(read["folded"][0]["exchanges"], 2);
    assert_eq!(read["folded"][0]["kind"], "enum");
    assert_eq!(read["folded"][0]["lines"], json!([13]));
}

#[test]
fn every_report_names_kind_element_and_line() {
    let own = |trial: &mut Trial, _: &str| {
        let findings = trial.findings();
        let file = |_: &Finding| Some(("claims/harbour.csv".to_owned(), 9));
        [
            text(&findings),
            markdown(trial),
            junit(trial).expect("text"),
            sarif(&findings, "traffic", &file),
        ]
    };
    let ([text, markdown, junit, sarif], _) = heard(&wrong(), own);
    for report in [&text, &markdown, &junit] {
        for part in [
            "enum",
            "kind",
            "harbour, line 13",
            "2 exchanges, first in exchange 0",
        ] {
            assert!(report.contains(part), "{part} in {report}");
        }
    }
    let sarif: Value = serde_json::from_str(&sarif).expect("it is JSON");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "enum");
    assert_eq!(result["occurrenceCount"], 2);
    let rule = result["ruleIndex"].as_u64().expect("an index");
    assert_eq!(
        sarif["runs"][0]["tool"]["driver"]["rules"][usize::try_from(rule).expect("small")]["id"],
        "enum"
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "claims/harbour.csv");
}

#[test]
fn what_is_seen_often_is_proposed_and_nothing_else() {
    let own = |trial: &mut Trial, _: &str| {
        let findings = trial.findings();
        [proposals(&findings, 2), proposals(&findings, 3)]
    };
    let ([often, never], _) = heard(&wrong(), own);
    assert_eq!(never, "");
    assert!(often.contains("basis = \"observed\""), "{often}");
    assert!(
        often.contains("Recorded traffic: 2 exchanges on 2026-11-20."),
        "{often}"
    );
    let readings = review::Readings::parse(&often).expect("it is a file of readings");
    assert_eq!(readings.all().len(), 1);
}
