//! Bodies, parameters and statuses.

use serde_json::{Value, json};

use crate::harbour::{boat, exchange, findings, found, har};

/// A boat in which one thing is otherwise.
fn otherwise(pointer: &str, value: Value) -> Value {
    let mut boat = boat();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = boat.pointer_mut(parent).expect("the parent is there");
    match parent {
        Value::Array(items) => items[name.parse::<usize>().expect("an index")] = value,
        parent => parent[name] = value,
    }
    boat
}

fn without(name: &str) -> Value {
    let mut boat = boat();
    boat.as_object_mut().expect("an object").remove(name);
    boat
}

#[test]
fn what_is_right_is_quiet() {
    assert_eq!(found(&exchange(&boat())), []);
    // Null, a whole number with decimals, and everything that is optional left out.
    assert_eq!(
        found(&exchange(&json!({ "name": "", "kind": "MOTOR" }))),
        []
    );
    assert_eq!(found(&exchange(&otherwise("/berth", json!(7.0)))), []);
    assert_eq!(found(&exchange(&otherwise("/fee", json!(-999.99)))), []);
    assert_eq!(
        found(&exchange(&otherwise(
            "/debt",
            json!(9_999_999_999_999_999.99)
        ))),
        []
    );
    assert_eq!(found(&exchange(&otherwise("/crew", json!([])))), []);
    assert_eq!(
        found(&exchange(&otherwise("/flags", json!({ "towed": false })))),
        []
    );
}

#[test]
fn every_rule_of_a_body_is_held() {
    for (body, kind, pointer) in [
        (otherwise("/name", json!(7)), "type", "/name"),
        (otherwise("/name", json!(null)), "type", "/name"),
        (
            otherwise("/name", json!("Marlin of the sea")),
            "max-length",
            "/name",
        ),
        (otherwise("/kind", json!("ROW")), "enum", "/kind"),
        (otherwise("/built", json!("1.5.1987")), "format", "/built"),
        (
            otherwise("/seen", json!("2026-01-02 03:04:05")),
            "format",
            "/seen",
        ),
        (
            otherwise("/seen", json!("2026-01-02T03:04:05Z")),
            "format",
            "/seen",
        ),
        (otherwise("/fee", json!(1.125)), "precision", "/fee"),
        (otherwise("/fee", json!(12345)), "precision", "/fee"),
        (otherwise("/debt", json!(2e16)), "precision", "/debt"),
        (
            otherwise("/berth", json!(4_000_000_000_u32)),
            "format",
            "/berth",
        ),
        (otherwise("/berth", json!(1.5)), "type", "/berth"),
        (otherwise("/owner", json!([])), "type", "/owner"),
        (
            otherwise("/owner/phone", json!("1")),
            "undocumented-property",
            "/owner/phone",
        ),
        (
            otherwise("/crew/0", json!({ "role": "skipper", "trace": 1 })),
            "undocumented-property",
            "/crew/0/trace",
        ),
        (otherwise("/crew", json!({})), "type", "/crew"),
        (
            otherwise("/flags", json!({ "secret": 1 })),
            "type",
            "/flags/*",
        ),
        (
            otherwise("/limit", json!(1)),
            "undocumented-property",
            "/limit",
        ),
        (without("name"), "required", "/name"),
        (json!({ "name": "x" }), "required-unless", "/built"),
        (json!([]), "type", ""),
    ] {
        let expected = [(kind.to_owned(), pointer.to_owned())];
        assert_eq!(found(&exchange(&body)), expected, "{body}");
    }
}

