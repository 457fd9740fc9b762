//! Rules about which properties are required, and wordings of named types.

use std::collections::BTreeSet;

use claims::schema;
use serde_json::{Value, json};

use crate::each_case;

/// The schema makes these claims, `name aspect=value`, in any order.
#[track_caller]
fn check(schema: &Value, expected: &[&str]) {
    let root = json!({
        "schema": schema,
        "$defs": { "Named": { "type": "string", "description": "Of the type." } },
    });
    let made = schema::claims(&root, "/schema");
    let said: BTreeSet<String> = made
        .iter()
        .map(|made| {
            let claim = &made.claim;
            let said = format!("{} {}={}", claim.name, claim.aspect, claim.value);
            said.trim_start().trim_end_matches('=').to_owned()
        })
        .collect();
    assert_eq!(
        said,
        expected.iter().map(|claim| (*claim).to_owned()).collect()
    );
}

#[track_caller]
fn check_all(cases: &str) {
    each_case(cases, |schema, expected| check(&schema, expected));
}

fn unless(absent: &str, present: &str) -> Value {
    json!({ "if": { "not": { "required": [absent] } }, "then": { "required": [present] } })
}

#[test]
fn a_condition_on_one_property_is_required_unless_both_ways() {
    check(
        &unless("a", "b"),
        &["a required-unless=b", "b required-unless=a"],
    );
    check(
        &json!({ "allOf": [unless("a", "b"), unless("c", "d")] }),
        &[
            "a required-unless=b",
            "b required-unless=a",
            "c required-unless=d",
            "d required-unless=c",
        ],
    );
}

/// OpenAPI 3.0 has no `if`: that neither is there is not valid.
#[test]
fn not_neither_is_required_unless_both_ways() {
    let neither = |one: &str, other: &str| {
        json!({ "not": { "allOf": [
        { "not": { "required": [one] } },
        { "not": { "required": [other] } },
    ] } })
    };
    check(
        &neither("a", "b"),
        &["a required-unless=b", "b required-unless=a"],
    );
    check(
        &json!({ "allOf": [neither("a", "b"), unless("c", "d")] }),
        &[
            "a required-unless=b",
            "b required-unless=a",
            "c required-unless=d",
            "d required-unless=c",
        ],
    );
}

/// Half a rule, or more than one, is said as it stands.
#[test]
fn any_other_condition_is_said_as_it_is() {
    for schema in [
        json!({ "if": { "not": { "required": ["a"] } } }),
        json!({ "then": { "required": ["a"] } }),
        json!({ "if": { "required": ["a"] }, "then": { "required": ["b"] } }),
        json!({ "if": { "not": { "required": ["a"] } }, "then": { "required": ["b", "c"] } }),
        json!({ "if": { "not": { "required": ["a"] } }, "then": { "required": ["b"] }, "else": {} }),
        json!({ "not": { "required": ["a"] } }),
        json!({ "not": { "allOf": [{ "not": { "required": ["a"] } }] } }),
        json!({ "not": { "allOf": [{ "not": { "required": ["a"] } }, { "required": ["b"] }] } }),
    ] {
        let expected: Vec<String> = schema
            .as_object()
            .expect("an object")
            .iter()
            .map(|(keyword, value)| format!("keyword={keyword}={value}"))
            .collect();
        check(
            &schema,
            &expected.iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
}

#[test]
fn the_wording_of_a_named_type_describes_no_element() {
    let named = json!({ "$ref": "#/$defs/Named" });
    check(&named, &["type=string"]);
    check(
        &json!({ "properties": { "a": named, "b": { "$ref": "#/$defs/Named", "description": "B." } } }),
        &[
            "a listed",
            "a type=string",
            "b description=stated",
            "b listed",
            "b type=string",
        ],
    );
    check(
        &json!({ "type": "array", "items": named }),
        &["type=array of string"],
    );
}

#[test]
fn a_schema_that_all_values_fit_says_nothing_of_other_properties() {
    check_all(
        r#"
        { "additionalProperties": {} }
        { "additionalProperties": true }
        { "additionalProperties": false } => keyword=additionalProperties=false
        { "additionalProperties": { "type": "string" } }
            => keyword=additionalProperties={"type":"string"}
        "#,
    );
}
