//! Each keyword of a schema gives its claims, at its pointer.

#![expect(clippy::needless_pass_by_value, reason = "cases are written in place")]

mod dialects;
mod references;
mod rules;
mod variants;

use claims::schema;
use serde_json::{Value, json};

use crate::each_case;

/// The schema at `/schema`, among `definitions` to refer to, makes exactly these claims:
/// `name aspect=value @ pointer`, in the order of reading.
#[track_caller]
fn check_among(definitions: Value, schema: Value, expected: &[&str]) {
    let root = json!({ "schema": schema, "$defs": definitions });
    let said: Vec<String> = schema::claims(&root, "/schema")
        .into_iter()
        .map(|made| {
            let claim = &made.claim;
            assert_eq!((&*claim.operation, &*claim.place), ("", "body"));
            let said = format!("{} {}={}", claim.name, claim.aspect, claim.value);
            let pointer = made.pointer.to_string();
            let found = root.pointer(&pointer).is_some();
            assert!(found, "`{pointer}` of `{said}` leads nowhere");
            let said = said.trim_start().trim_end_matches('=');
            format!("{said} @ {}", pointer.trim_start_matches("/schema"))
        })
        .collect();
    assert_eq!(said, expected);
}

#[track_caller]
fn check(schema: Value, expected: &[&str]) {
    check_among(json!({}), schema, expected);
}

#[track_caller]
fn check_all(cases: &str) {
    each_case(cases, check);
}

#[test]
fn each_keyword_with_an_aspect_says_its_value() {
    check_all(
        r#"
        { "type": "string" } => type=string @ /type
        { "type": ["string", "null"] } => type=string|null @ /type
        { "title": "Name" } => title=Name @ /title
        { "format": "date" } => format=date @ /format
        { "default": false } => default=false @ /default
        { "default": "no" } => default=no @ /default
        { "example": 12.5 } => example=12.5 @ /example
        { "example": { "a": 1 } } => example={"a":1} @ /example
        { "pattern": "^a$" } => pattern=^a$ @ /pattern
        { "minLength": 1 } => min-length=1 @ /minLength
        { "maxLength": 9 } => max-length=9 @ /maxLength
        { "minimum": -1 } => minimum=-1 @ /minimum
        { "maximum": 1e3 } => maximum=1000 @ /maximum
        { "x-enumDescriptions": { "a": "One.", "b": "Two." } }
            => enum-description=a @ /x-enumDescriptions/a
            => enum-description=b @ /x-enumDescriptions/b
        { "x-enumDescriptions": { "a": 1 } }
            => keyword=x-enumDescriptions={"a":1} @ /x-enumDescriptions
        { "minItems": 1 } => min-items=1 @ /minItems
        { "x-precision": "18,2" } => precision=18,2 @ /x-precision
        { "x-reference-data": "/a/{b}" } => reference-data=/a/{b} @ /x-reference-data
        { "x-reference-code": "C1" } => reference-code=C1 @ /x-reference-code
        "#,
    );
}

#[test]
fn a_description_is_stated_and_its_words_are_not_carried_over() {
    check(
        json!({ "description": "Name of it." }),
        &["description=stated @ /description"],
    );
}

#[test]
fn each_element_of_a_list_is_a_claim() {
    check_all(
        r#"
        { "enum": ["A", 2] }
            => enum=A @ /enum
            => enum=2 @ /enum
        { "examples": ["A", null] }
            => example=A @ /examples
            => example=null @ /examples
        { "x-fields": ["a", "b"] }
            => field=a @ /x-fields
            => field=b @ /x-fields
        { "x-inferred": ["type"] } => inferred=type @ /x-inferred
        "#,
    );
}

#[test]
fn an_unknown_keyword_is_said_with_all_that_is_within_it() {
    check_all(
        r#"
        { "deprecated": true } => keyword=deprecated=true @ /deprecated
        { "nullable": true } => keyword=nullable=true @ /nullable
        { "x-a/b": 1 } => keyword=x-a/b=1 @ /x-a~1b
        { "additionalProperties": { "type": "string" } }
            => keyword=additionalProperties={"type":"string"} @ /additionalProperties
        { "allOf": [true] } => keyword=allOf=[true] @ /allOf
        { "oneOf": [{}] } => keyword=oneOf=[{}] @ /oneOf
        "#,
    );
}

