//! Schemas within schemas: arrays, properties, rules, opposites; and data that only looks like a schema.

use serde_json::json;

use crate::sample::{SCHEMA, document, less, lowered, same};

#[test]
fn a_boolean_schema_is_everything_or_nothing() {
    same(&json!(true), &json!({}));
    same(&json!(false), &json!({ "not": {} }));
    same(
        &json!({ "properties": { "a": true, "b": false } }),
        &json!({ "properties": { "a": {}, "b": { "not": {} } } }),
    );
    same(
        &json!({ "type": "array", "items": false }),
        &json!({ "type": "array", "items": { "not": {} } }),
    );
    for allowed in [true, false] {
        let as_it_is = json!({ "type": "object", "additionalProperties": allowed });
        same(&as_it_is, &as_it_is);
    }
}

#[test]
fn an_array_has_items() {
    same(
        &json!({ "type": "array" }),
        &json!({ "type": "array", "items": {} }),
    );
    same(
        &json!({ "type": ["array", "null"], "minItems": 1 }),
        &json!({ "type": "array", "nullable": true, "items": {}, "minItems": 1 }),
    );
}

#[test]
fn items_by_position_are_items_of_any_position() {
    less(
        &json!({ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false }),
        &json!({
            "type": "array",
            "items": { "anyOf": [{ "type": "string" }, { "type": "integer" }] },
            "maxItems": 2,
        }),
    );
    less(
        &json!({ "prefixItems": [{ "type": "string" }], "items": false, "maxItems": 1 }),
        &json!({ "items": { "type": "string" }, "maxItems": 1 }),
    );
    less(
        &json!({ "prefixItems": [{ "type": "string" }], "items": { "type": ["integer", "null"] } }),
        &json!({ "items": { "anyOf": [{ "type": "string" }, { "type": "integer", "nullable": true }] } }),
    );
    less(
        &json!({ "type": "array", "prefixItems": [{ "type": "string" }] }),
        &json!({ "type": "array", "items": {} }),
    );
}

#[test]
fn an_array_that_contains_something_has_as_many_items() {
    less(
        &json!({ "contains": { "const": "A" } }),
        &json!({ "minItems": 1 }),
    );
    less(
        &json!({ "type": "array", "items": {}, "contains": {}, "minContains": 2, "maxContains": 3 }),
        &json!({ "type": "array", "items": {}, "minItems": 2 }),
    );
    less(
        &json!({ "contains": {}, "minContains": 0, "minItems": 1 }),
        &json!({ "minItems": 1 }),
    );
    less(
        &json!({ "contains": {}, "minItems": 3 }),
        &json!({ "minItems": 3 }),
    );
    same(&json!({ "minContains": 1, "maxContains": 2 }), &json!({}));
}

#[test]
fn what_is_not_evaluated_elsewhere_is_all_else_where_nothing_else_is_applied() {
    same(
        &json!({ "properties": { "a": {} }, "unevaluatedProperties": false }),
        &json!({ "properties": { "a": {} }, "additionalProperties": false }),
    );
    same(
        &json!({ "unevaluatedProperties": { "type": ["string", "null"] } }),
        &json!({ "additionalProperties": { "type": "string", "nullable": true } }),
    );
    same(
        &json!({ "additionalProperties": { "type": "string" }, "unevaluatedProperties": false }),
        &json!({ "additionalProperties": { "type": "string" } }),
    );
    less(
        &json!({ "allOf": [{ "properties": { "a": {} } }], "unevaluatedProperties": false }),
        &json!({ "allOf": [{ "properties": { "a": {} } }] }),
    );
    same(
        &json!({ "type": "array", "unevaluatedItems": { "type": "string" } }),
        &json!({ "type": "array", "items": { "type": "string" } }),
    );
    same(
        &json!({ "items": { "type": "string" }, "unevaluatedItems": false }),
        &json!({ "items": { "type": "string" } }),
    );
    less(
        &json!({ "allOf": [{ "maxItems": 1 }], "unevaluatedItems": false }),
        &json!({ "allOf": [{ "maxItems": 1 }] }),
    );
}

