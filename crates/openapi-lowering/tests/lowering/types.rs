//! Types, values, bounds and examples.

use serde_json::json;

use crate::sample::{less, same};

const TEXT: &str = "#/components/schemas/Text";

#[test]
fn null_among_the_types_is_nullable() {
    table! { same:
        { "type": ["string", "null"], "maxLength": 3 } => { "type": "string", "nullable": true, "maxLength": 3 };
        { "type": ["null", "integer"] } => { "type": "integer", "nullable": true };
        { "type": ["string"] } => { "type": "string" };
    }
}

#[test]
fn null_alone_is_the_only_value() {
    let only_null = json!({ "type": "string", "nullable": true, "enum": [null] });
    table! { same:
        { "type": "null" } => only_null;
        { "type": ["null"] } => only_null;
        { "const": null } => only_null;
        { "enum": [null] } => only_null;
        { "type": "null", "description": "Nothing.", "maxLength": 1 } =>
            { "description": "Nothing.", "type": "string", "nullable": true, "enum": [null], "maxLength": 1 };
        { "type": "null", "enum": ["A"] } => { "allOf": [{ "not": {} }] };
    }
}

#[test]
fn several_types_are_any_of_them() {
    table! { same:
        { "type": ["string", "integer"], "maxLength": 3, "minimum": 2 } =>
            { "maxLength": 3, "minimum": 2, "anyOf": [{ "type": "string" }, { "type": "integer" }] };
        { "type": ["array", "object", "null"], "items": { "type": "string" } } => {
            "items": { "type": "string" },
            "anyOf": [
                { "type": "array", "nullable": true, "items": {} },
                { "type": "object", "nullable": true },
            ],
        };
        { "type": ["string", "integer"], "anyOf": [{ "maxLength": 3 }, { "minLength": 5 }] } => {
            "anyOf": [{ "maxLength": 3 }, { "minLength": 5 }],
            "allOf": [{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }],
        };
    }
}

#[test]
fn null_is_among_the_values_exactly_where_it_is_valid() {
    table! { same:
        { "type": ["string", "null"], "enum": ["A", null] } =>
            { "type": "string", "nullable": true, "enum": ["A", null] };
        { "type": ["string", "null"], "enum": ["A"] } => { "type": "string", "enum": ["A"] };
        { "type": "string", "enum": ["A", null] } => { "type": "string", "enum": ["A"] };
        { "type": "string", "enum": [null] } => { "type": "string", "allOf": [{ "not": {} }] };
        { "enum": ["A", "B", null] } => { "type": "string", "nullable": true, "enum": ["A", "B", null] };
        { "enum": ["A", 1, null] } => {
            "enum": ["A", 1, null],
            "anyOf": [{ "type": "number", "nullable": true }, { "type": "string", "nullable": true }],
        };
        { "enum": ["A", 1] } => { "enum": ["A", 1] };
    }
}

#[test]
fn null_in_a_union_is_nullable_or_a_schema_of_its_own() {
    for keyword in ["anyOf", "oneOf"] {
        table! { same:
            { keyword: [{ "type": "string", "maxLength": 3 }, { "type": "null" }] } =>
                { "type": "string", "nullable": true, "maxLength": 3 };
            { keyword: [{ "$ref": TEXT }, { "type": "null" }] } =>
                { keyword: [{ "$ref": TEXT }, { "type": "string", "nullable": true, "enum": [null] }] };
            { keyword: [{ "$ref": TEXT }, { "type": "object" }, { "type": "null" }] } =>
                { keyword: [{ "$ref": TEXT }, { "type": "object", "nullable": true }] };
            // What is said outside is not said again inside.
            { "maxLength": 5, keyword: [{ "type": "string", "maxLength": 3 }, { "type": "null" }] } =>
                { "maxLength": 5, keyword: [{ "type": "string", "nullable": true, "maxLength": 3 }] };
            // An `enum` without null would forbid it.
            { keyword: [{ "type": "string", "enum": ["A"] }, { "const": null }] } => { keyword: [
                { "type": "string", "enum": ["A"] },
                { "type": "string", "nullable": true, "enum": [null] },
            ] };
        }
    }
}

#[test]
fn a_constant_is_the_only_value() {
    table! { same:
        { "const": "A" } => { "enum": ["A"] };
        { "const": 5, "type": "integer" } => { "type": "integer", "enum": [5] };
        { "const": { "a": 1 } } => { "enum": [{ "a": 1 }] };
        { "const": "A", "enum": ["A", "B"] } => { "enum": ["A"] };
        { "const": "X", "enum": ["A", "B"] } => { "allOf": [{ "not": {} }] };
        { "enum": [] } => { "allOf": [{ "not": {} }] };
    }
}

#[test]
fn an_exclusive_bound_is_a_mark_of_the_bound() {
    table! { same:
        { "exclusiveMinimum": 5 } => { "minimum": 5, "exclusiveMinimum": true };
        { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 5.5 } =>
            { "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 5.5, "exclusiveMaximum": true };
        // Of two, the narrower holds.
        { "minimum": 5, "exclusiveMinimum": 5, "maximum": 10, "exclusiveMaximum": 10 } =>
            { "minimum": 5, "exclusiveMinimum": true, "maximum": 10, "exclusiveMaximum": true };
        { "minimum": 4, "exclusiveMinimum": 5, "maximum": 11, "exclusiveMaximum": 10 } =>
            { "minimum": 5, "exclusiveMinimum": true, "maximum": 10, "exclusiveMaximum": true };
        { "minimum": 5, "exclusiveMinimum": 4, "maximum": 9, "exclusiveMaximum": 10 } =>
            { "minimum": 5, "maximum": 9 };
    }
}

#[test]
fn the_first_example_is_the_example() {
    table! { same:
        { "type": "string", "examples": ["A"] } => { "type": "string", "example": "A" };
        { "type": "string", "examples": ["A", "B", "X"] } =>
            { "type": "string", "example": "A", "x-examples": ["B", "X"] };
        { "type": "string", "example": "A", "examples": ["B"] } =>
            { "type": "string", "example": "A", "x-examples": ["B"] };
        { "examples": [] } => {};
    }
}

#[test]
fn content_is_a_format() {
    table! { same:
        { "type": "string", "contentEncoding": "base64" } => { "type": "string", "format": "byte" };
        { "type": "string", "contentEncoding": "base64url" } => { "type": "string", "format": "base64url" };
        { "type": "string", "contentMediaType": "application/octet-stream" } =>
            { "type": "string", "format": "binary" };
    }
    table! { less:
        { "type": "string", "contentEncoding": "base64", "contentMediaType": "image/png" } =>
            { "type": "string", "format": "byte" };
        { "type": "string", "contentMediaType": "application/json", "contentSchema": { "const": 1 } } =>
            { "type": "string" };
        { "type": "string", "format": "own", "contentEncoding": "base64" } => { "type": "string", "format": "own" };
    }
}