#[test]
fn a_keyword_without_the_form_that_it_should_have_is_said_as_it_is() {
    check_all(
        r#"
        { "type": 5 } => keyword=type=5 @ /type
        { "type": [] } => keyword=type=[] @ /type
        { "type": ["string", 5] } => keyword=type=["string",5] @ /type
        { "description": 5 } => keyword=description=5 @ /description
        { "enum": "A" } => keyword=enum="A" @ /enum
        { "enum": [] } => keyword=enum=[] @ /enum
        { "examples": {} } => keyword=examples={} @ /examples
        { "properties": [] } => keyword=properties=[] @ /properties
        { "properties": {} } => keyword=properties={} @ /properties
        { "required": true } => keyword=required=true @ /required
        { "required": ["a", 5] } => keyword=required=["a",5] @ /required
        { "items": true } => keyword=items=true @ /items
        { "anyOf": {} } => keyword=anyOf={} @ /anyOf
        { "$ref": 5 } => keyword=$ref=5 @ /$ref
        { "properties": { "a": false } }
            => a listed @ /properties/a
            => a keyword=value=false @ /properties/a
        "#,
    );
    check(json!(true), &["keyword=value=true @ "]);
}

#[test]
fn a_schema_without_keywords_says_nothing() {
    check(json!({}), &[]);
    check(
        json!({ "type": "array", "items": {} }),
        &["type=array @ /type"],
    );
    assert!(schema::claims(&json!({}), "/nowhere").is_empty());
}

#[test]
fn properties_are_listed_by_their_dotted_path() {
    check_all(
        r#"
        { "properties": { "a": { "properties": { "b": { "type": "string" } } } } }
            => a listed @ /properties/a
            => a.b listed @ /properties/a/properties/b
            => a.b type=string @ /properties/a/properties/b/type
        { "properties": { "a~/": {} } } => a~/ listed @ /properties/a~0~1
        "#,
    );
}

#[test]
fn a_required_property_is_required_whether_or_not_it_is_described() {
    check(
        json!({ "required": ["a", "b"], "properties": { "a": {} } }),
        &[
            "a required=true @ /required",
            "b required=true @ /required",
            "a listed @ /properties/a",
        ],
    );
}

#[test]
fn an_array_says_the_type_of_its_items_once() {
    check_all(
        r#"
        { "type": "array", "items": { "type": "string", "maxLength": 9 } }
            => type=array of string @ /type
            => max-length=9 @ /items/maxLength
        { "type": "array", "items": { "type": "array", "items": { "type": "integer" } } }
            => type=array of array of integer @ /type
        { "type": "array" } => type=array @ /type
        { "type": "array", "items": { "properties": { "a": { "type": "string" } } } }
            => type=array @ /type
            => a listed @ /items/properties/a
            => a type=string @ /items/properties/a/type
        "#,
    );
}

#[test]
fn items_of_what_is_not_only_an_array_keep_their_type() {
    check(
        json!({ "type": ["array", "null"], "items": { "type": "string" } }),
        &["type=array|null @ /type", "type=string @ /items/type"],
    );
    check(
        json!({ "items": { "type": "string" } }),
        &["type=string @ /items/type"],
    );
}

#[test]
fn any_of_single_required_properties_is_required_unless() {
    check_all(
        r#"
        { "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] }
            => a required-unless=b @ /anyOf
            => b required-unless=a @ /anyOf
        { "anyOf": [{ "required": ["a"] }, { "required": ["b"] }, { "required": ["c"] }] }
            => a required-unless=b,c @ /anyOf
            => b required-unless=a,c @ /anyOf
            => c required-unless=a,b @ /anyOf
        "#,
    );
}

#[test]
fn one_schema_or_null_is_said_as_the_schema_with_null() {
    check_all(
        r#"
        { "anyOf": [{ "type": "string", "maxLength": 1 }, { "type": "null" }] }
            => type=string|null @ /anyOf/0/type
            => max-length=1 @ /anyOf/0/maxLength
        { "oneOf": [{ "type": "null" }, { "minimum": 1 }] }
            => minimum=1 @ /oneOf/1/minimum
            => keyword=nullable=true @ /oneOf
        { "oneOf": [{ "type": "string" }, { "type": "integer" }] }
            => type=string|integer @ /oneOf
        "#,
    );
}

#[test]
fn any_other_any_of_is_said_as_it_is() {
    for any_of in [
        json!([]),
        json!([{ "required": ["a", "b"] }, { "required": ["c"] }]),
        json!([{ "required": ["a"], "minimum": 1 }, { "required": ["c"] }]),
        json!([{ "required": [5] }, { "required": ["c"] }]),
        json!([{ "type": "null" }, { "type": "string", "maxLength": 1 }, {}]),
        json!([{ "type": "string" }, {}]),
        json!([{ "type": "string" }, true]),
    ] {
        let said = format!("keyword=anyOf={any_of} @ /anyOf");
        check(json!({ "anyOf": any_of }), &[&said]);
    }
}