#[test]
fn bodies_are_what_their_media_types_say() {
    let answer = |text: &str, kind: &str| {
        let mut entry = exchange(&boat());
        entry["response"]["content"] =
            json!({ "size": text.len(), "mimeType": kind, "text": text });
        found(&entry)
            .into_iter()
            .map(|(kind, _)| kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(answer("", "application/json"), ["empty-body"]);
    assert_eq!(answer(" \n", "application/json"), ["empty-body"]);
    assert_eq!(answer("{", "application/json"), ["unreadable-body"]);
    assert_eq!(answer("{} {}", "application/json"), ["unreadable-body"]);
    assert_eq!(answer("<p>", "text/html"), ["undocumented-media-type"]);
    assert_eq!(
        answer(&boat().to_string(), "APPLICATION/JSON;charset=UTF-8"),
        [""; 0]
    );
    // Nobody said what it is.
    assert_eq!(answer(&boat().to_string(), "x-unknown"), [""; 0]);
    let twice = r#"{"name": "Marlin", "kind": "SAIL", "owner": {"email": "a", "email": "b"}}"#;
    let mut entry = exchange(&boat());
    entry["response"]["content"]["text"] = json!(twice);
    assert_eq!(
        found(&entry),
        [("duplicate-key".to_owned(), "/owner/email".to_owned())]
    );
}

#[test]
fn errors_are_rows_of_the_page() {
    let error = |body: Value| {
        let mut entry = exchange(&body);
        entry["response"]["status"] = json!(400);
        found(&entry)
    };
    assert_eq!(error(json!({ "code": "fog", "type": "fatal" })), []);
    assert_eq!(error(json!({ "code": "fog" })), []);
    // Services word what is beside the code as they like.
    assert_eq!(error(json!({ "code": "fog", "type": "thick" })), []);
    let wrong = [("undocumented-error".to_owned(), "/code".to_owned())];
    assert_eq!(error(json!({ "code": "storm", "type": "fatal" })), wrong);
}

#[test]
fn requests_are_held_unless_the_service_refused_them() {
    let mut entry = exchange(&boat());
    entry["request"]["url"] = json!("https://api.harbour.example/v1/boats/B1234567?limit=0&page=1");
    entry["request"]["headers"] = json!([{ "name": "accept", "value": "*/*" }]);
    let all = [
        ("max-length", "/boatId"),
        ("required", "/trace"),
        ("minimum", "/limit"),
        ("undocumented-parameter", "/page"),
    ];
    let all = all.map(|(kind, pointer)| (kind.to_owned(), pointer.to_owned()));
    assert_eq!(found(&entry), all);
    entry["response"]["status"] = json!(400);
    entry["response"]["content"]["text"] = json!(r#"{"code": "fog"}"#);
    assert_eq!(found(&entry), []);
    // A recorder that leaves all headers out says nothing of one.
    let mut entry = exchange(&boat());
    entry["request"]["headers"] = json!([]);
    assert_eq!(found(&entry), []);
}

#[test]
fn bodies_of_requests_are_held_too() {
    let post = |text: &str| {
        json!({
            "request": {
                "method": "POST", "url": "https://api.harbour.example/v1/moorings",
                "postData": { "mimeType": "application/json", "text": text },
            },
            "response": { "status": 204, "content": { "size": 0 } },
        })
    };
    assert_eq!(found(&post(r#"{"boat": "MARLIN"}"#)), []);
    let wrong = |kind: &str, pointer: &str| [(kind.to_owned(), pointer.to_owned())];
    assert_eq!(
        found(&post(r#"{"boat": "Marlin"}"#)),
        wrong("pattern", "/boat")
    );
    assert_eq!(found(&post("{}")), wrong("required", "/boat"));
    let mut none = post("");
    none["request"]
        .as_object_mut()
        .expect("an object")
        .remove("postData");
    none["request"]["bodySize"] = json!(0);
    assert_eq!(found(&none), wrong("required", ""));
    // Nobody knows whether there was one.
    none["request"]["bodySize"] = json!(-1);
    assert_eq!(found(&none), []);
}

#[test]
fn equal_findings_are_one_with_its_count_and_its_line() {
    let wrong = otherwise("/kind", json!("ROW"));
    let other = otherwise("/kind", json!("TUG"));
    let mut late = exchange(&other);
    late["startedDateTime"] = json!("2026-11-25T10:00:00.000Z");
    let all = findings(&har(&[exchange(&wrong), exchange(&boat()), late]));
    assert_eq!(all.len(), 1, "{all:?}");
    let one = &all[0];
    assert_eq!((one.times, one.exchanges, one.first.exchange), (2, 2, 0));
    assert_eq!(
        one.days,
        Some(("2026-11-20".to_owned(), "2026-11-25".to_owned()))
    );
    assert_eq!(one.cited.page.as_deref(), Some("harbour"));
    assert_eq!(one.cited.lines, [13]);
    assert_eq!(
        one.cited.element.as_deref(),
        Some("/components/schemas/Boat/properties/kind/enum")
    );
    // What has no line is cited by what it is in.
    let all = findings(&har(&[exchange(&otherwise("/owner/phone", json!(1)))]));
    assert_eq!(all[0].cited.lines, [15]);
}

/// A name with a capital can be a person's: it is said only as a document spells it.
#[test]
fn names_are_said_if_documents_have_them() {
    let name = |name: &str| found(&exchange(&otherwise(&format!("/{name}"), json!(1))));
    let at = |pointer: &str| [("undocumented-property".to_owned(), pointer.to_owned())];
    for said in [
        "berthName",
        "owner_email",
        "crew-role",
        "page",
        "Boat",
        "kind2",
    ] {
        assert_eq!(name(said), at(&format!("/{said}")), "{said}");
    }
    for not in [
        "Page",
        "Owner",
        "EMAIL",
        "joSmith",
        "berth1987",
        "owner 12 34 56 jo",
    ] {
        assert_eq!(name(not), at("/*"), "{not}");
    }
}
