//! Defaults, constants and listed values.

use document::lint::Rule;
use serde_json::json;

use super::{VERSIONS, breaks, breaks_in, holds, holds_in};

#[test]
fn a_default_fits_its_schema() {
    for schema in [
        json!({ "type": "string", "enum": ["a", "b"], "default": "c" }),
        json!({ "type": "integer", "minimum": 3, "default": 2 }),
        json!({ "type": "string", "maxLength": 3, "default": "four" }),
        json!({ "type": "string", "minLength": 2, "default": "a" }),
        json!({ "type": "string", "pattern": "^a$", "default": "b" }),
        json!({ "type": "string", "default": 1 }),
        json!({ "type": "integer", "default": 1.5 }),
        json!({ "type": "boolean", "default": "true" }),
        json!({ "type": "string", "default": null }),
        json!({ "type": "array", "items": { "type": "string" }, "maxItems": 1, "default": ["a", "b"] }),
        json!({ "allOf": [{ "type": "integer" }], "default": "a" }),
    ] {
        breaks(&schema, Rule::Value, "/default");
    }
    let list = json!({ "type": "array", "items": { "type": "string" }, "default": ["a", 1] });
    breaks(&list, Rule::Value, "/default/1");
    for schema in [
        json!({ "type": "string", "enum": ["a", "b"], "default": "b" }),
        json!({ "type": "integer", "minimum": 2, "default": 2 }),
        json!({ "type": "number", "default": 2 }),
        json!({ "type": "string", "maxLength": 3, "default": "äöü" }),
        json!({ "type": "string", "format": "date", "default": "today" }),
        json!({ "default": { "pattern": "[a-", "required": ["b"], "$ref": "#/nowhere" } }),
    ] {
        holds(&schema);
    }
}

#[test]
fn null_is_a_default_where_it_is_allowed() {
    let modern = &VERSIONS[1..];
    holds_in(
        modern,
        &json!({ "type": ["string", "null"], "default": null }),
    );
    holds_in(modern, &json!({ "enum": ["a", null], "default": null }));
    for schema in [
        json!({ "type": "string", "nullable": true, "default": null }),
        json!({ "type": "string", "nullable": true, "enum": ["a"], "default": null }),
        json!({ "type": "string", "nullable": true, "enum": ["a", null], "default": null }),
        json!({ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/Part" }], "default": null }),
        json!({ "type": "array", "items": { "type": "string", "nullable": true }, "default": [null] }),
    ] {
        holds_in(&VERSIONS[..1], &schema);
    }
    // `nullable` means nothing from 3.1 on, and 3.0 ignores what stands beside a reference.
    let beside = json!({ "allOf": [{ "$ref": "#/components/schemas/Part", "default": 1 }] });
    holds_in(&VERSIONS[..1], &beside);
    breaks_in(modern, &beside, Rule::Value, "/allOf/0/default");
    let exclusive =
        json!({ "type": "integer", "minimum": 2, "exclusiveMinimum": true, "default": 2 });
    breaks_in(&VERSIONS[..1], &exclusive, Rule::Value, "/default");
    let exclusive = json!({ "type": "integer", "exclusiveMinimum": 2, "default": 2 });
    breaks_in(modern, &exclusive, Rule::Value, "/default");
}

#[test]
fn a_listed_value_fits_its_schema_and_is_listed_once() {
    for (schema, at) in [
        (json!({ "type": "string", "enum": ["a", 1] }), "/enum/1"),
        (json!({ "type": "integer", "enum": [1, 1.5] }), "/enum/1"),
        (json!({ "type": "number", "enum": ["1"] }), "/enum/0"),
        (json!({ "type": "string", "enum": [null] }), "/enum/0"),
        (
            json!({ "type": "array", "items": { "type": "string" }, "enum": ["a"] }),
            "/enum/0",
        ),
        (
            json!({ "type": "string", "maxLength": 1, "enum": ["a", "bc"] }),
            "/enum/1",
        ),
        (
            json!({ "type": "string", "enum": ["a", "b", "a"] }),
            "/enum/2",
        ),
    ] {
        breaks(&schema, Rule::Value, at);
    }
    let modern = &VERSIONS[1..];
    let constant = json!({ "type": "string", "const": 1 });
    breaks_in(modern, &constant, Rule::Value, "/const");
    for schema in [
        json!({ "type": "string", "enum": ["a", "A"] }),
        json!({ "type": "number", "enum": [1, 1.5] }),
        json!({ "enum": ["1", 1, true] }),
        json!({ "enum": [{ "pattern": "[a-", "minimum": 2, "maximum": 1 }] }),
    ] {
        holds(&schema);
    }
    holds_in(modern, &json!({ "type": "integer", "enum": [1.0, 2] }));
    holds_in(
        modern,
        &json!({ "type": ["string", "null"], "enum": ["a", null] }),
    );
    let nullable = json!({ "type": "string", "nullable": true, "enum": ["a", null] });
    holds_in(&VERSIONS[..1], &nullable);
}
