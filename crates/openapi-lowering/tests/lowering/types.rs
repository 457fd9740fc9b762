//! Types, values, bounds and examples.

use serde_json::json;

use crate::sample::{less, same};

const TEXT: &str = "#/components/schemas/Text";

#[test]
fn null_among_the_types_is_nullable() {
    same(
        &json!({ "type": ["string", "null"], "maxLength": 3 }),
        &json!({ "type": "string", "nullable": true, "maxLength": 3 }),
    );
    same(
        &json!({ "type": ["null", "integer"] }),
        &json!({ "type": "integer", "nullable": true }),
    );
    same(&json!({ "type": ["string"] }), &json!({ "type": "string" }));
}

#[test]
fn null_alone_is_the_only_value() {
    let null = json!({ "type": "string", "nullable": true, "enum": [null] });
    same(&json!({ "type": "null" }), &null);
    same(&json!({ "type": ["null"] }), &null);
    same(&json!({ "const": null }), &null);
    same(&json!({ "enum": [null] }), &null);
    same(
        &json!({ "type": "null", "description": "Nothing.", "maxLength": 1 }),
        &json!({ "description": "Nothing.", "type": "string", "nullable": true, "enum": [null], "maxLength": 1 }),
    );
    same(
        &json!({ "type": "null", "enum": ["A"] }),
        &json!({ "allOf": [{ "not": {} }] }),
    );
}

#[test]
fn several_types_are_any_of_them() {
    same(
        &json!({ "type": ["string", "integer"], "maxLength": 3, "minimum": 2 }),
        &json!({ "maxLength": 3, "minimum": 2, "anyOf": [{ "type": "string" }, { "type": "integer" }] }),
    );
    same(
        &json!({ "type": ["array", "object", "null"], "items": { "type": "string" } }),
        &json!({
            "items": { "type": "string" },
            "anyOf": [
                { "type": "array", "nullable": true, "items": {} },
                { "type": "object", "nullable": true },
            ],
        }),
    );
    same(
        &json!({ "type": ["string", "integer"], "anyOf": [{ "maxLength": 3 }, { "minLength": 5 }] }),
        &json!({
            "anyOf": [{ "maxLength": 3 }, { "minLength": 5 }],
            "allOf": [{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }],
        }),
    );
}

#[test]
fn null_is_among_the_values_exactly_where_it_is_valid() {
    same(
        &json!({ "type": ["string", "null"], "enum": ["A", null] }),
        &json!({ "type": "string", "nullable": true, "enum": ["A", null] }),
    );
    same(
        &json!({ "type": ["string", "null"], "enum": ["A"] }),
        &json!({ "type": "string", "enum": ["A"] }),
    );
    same(
        &json!({ "type": "string", "enum": ["A", null] }),
        &json!({ "type": "string", "enum": ["A"] }),
    );
    same(
        &json!({ "type": "string", "enum": [null] }),
        &json!({ "type": "string", "allOf": [{ "not": {} }] }),
    );
    same(
        &json!({ "enum": ["A", "B", null] }),
        &json!({ "type": "string", "nullable": true, "enum": ["A", "B", null] }),
    );
    same(
        &json!({ "enum": ["A", 1, null] }),
        &json!({
            "enum": ["A", 1, null],
            "anyOf": [{ "type": "number", "nullable": true }, { "type": "string", "nullable": true }],
        }),
    );
    same(&json!({ "enum": ["A", 1] }), &json!({ "enum": ["A", 1] }));
}

