//! The three editions of the real document are valid and make the same claims; a lowering that
//! loses one is seen.

use std::collections::BTreeSet;

use claims::Pointer;
use claims::openapi::claims;
use document::{openapi_3_2, validate};
use openapi_lowering::{Lowered, lower};
use serde_json::{Value, json};

use crate::facts;

fn lowered(document: &Value) -> Lowered {
    lower(document).expect("an OpenAPI 3.1 document")
}

fn said(document: &Value) -> BTreeSet<String> {
    let made = claims(document).into_iter();
    made.map(|made| made.claim.to_string()).collect()
}

/// What one document says and the other does not.
fn differences(one: &Value, other: &Value) -> Vec<String> {
    let (one, other) = (said(one), said(other));
    assert!(!one.is_empty(), "invalid test case");
    one.symmetric_difference(&other).cloned().collect()
}

#[test]
fn the_editions_of_every_document_make_the_same_claims() {
    let documents = crate::documents();
    assert!(
        said(&documents.consolidated).len() > 50,
        "invalid test case"
    );
    for document in crate::every(&documents) {
        let lowered = lowered(document).document;
        assert_eq!(differences(document, &lowered), Vec::<String>::new());
        let nested = openapi_3_2(document);
        assert_eq!(differences(document, &nested), Vec::<String>::new());
    }
}

#[test]
fn the_editions_of_every_document_are_valid() {
    let documents = crate::documents();
    for document in crate::every(&documents) {
        assert_eq!(validate::openapi_3_0(&lowered(document).document), []);
        assert_eq!(validate::openapi_3_2(&openapi_3_2(document)), []);
    }
    assert_eq!(documents.openapi_3_0["openapi"], "3.0.3");
    assert_eq!(documents.openapi_3_2["openapi"], "3.2.0");
}

/// Each edition is what its schema says, and no other is.
#[test]
fn no_edition_passes_for_another() {
    let documents = crate::documents();
    let valid: [fn(&Value) -> Vec<validate::Problem>; 3] = [
        validate::openapi_3_0,
        validate::openapi,
        validate::openapi_3_2,
    ];
    let editions = [
        &documents.openapi_3_0,
        &documents.consolidated,
        &documents.openapi_3_2,
    ];
    for (index, edition) in editions.into_iter().enumerate() {
        for (other, valid) in valid.iter().enumerate() {
            assert_eq!(
                valid(edition).is_empty(),
                index == other,
                "{index}, {other}"
            );
        }
    }
}

/// Whether a member states a fact: all do, except wordings and labels.
fn states(at: &str, name: &str, value: &Value) -> bool {
    const WORDS: [&str; 4] = [
        "description",
        "summary",
        "operationId",
        "x-enumDescriptions",
    ];
    let property = at.ends_with("/properties") || at.ends_with("/examples");
    property || !WORDS.contains(&name) || value.is_object() && name != WORDS[3]
}

fn holder<'v>(document: &'v mut Value, pointer: &str) -> (&'v mut Value, String) {
    let (holder, token) = pointer.rsplit_once('/').expect("not the whole document");
    let holder = document.pointer_mut(holder).expect("a pointer into it");
    (holder, Pointer::unescape(token).into_owned())
}

/// Removes the value at a pointer.
fn remove(document: &mut Value, pointer: &str) {
    match holder(document, pointer) {
        (Value::Object(members), name) => drop(members.remove(&name)),
        (Value::Array(items), index) => {
            items.remove(index.parse().expect("an index"));
        }
        _ => panic!("{pointer}: nothing holds anything"),
    }
}

/// One after the other, each fact of each edition is changed and removed.
#[test]
fn a_fact_that_an_edition_loses_or_changes_is_seen() {
    let documents = crate::documents();
    let document = &documents.providers["flexiti-customers"];
    let before = said(document);
    for edition in [lowered(document).document, openapi_3_2(document)] {
        let parts = ["/paths", "/components"];
        let parts = parts.map(|at| facts(edition.pointer(at).expect("a part"), at, states));
        let all = parts.concat();
        assert!(all.len() > 150, "only {} facts", all.len());
        for pointer in all {
            let mut mutant = edition.clone();
            let fact = mutant.pointer_mut(&pointer).expect("a fact");
            *fact = match fact {
                Value::Bool(said) => json!(!*said),
                Value::String(said) => json!(format!("{said}?")),
                _ => json!(4711),
            };
            assert_ne!(said(&mutant), before, "{pointer} changed");
            let mut mutant = edition.clone();
            remove(&mut mutant, &pointer);
            assert_ne!(said(&mutant), before, "{pointer} removed");
        }
    }
}

