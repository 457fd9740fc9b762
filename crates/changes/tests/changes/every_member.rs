//! Nothing changes in a document without a change in its comparison.

use std::path::Path;

use changes::diff::{Diff, diff};
use changes::drift::Class;
use serde_json::{Value, json};

fn document(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../spec")
        .join(path);
    let text = std::fs::read_to_string(&path).expect("the document is there");
    serde_json::from_str(&text).expect("the document is JSON")
}

/// The pointers to all members and elements of a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let within: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, it)| (name.clone(), it))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, it)| (at.to_string(), it))
            .collect(),
        _ => Vec::new(),
    };
    for (token, value) in within {
        let pointer = claims::Pointer::step(at, &token).to_string();
        found.push(pointer.clone());
        pointers(value, &pointer, found);
    }
}

/// Removes what a pointer leads to.
fn remove(document: &mut Value, pointer: &str) {
    let (outer, token) = pointer.rsplit_once('/').expect("not the document itself");
    let token = claims::Pointer::unescape(token);
    match document.pointer_mut(outer) {
        Some(Value::Object(members)) => drop(members.shift_remove(&*token)),
        Some(Value::Array(items)) => drop(items.remove(token.parse().expect("an index"))),
        _ => panic!("invalid test case: {pointer}"),
    }
}

/// Another value in the place of this one.
fn other(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(format!("{text}Other")),
        Value::Number(number) => json!(number.as_f64().unwrap_or_default() + 1.0),
        Value::Bool(said) => json!(!said),
        Value::Object(_) | Value::Array(_) | Value::Null => json!("other"),
    }
}

/// Checks that a change is seen where it is made, by whoever looks from either side.
fn seen(base: &Value, mutant: &Value, pointer: &str) {
    for (old, new) in [(base, mutant), (mutant, base)] {
        let Diff { changes } = diff(old, new);
        let mut named = changes
            .iter()
            .flat_map(|it| it.old_pointer.iter().chain(&it.new_pointer));
        // The change of a member is one of what it is in, or of what is in it.
        let near = |named: &String| named.starts_with(pointer) || pointer.starts_with(named);
        assert!(named.any(near), "{pointer} changed silently:\n{changes:#?}");
    }
}

#[test]
fn every_member_that_changes_or_goes_is_seen() {
    let mut mutations = 0;
    // Of each document as many as seconds allow; all of them were seen when this was written.
    for (path, step) in [
        ("providers/flexiti-customers.json", 11),
        ("providers/citibanamex-segments.json", 5),
        ("providers/worldline-connect.json", 5),
        ("providers/citi-hong-kong.json", 101),
        ("openapi.json", 499),
    ] {
        let base = document(path);
        let mut all = Vec::new();
        pointers(&base, "", &mut all);
        all.retain(|pointer| pointer != "/info/version");
        for pointer in all.iter().step_by(step) {
            let mut gone = base.clone();
            remove(&mut gone, pointer);
            seen(&base, &gone, pointer);
            let mut changed = base.clone();
            let value = changed.pointer_mut(pointer).expect("it is there");
            *value = other(value);
            seen(&base, &changed, pointer);
            mutations += 2;
        }
    }
    assert!(mutations > 250, "invalid test case: {mutations} mutations");
}

#[test]
fn a_document_has_not_changed_from_itself() {
    for path in ["openapi.json", "providers/citi-australia.json"] {
        let base = document(path);
        assert_eq!(diff(&base, &base), Diff::default());
        let mut released = base.clone();
        released["info"]["version"] = json!("9.9.9");
        assert_eq!(diff(&base, &released), Diff::default(), "a release sets it");
    }
}

/// What is no OpenAPI document is compared as it is.
#[test]
fn whatever_is_given_is_compared() {
    let odd = [
        json!(null),
        json!([]),
        json!({"paths": 1, "components": []}),
        json!({"paths": {"/a": null, "/b": {"get": 1}}, "components": {"schemas": 1}}),
        json!({"paths": {"/b": {"get": {"parameters": [1], "responses": {"200": {"$ref": "#/nowhere"}}}}}}),
    ];
    for old in &odd {
        for new in &odd {
            let seen = diff(old, new).worst();
            assert_eq!(seen.is_none(), old == new, "{old} -> {new}");
            assert!(
                seen.is_none_or(|worst| worst == Class::Breaking),
                "{old} -> {new}"
            );
        }
    }
}
