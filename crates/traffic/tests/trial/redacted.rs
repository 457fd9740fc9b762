//! A recording without its values.

use std::ops::ControlFlow;

use serde_json::{Value, json};
use traffic::recording::{self, Recording};
use traffic::{Redacted, Trial};

use crate::harbour::{boat, exchange, har, heard};

fn class_of(_: &str, element: &claims::Element) -> Option<&'static str> {
    match &*element.name {
        "owner.email" => Some("contact"),
        "name" => Some("PII"),
        _ => None,
    }
}

/// The redacted form of a recording.
fn redacted(har: &str) -> String {
    let write = |trial: &mut Trial, har: &str| {
        let mut file = Redacted::open(Vec::new(), &class_of).expect("memory can be written");
        let place = Recording {
            given: 1,
            file: None,
        };
        let _ = recording::read_from(place, har.as_bytes(), &mut |read| {
            let read = read.expect("the recording is whole");
            file.write(trial, &read).expect("memory can be written");
            ControlFlow::Continue(())
        });
        String::from_utf8(file.close().expect("memory can be written")).expect("text")
    };
    heard(har, write).0
}

#[test]
fn values_become_their_classes() {
    let text = redacted(&har(&[exchange(&boat())]));
    let read: Value = serde_json::from_str(&text).expect("it is JSON");
    let entry = &read["log"]["entries"][0];
    let body = entry["response"]["content"]["text"]
        .as_str()
        .expect("a body");
    let body: Value = serde_json::from_str(body).expect("it is JSON");
    assert_eq!(body["owner"]["email"], "[contact]");
    assert_eq!(body["name"], "[PII]");
    assert_eq!(body["built"], "2000-01-01");
    for value in [
        "Marlin", "1987", "jo@", "skipper", "B1", "0b0f9a52", "120.5", "insured",
    ] {
        assert!(!text.contains(value), "{value} in {text}");
    }
}

/// Exchanges with a defect each.
fn defects() -> Vec<Value> {
    let mut entries = vec![exchange(&boat())];
    for (name, value) in [
        ("name", json!("Marlin of the sea")),
        ("name", json!(12)),
        ("kind", json!("ROW")),
        ("built", json!("1.5.1987")),
        ("seen", json!("2026-01-02 03:04:05")),
        ("fee", json!(99.125)),
        ("fee", json!(12345)),
        ("berth", json!(4_000_000_000_u32)),
        ("berth", json!(1.5)),
        ("Jo Smith", json!("x")),
        ("flags", json!({ "Jo": "x" })),
        ("crew", json!([{ "role": 4 }])),
    ] {
        let mut boat = boat();
        boat[name] = value;
        entries.push(exchange(&boat));
    }
    let mut change = |change: &dyn Fn(&mut Value)| {
        let mut entry = exchange(&boat());
        change(&mut entry);
        entries.push(entry);
    };
    change(&|it| it["response"]["status"] = json!(418));
    change(&|it| it["response"]["content"]["text"] = json!("{\"name\": \"Jo\", "));
    change(&|it| it["response"]["content"]["text"] = json!(""));
    change(&|it| it["response"]["content"]["mimeType"] = json!("text/html"));
    change(&|it| it["response"]["content"]["mimeType"] = json!("text/jo"));
    change(&|it| {
        let twice = r#"{"name": "a", "kind": "SAIL", "crew": [{}, {"role": "b", "role": "c"}]}"#;
        it["response"]["content"]["text"] = json!(twice);
    });
    change(&|it| it["request"]["url"] = json!("https://api.harbour.example/v1/boats/B123456"));
    change(&|it| {
        it["request"]["url"] = json!("https://api.harbour.example/v1/boats/B1?Jo=1&limit=0");
    });
    change(&|it| it["request"]["url"] = json!("https://api.harbour.example/v3/boats/B1"));
    change(&|it| it["request"]["url"] = json!("https://jo.example/v1/boats/B1"));
    change(&|it| it["request"]["url"] = json!("https://api.harbour.example/v1/jo/B1"));
    change(&|it| it["request"]["method"] = json!("JO"));
    change(&|it| it["request"]["headers"] = json!([{ "name": "trace", "value": "Jo" }]));
    change(&|it| it["request"]["headers"] = json!([{ "name": "cookie", "value": "Jo" }]));
    for code in ["fog", "storm"] {
        change(&|it| {
            it["response"]["status"] = json!(400);
            let body = json!({ "code": code, "type": "fatal", "Jo": 1 });
            it["response"]["content"]["text"] = json!(body.to_string());
        });
    }
    entries
}

#[test]
fn the_same_findings_come_of_it() {
    let whole = har(&defects());
    let ((), before) = heard(&whole, |_, _| ());
    assert!(before.len() > 20, "the defects are found: {before:?}");
    let text = redacted(&whole);
    let ((), after) = heard(&text, |_, _| ());
    assert_eq!(before, after);
    for value in ["Jo", "jo", "Marlin", "B123456", "99.125", "storm", "12345"] {
        assert!(!text.contains(value), "{value} in {text}");
    }
}