/// The sample has each construct that 3.0 says in other words and that is a claim.
fn sample() -> Value {
    let properties = json!({
        "a": { "type": ["string", "null"], "maxLength": 9 },
        "b": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 10 },
        "c": { "enum": ["X", "Y"] },
        "d": { "const": "only" },
        "e": { "type": ["integer", "string"] },
        "f": { "$ref": "#/components/schemas/F", "description": "Of its own.", "default": "F" },
        "g": { "type": ["array", "null"], "items": { "type": "string", "examples": ["1", "2"] } },
        "h": { "type": ["string", "null"], "enum": ["A", null] },
        "const": { "type": "string", "examples": ["A"] },
    });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1", "summary": "It.", "license": { "name": "MIT", "identifier": "MIT" } },
        "paths": { "/a": { "get": {
            "operationId": "getA",
            "responses": { "200": { "description": "It.", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/A" },
            } } } },
        } } },
        "components": { "schemas": {
            "A": {
                "type": "object",
                "properties": properties,
                "if": { "not": { "required": ["a"] } },
                "then": { "required": ["b"] },
            },
            "F": { "type": "string", "enum": ["F", "G"] },
        } },
    })
}

#[test]
fn what_is_said_in_other_words_is_the_same_claim() {
    let sample = sample();
    assert_eq!(validate::openapi(&sample), []);
    let lowered = lowered(&sample);
    assert_eq!(lowered.losses().count(), 0);
    let Lowered {
        document: lowered,
        lowerings: made,
    } = lowered;
    assert_eq!(validate::openapi_3_0(&lowered), []);
    assert!(made.len() > 12, "only {made:?}");
    let (one, other) = (said(&sample), said(&lowered));
    assert_eq!(
        one.symmetric_difference(&other).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

#[test]
fn a_lowering_that_drops_something_is_seen() {
    let sample = sample();
    let lowered = lowered(&sample).document;
    let before = said(&sample);
    let a = "/components/schemas/A";
    for (pointer, changed) in [
        ("properties/a/nullable", None),
        ("properties/a/maxLength", None),
        ("properties/a/maxLength", Some(json!(8))),
        ("properties/b/minimum", None),
        ("properties/b/exclusiveMinimum", None),
        ("properties/b/exclusiveMinimum", Some(json!(false))),
        ("properties/b/maximum", Some(json!(11))),
        ("properties/c/enum/1", None),
        ("properties/d/enum", None),
        ("properties/d/enum/0", Some(json!("other"))),
        ("properties/e/anyOf/1", None),
        ("properties/e/anyOf/0/nullable", Some(json!(true))),
        ("properties/f/allOf", None),
        ("properties/f/description", None),
        ("properties/f/default", None),
        ("properties/g/nullable", Some(json!(false))),
        ("properties/g/items/example", None),
        ("properties/g/items/x-examples", None),
        ("properties/h/enum/1", None),
        ("properties/const", None),
        ("properties/const/example", None),
        ("not", None),
        ("not/allOf/0", None),
        ("not/allOf/1/not/required/0", Some(json!("c"))),
    ] {
        let pointer = format!("{a}/{pointer}");
        let mut mutant = lowered.clone();
        if let Some(value) = &changed {
            match holder(&mut mutant, &pointer) {
                (Value::Array(items), index) => {
                    items[index.parse::<usize>().expect("an index")] = value.clone();
                }
                (holder, name) => holder[&name] = value.clone(),
            }
        } else {
            assert!(lowered.pointer(&pointer).is_some(), "invalid test case");
            remove(&mut mutant, &pointer);
        }
        assert_ne!(said(&mutant), before, "{pointer}: {changed:?}");
    }
}
