//! No value of a recording is said, wherever it stands.

use serde_json::{Value, json};
use traffic::report::{Json, junit, markdown, sarif, text};
use traffic::{Trial, coverage, proposals};

use crate::harbour::{boat, exchange, har, heard};

/// What must be nowhere.
const MARK: &str = "Zq7Mark";

/// Exchanges with the mark in every place that a recording has.
fn marked() -> Vec<Value> {
    let mut entries = Vec::new();
    let mut change = |change: &dyn Fn(&mut Value)| {
        let mut entry = exchange(&boat());
        change(&mut entry);
        entries.push(entry);
    };
    let url = |path: &str| json!(format!("https://api.harbour.example/v1/{path}"));
    let body = |name: &str, value: Value| {
        let mut boat = boat();
        boat[name] = value;
        json!(boat.to_string())
    };
    change(&|it| it["request"]["method"] = json!(MARK));
    change(&|it| it["request"]["url"] = url(&format!("boats/{MARK}")));
    change(&|it| it["request"]["url"] = url(&format!("boats/B1?limit={MARK}&{MARK}={MARK}")));
    change(&|it| it["request"]["url"] = url(&format!("boats/B1/{MARK}")));
    change(&|it| it["request"]["url"] = json!(format!("https://{MARK}.example/{MARK}")));
    change(&|it| {
        it["request"]["url"] = json!(format!("https://{MARK}@api.harbour.example/v1/boats/B1"));
    });
    change(&|it| it["request"]["url"] = json!(MARK));
    change(&|it| it["request"]["headers"] = json!([{ "name": "trace", "value": MARK }]));
    change(&|it| it["request"]["headers"] = json!([{ "name": MARK, "value": MARK }]));
    change(&|it| it["response"]["content"]["mimeType"] = json!(format!("text/{MARK}")));
    change(&|it| {
        it["response"]["content"]["mimeType"] = json!(format!("application/json; charset={MARK}"));
    });
    change(&|it| it["response"]["content"]["text"] = json!(format!("{{\"{MARK}\": {MARK}")));
    change(&|it| it["response"]["content"]["text"] = body("name", json!(format!("{MARK}{MARK}"))));
    for name in [
        "kind", "built", "seen", "fee", "berth", "owner", "crew", "flags", MARK,
    ] {
        change(&|it| it["response"]["content"]["text"] = body(name, json!(MARK)));
        change(&|it| it["response"]["content"]["text"] = body(name, json!({ MARK: MARK })));
        change(&|it| it["response"]["content"]["text"] = body(name, json!([{ MARK: 1 }])));
    }
    change(&|it| {
        let twice =
            format!("{{\"name\": \"a\", \"kind\": \"SAIL\", \"{MARK}\": 1, \"{MARK}\": 2}}");
        it["response"]["content"]["text"] = json!(twice);
    });
    change(&|it| {
        it["response"]["status"] = json!(400);
        it["response"]["content"]["text"] =
            json!(json!({ "code": MARK, "type": MARK }).to_string());
    });
    entries
}

#[test]
fn no_report_has_a_mark() {
    let own = |trial: &mut Trial, _: &str| {
        let findings = trial.findings();
        let mut out = Vec::new();
        Json::open(&mut out)
            .and_then(|json| json.close(trial))
            .expect("memory can be written");
        let covered = coverage::coverage(trial);
        [
            text(&findings),
            markdown(trial),
            junit(trial).expect("text"),
            sarif(&findings, "traffic", &|_| None),
            String::from_utf8(out).expect("text"),
            coverage::json(&covered),
            coverage::markdown(&covered),
            proposals(&findings, 1),
            format!("{:?} {:?}", trial.shapes, trial.aside),
        ]
    };
    let entries = marked();
    let (reports, seen) = heard(&har(&entries), own);
    assert!(seen.len() > entries.len() / 2, "the marks are seen");
    for report in reports {
        let found = report.to_lowercase().find(&MARK.to_lowercase());
        assert_eq!(found, None, "{report}");
    }
    assert!(seen.iter().all(|(_, _, pointer)| !pointer.contains(MARK)));
}