#[test]
fn properties_by_pattern_are_additional_properties() {
    less(
        &json!({ "patternProperties": { "^x-": { "const": "A" } }, "additionalProperties": false }),
        &json!({ "additionalProperties": { "enum": ["A"] } }),
    );
    less(
        &json!({ "patternProperties": { "^x-": { "type": "string" } }, "additionalProperties": { "type": "integer" } }),
        &json!({ "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } }),
    );
    less(
        &json!({ "patternProperties": { "^x-": { "type": "string" } } }),
        &json!({}),
    );
    less(
        &json!({ "patternProperties": { "^x-": { "type": "string" } }, "unevaluatedProperties": false }),
        &json!({ "additionalProperties": { "type": "string" } }),
    );
    less(&json!({ "propertyNames": { "maxLength": 1 } }), &json!({}));
    same(
        &json!({ "propertyNames": { "type": "string" } }),
        &json!({}),
    );
}

#[test]
fn a_rule_is_what_it_forbids() {
    let required = |name: &str| json!({ "required": [name] });
    // The rule of the contract: neither being there is not valid.
    same(
        &json!({ "type": "object", "if": { "not": required("a") }, "then": required("b") }),
        &json!({ "type": "object", "not": { "allOf": [{ "not": required("a") }, { "not": required("b") }] } }),
    );
    same(
        &json!({ "if": { "type": "string" }, "then": { "maxLength": 3 }, "else": { "type": "object" } }),
        &json!({
            "not": { "allOf": [{ "type": "string" }, { "not": { "maxLength": 3 } }] },
            "allOf": [{ "not": { "allOf": [{ "not": { "type": "string" } }, { "not": { "type": "object" } }] } }],
        }),
    );
    same(
        &json!({ "not": { "type": "integer" }, "if": { "type": "string" }, "else": { "type": "object" } }),
        &json!({
            "not": { "type": "integer" },
            "allOf": [{ "not": { "allOf": [{ "not": { "type": "string" } }, { "not": { "type": "object" } }] } }],
        }),
    );
    same(&json!({ "if": { "type": "string" } }), &json!({}));
    same(
        &json!({ "dependentRequired": { "a": ["b", "c"], "b": [] } }),
        &json!({ "not": { "allOf": [
            { "type": "object", "required": ["a"] },
            { "not": { "required": ["b", "c"] } },
        ] } }),
    );
    same(
        &json!({ "dependentSchemas": { "a": { "properties": { "b": { "const": 2 } } } } }),
        &json!({ "not": { "allOf": [
            { "type": "object", "required": ["a"] },
            { "not": { "properties": { "b": { "enum": [2] } } } },
        ] } }),
    );
}

/// The opposite of a schema that accepts more would accept less.
#[test]
fn what_is_lost_within_an_opposite_is_lost_with_it() {
    let named = json!({ "propertyNames": { "maxLength": 1 } });
    less(
        &json!({ "type": "object", "not": named }),
        &json!({ "type": "object" }),
    );
    less(
        &json!({ "if": named, "then": { "required": ["a"] } }),
        &json!({}),
    );
    less(
        &json!({ "oneOf": [named, { "required": ["b"] }] }),
        &json!({ "anyOf": [{}, { "required": ["b"] }] }),
    );
    less(
        &json!({ "anyOf": [{ "type": "object" }, {}], "oneOf": [named, { "type": "string" }] }),
        &json!({ "anyOf": [{ "type": "object" }, {}], "allOf": [{ "anyOf": [{}, { "type": "string" }] }] }),
    );
    // Under two opposites, more is more again.
    less(
        &json!({ "if": { "type": "object" }, "then": named }),
        &json!({ "not": { "allOf": [{ "type": "object" }, { "not": {} }] } }),
    );
}

/// The same where the loss is behind a reference, or behind several.
#[test]
fn what_is_lost_behind_a_reference_is_lost_in_its_opposite() {
    let mut document = document(&json!({ "not": { "$ref": "#/components/schemas/A" } }));
    let schemas = &mut document["components"]["schemas"];
    schemas["A"] = json!({ "properties": { "b": { "$ref": "#/components/schemas/B" } } });
    schemas["B"] =
        json!({ "items": { "$ref": "#/components/schemas/A" }, "contains": { "const": 1 } });
    let (lowered, made) = lowered(&document);
    assert_eq!(lowered.pointer(SCHEMA), Some(&json!({})));
    let lost = format!("{SCHEMA}/not");
    assert!(
        made.iter()
            .any(|lowering| lowering.pointer == lost && !lowering.exact)
    );
    // Nothing is lost if nothing is lost there.
    document["components"]["schemas"]["B"] =
        json!({ "items": { "$ref": "#/components/schemas/A" } });
    let (lowered, made) = crate::sample::lowered(&document);
    assert_eq!(lowered.pointer(SCHEMA), document.pointer(SCHEMA));
    assert_eq!(made, []);
}

#[test]
fn a_count_is_a_whole_number() {
    let (lowered, _) = lowered(&document(
        &json!({ "type": "string", "minLength": 1.0, "maxLength": 1e3 }),
    ));
    let expected = r#"{"type":"string","minLength":1,"maxLength":1000}"#;
    assert_eq!(
        lowered.pointer(SCHEMA).map(ToString::to_string).as_deref(),
        Some(expected)
    );
}

#[test]
fn remarks_and_identities_are_left_out_and_unknown_keywords_are_extensions() {
    same(
        &json!({ "$comment": "For us.", "type": "string" }),
        &json!({ "type": "string" }),
    );
    same(
        &json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$anchor": "a", "type": "string" }),
        &json!({ "type": "string" }),
    );
    same(&json!({ "$defs": { "A": { "const": 1 } } }), &json!({}));
    same(
        &json!({ "unit": "EUR", "x-own": 1 }),
        &json!({ "x-own": 1, "x-unit": "EUR" }),
    );
    same(
        &json!({ "type": "string", "nullable": true }),
        &json!({ "type": "string" }),
    );
    same(&json!({ "required": [] }), &json!({}));
}

#[test]
fn what_3_0_knows_stays_as_it_is() {
    let schema = json!({
        "title": "T", "description": "D.", "type": "object", "required": ["a"],
        "properties": {
            "a": { "type": "string", "format": "date", "pattern": "^a", "minLength": 1, "maxLength": 9, "default": "a", "enum": ["a"] },
            "b": { "type": "number", "minimum": 1, "maximum": 2, "multipleOf": 0.5, "readOnly": true, "deprecated": true },
            "c": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 2, "uniqueItems": true, "writeOnly": true },
        },
        "additionalProperties": { "type": "string" },
        "minProperties": 1, "maxProperties": 9,
        "discriminator": { "propertyName": "a" },
        "xml": { "name": "x" },
        "externalDocs": { "url": "https://a.example" },
        "allOf": [{ "$ref": "#/components/schemas/Text" }],
        "not": { "required": ["z"] },
        "x-own": { "const": 1 },
    });
    same(&schema, &schema);
    let (document, made) = lowered(&document(&schema));
    assert_eq!(made, []);
    assert_eq!(document["openapi"], "3.0.3");
}

/// A property may have any name, and data may look like a schema.
#[test]
fn properties_are_no_keywords_and_data_is_no_schema() {
    let look_alike = json!({ "type": ["string", "null"], "const": "A", "examples": ["A"], "$ref": "#/components/schemas/Text", "if": {} });
    let names = json!({
        "type": { "type": "string" },
        "const": { "type": "string" },
        "examples": { "type": "array", "items": { "type": "string" } },
        "$ref": { "type": "string" },
        "if": { "type": "string" },
        "$defs": { "type": "string" },
        "nullable": { "type": "boolean" },
        "x-own": { "type": "string" },
        "properties": { "type": "object", "properties": { "type": { "type": "string" } } },
    });
    let schema = json!({
        "type": "object",
        "properties": names,
        "default": look_alike,
        "enum": [look_alike],
        "x-own": look_alike,
    });
    let (document, made) = lowered(&{
        let mut document = document(&schema);
        let media = "/paths/~1a/get/responses/200/content/application~1json";
        let media = document.pointer_mut(media).expect("invalid test case");
        media["examples"] = json!({ "const": { "value": { "other": look_alike } } });
        document
    });
    assert_eq!(made, []);
    assert_eq!(document.pointer(SCHEMA), Some(&schema));
    let example =
        "/paths/~1a/get/responses/200/content/application~1json/examples/const/value/other";
    assert_eq!(document.pointer(example), Some(&look_alike));
    // Within a property of such a name, a schema is one.
    same(
        &json!({ "properties": { "examples": { "const": 1 }, "const": { "examples": [1] } } }),
        &json!({ "properties": { "examples": { "enum": [1] }, "const": { "example": 1 } } }),
    );
    same(
        &json!({ "examples": [look_alike] }),
        &json!({ "example": look_alike }),
    );
    same(
        &json!({ "const": look_alike }),
        &json!({ "enum": [look_alike] }),
    );
}
