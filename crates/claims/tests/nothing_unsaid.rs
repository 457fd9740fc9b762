//! Whatever is changed in a document changes its claims, but for the labels that are named here.

use std::collections::BTreeSet;

use claims::{Claim, Pointer, openapi};
use serde_json::{Value, json};

/// A document with every keyword that the reader knows, and one that it does not know at each
/// kind of object.
fn sample() -> Value {
    serde_json::from_str(include_str!("nothing_unsaid.json")).expect("the sample is JSON")
}

/// Labels of ours: whatever is below them may change.
const LABELS: [&str; 8] = [
    "/openapi",
    "/info",
    "/jsonSchemaDialect",
    "/x-tagGroups",
    "/tags/0/x-displayName",
    "/paths/~1a/get/operationId",
    "/paths/~1a/get/responses/200/content/application~1json/examples/e/summary",
    // That a text is there is said, which text is not: the page's own words are not carried over.
    "description",
];

fn is_label(pointer: &str, change: &str) -> bool {
    LABELS.iter().any(|label| match *label {
        "description" => change == "changed" && pointer.ends_with("/description"),
        label => pointer
            .strip_prefix(label)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    })
}

fn claims(document: &Value) -> BTreeSet<Claim> {
    openapi::claims(document)
        .into_iter()
        .map(|made| made.claim)
        .collect()
}

/// Pointers to every member and element within a value.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            let member = |(name, value): (&String, _)| (Pointer::escape(name).into_owned(), value);
            members.iter().map(member).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, item)| (at.to_string(), item))
            .collect(),
        _ => Vec::new(),
    };
    for (token, value) in below {
        let at = format!("{at}/{token}");
        all.push(at.clone());
        pointers(value, &at, all);
    }
}

fn removed(document: &Value, pointer: &str) -> Value {
    let mut document = document.clone();
    let (outer, token) = pointer.rsplit_once('/').unwrap();
    let removed = match document.pointer_mut(outer) {
        Some(Value::Object(members)) => members.remove(&*Pointer::unescape(token)),
        Some(Value::Array(items)) => Some(items.remove(token.parse().unwrap())),
        _ => None,
    };
    assert!(removed.is_some(), "{pointer} leads nowhere");
    document
}

/// The value replaced by another of its type, and by one of another type.
fn changed(document: &Value, pointer: &str) -> [Value; 2] {
    let value = document.pointer(pointer).unwrap();
    let other = match value {
        Value::Null => json!("null?"),
        Value::Bool(value) => json!(!value),
        Value::Number(value) => json!(value.as_i64().unwrap() + 1),
        Value::String(value) => json!(format!("{value}?")),
        Value::Array(items) => [items.as_slice(), &[json!("more")]].concat().into(),
        Value::Object(members) => {
            let more = [("x-more".to_owned(), json!(1))];
            members.clone().into_iter().chain(more).collect()
        }
    };
    [other, json!(-7)].map(|other| {
        let mut document = document.clone();
        *document.pointer_mut(pointer).unwrap() = other;
        document
    })
}

/// Changes that the claims do not show, `pointer change`.
fn unsaid() -> Vec<String> {
    let document = sample();
    let mut all = Vec::new();
    pointers(&document, "", &mut all);
    assert!(all.len() > 200, "invalid sample: {} members", all.len());
    let before = claims(&document);
    let mut unsaid = Vec::new();
    for pointer in all {
        let [other, other_type] = changed(&document, &pointer);
        for (change, document) in [
            ("removed", removed(&document, &pointer)),
            ("changed", other),
            ("another type", other_type),
        ] {
            if claims(&document) == before && !is_label(&pointer, change) {
                unsaid.push(format!("{pointer} {change}"));
            }
        }
    }
    unsaid
}

#[test]
fn whatever_is_removed_or_changed_changes_the_claims() {
    assert_eq!(unsaid(), Vec::<String>::new());
}

#[test]
fn what_is_named_as_a_label_is_in_the_sample_and_says_nothing() {
    let document = sample();
    let before = claims(&document);
    for label in LABELS.iter().filter(|label| label.starts_with('/')) {
        assert!(document.pointer(label).is_some(), "invalid sample: {label}");
        assert_eq!(claims(&removed(&document, label)), before, "{label}");
    }
    let said = "/tags/0/description";
    assert_eq!(claims(&changed(&document, said)[0]), before);
    assert_ne!(claims(&removed(&document, said)), before);
}

#[test]
fn names_of_used_components_and_of_examples_are_labels() {
    let text = sample().to_string();
    for (name, other) in [
        ("schemas/B\"", "schemas/Other\""),
        ("\"e\":", "\"other\":"),
        ("\"one\":{\"value\"", "\"other\":{\"value\""),
    ] {
        assert!(text.contains(name), "invalid sample: {name}");
        let renamed = text.replace(name, other);
        // With the references to a component goes its definition.
        let renamed = match name {
            "schemas/B\"" => renamed.replace("\"B\":", "\"Other\":"),
            _ => renamed,
        };
        assert_eq!(
            claims(&renamed.parse().unwrap()),
            claims(&sample()),
            "{name}"
        );
    }
}