#[test]
fn null_in_a_union_is_nullable_or_a_schema_of_its_own() {
    for keyword in ["anyOf", "oneOf"] {
        same(
            &json!({ keyword: [{ "type": "string", "maxLength": 3 }, { "type": "null" }] }),
            &json!({ "type": "string", "nullable": true, "maxLength": 3 }),
        );
        same(
            &json!({ keyword: [{ "$ref": TEXT }, { "type": "null" }] }),
            &json!({ keyword: [{ "$ref": TEXT }, { "type": "string", "nullable": true, "enum": [null] }] }),
        );
        same(
            &json!({ keyword: [{ "$ref": TEXT }, { "type": "object" }, { "type": "null" }] }),
            &json!({ keyword: [{ "$ref": TEXT }, { "type": "object", "nullable": true }] }),
        );
        // What is said outside is not said again inside.
        same(
            &json!({ "maxLength": 5, keyword: [{ "type": "string", "maxLength": 3 }, { "type": "null" }] }),
            &json!({ "maxLength": 5, keyword: [{ "type": "string", "nullable": true, "maxLength": 3 }] }),
        );
        // An `enum` without null would forbid it.
        same(
            &json!({ keyword: [{ "type": "string", "enum": ["A"] }, { "const": null }] }),
            &json!({ keyword: [
                { "type": "string", "enum": ["A"] },
                { "type": "string", "nullable": true, "enum": [null] },
            ] }),
        );
    }
}

#[test]
fn a_constant_is_the_only_value() {
    same(&json!({ "const": "A" }), &json!({ "enum": ["A"] }));
    same(
        &json!({ "const": 5, "type": "integer" }),
        &json!({ "type": "integer", "enum": [5] }),
    );
    same(
        &json!({ "const": { "a": 1 } }),
        &json!({ "enum": [{ "a": 1 }] }),
    );
    same(
        &json!({ "const": "A", "enum": ["A", "B"] }),
        &json!({ "enum": ["A"] }),
    );
    same(
        &json!({ "const": "X", "enum": ["A", "B"] }),
        &json!({ "allOf": [{ "not": {} }] }),
    );
    same(&json!({ "enum": [] }), &json!({ "allOf": [{ "not": {} }] }));
}

#[test]
fn an_exclusive_bound_is_a_mark_of_the_bound() {
    same(
        &json!({ "exclusiveMinimum": 5 }),
        &json!({ "minimum": 5, "exclusiveMinimum": true }),
    );
    same(
        &json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 5.5 }),
        &json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 5.5, "exclusiveMaximum": true }),
    );
    // Of two, the narrower holds.
    same(
        &json!({ "minimum": 5, "exclusiveMinimum": 5, "maximum": 10, "exclusiveMaximum": 10 }),
        &json!({ "minimum": 5, "exclusiveMinimum": true, "maximum": 10, "exclusiveMaximum": true }),
    );
    same(
        &json!({ "minimum": 4, "exclusiveMinimum": 5, "maximum": 11, "exclusiveMaximum": 10 }),
        &json!({ "minimum": 5, "exclusiveMinimum": true, "maximum": 10, "exclusiveMaximum": true }),
    );
    same(
        &json!({ "minimum": 5, "exclusiveMinimum": 4, "maximum": 9, "exclusiveMaximum": 10 }),
        &json!({ "minimum": 5, "maximum": 9 }),
    );
}

#[test]
fn the_first_example_is_the_example() {
    same(
        &json!({ "type": "string", "examples": ["A"] }),
        &json!({ "type": "string", "example": "A" }),
    );
    same(
        &json!({ "type": "string", "examples": ["A", "B", "X"] }),
        &json!({ "type": "string", "example": "A", "x-examples": ["B", "X"] }),
    );
    same(
        &json!({ "type": "string", "example": "A", "examples": ["B"] }),
        &json!({ "type": "string", "example": "A", "x-examples": ["B"] }),
    );
    same(&json!({ "examples": [] }), &json!({}));
}

#[test]
fn content_is_a_format() {
    same(
        &json!({ "type": "string", "contentEncoding": "base64" }),
        &json!({ "type": "string", "format": "byte" }),
    );
    same(
        &json!({ "type": "string", "contentEncoding": "base64url" }),
        &json!({ "type": "string", "format": "base64url" }),
    );
    same(
        &json!({ "type": "string", "contentMediaType": "application/octet-stream" }),
        &json!({ "type": "string", "format": "binary" }),
    );
    less(
        &json!({ "type": "string", "contentEncoding": "base64", "contentMediaType": "image/png" }),
        &json!({ "type": "string", "format": "byte" }),
    );
    less(
        &json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": { "const": 1 } }),
        &json!({ "type": "string" }),
    );
    less(
        &json!({ "type": "string", "format": "own", "contentEncoding": "base64" }),
        &json!({ "type": "string", "format": "own" }),
    );
}
