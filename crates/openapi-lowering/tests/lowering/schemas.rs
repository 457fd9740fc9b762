//! Schemas within schemas: arrays, properties, rules, opposites; and data that only looks like a schema.

use serde_json::json;

use crate::sample::{SCHEMA, document, less, lowered, same};

#[test]
fn a_boolean_schema_is_everything_or_nothing() {
    table! { same:
        true => {};
        false => { "not": {} };
        { "properties": { "a": true, "b": false } } => { "properties": { "a": {}, "b": { "not": {} } } };
        { "type": "array", "items": false } => { "type": "array", "items": { "not": {} } };
    }
    for allowed in [true, false] {
        let as_it_is = json!({ "type": "object", "additionalProperties": allowed });
        same(&as_it_is, &as_it_is);
    }
}

#[test]
fn an_array_has_items() {
    table! { same:
        { "type": "array" } => { "type": "array", "items": {} };
        { "type": ["array", "null"], "minItems": 1 } =>
            { "type": "array", "nullable": true, "items": {}, "minItems": 1 };
    }
}

#[test]
fn items_by_position_are_items_of_any_position() {
    table! { less:
        { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false } => {
            "type": "array",
            "items": { "anyOf": [{ "type": "string" }, { "type": "integer" }] },
            "maxItems": 2,
        };
        { "prefixItems": [{ "type": "string" }], "items": false, "maxItems": 1 } =>
            { "items": { "type": "string" }, "maxItems": 1 };
        { "prefixItems": [{ "type": "string" }], "items": { "type": ["integer", "null"] } } =>
            { "items": { "anyOf": [{ "type": "string" }, { "type": "integer", "nullable": true }] } };
        { "type": "array", "prefixItems": [{ "type": "string" }] } => { "type": "array", "items": {} };
    }
}

#[test]
fn an_array_that_contains_something_has_as_many_items() {
    table! { less:
        { "contains": { "const": "A" } } => { "minItems": 1 };
        { "type": "array", "items": {}, "contains": {}, "minContains": 2, "maxContains": 3 } =>
            { "type": "array", "items": {}, "minItems": 2 };
        { "contains": {}, "minContains": 0, "minItems": 1 } => { "minItems": 1 };
        { "contains": {}, "minItems": 3 } => { "minItems": 3 };
    }
    same(&json!({ "minContains": 1, "maxContains": 2 }), &json!({}));
}

#[test]
fn what_is_not_evaluated_elsewhere_is_all_else_where_nothing_else_is_applied() {
    table! { same:
        { "properties": { "a": {} }, "unevaluatedProperties": false } =>
            { "properties": { "a": {} }, "additionalProperties": false };
        { "unevaluatedProperties": { "type": ["string", "null"] } } =>
            { "additionalProperties": { "type": "string", "nullable": true } };
        { "additionalProperties": { "type": "string" }, "unevaluatedProperties": false } =>
            { "additionalProperties": { "type": "string" } };
    }
    table! { less:
        { "allOf": [{ "properties": { "a": {} } }], "unevaluatedProperties": false } =>
            { "allOf": [{ "properties": { "a": {} } }] };
    }
    table! { same:
        { "type": "array", "unevaluatedItems": { "type": "string" } } =>
            { "type": "array", "items": { "type": "string" } };
        { "items": { "type": "string" }, "unevaluatedItems": false } => { "items": { "type": "string" } };
    }
    table! { less:
        { "allOf": [{ "maxItems": 1 }], "unevaluatedItems": false } => { "allOf": [{ "maxItems": 1 }] };
    }
}

#[test]
fn properties_by_pattern_are_additional_properties() {
    table! { less:
        { "patternProperties": { "^x-": { "const": "A" } }, "additionalProperties": false } =>
            { "additionalProperties": { "enum": ["A"] } };
        { "patternProperties": { "^x-": { "type": "string" } }, "additionalProperties": { "type": "integer" } } =>
            { "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } };
        { "patternProperties": { "^x-": { "type": "string" } } } => {};
        { "patternProperties": { "^x-": { "type": "string" } }, "unevaluatedProperties": false } =>
            { "additionalProperties": { "type": "string" } };
        { "propertyNames": { "maxLength": 1 } } => {};
    }
    table! { same:
        { "propertyNames": { "type": "string" } } => {};
    }
}

#[test]
fn a_rule_is_what_it_forbids() {
    let required = |name: &str| json!({ "required": [name] });
    // The rule of the contract: neither being there is not valid.
    table! { same:
        { "type": "object", "if": { "not": required("a") }, "then": required("b") } =>
            { "type": "object", "not": { "allOf": [{ "not": required("a") }, { "not": required("b") }] } };
        { "if": { "type": "string" }, "then": { "maxLength": 3 }, "else": { "type": "object" } } => {
            "not": { "allOf": [{ "type": "string" }, { "not": { "maxLength": 3 } }] },
            "allOf": [{ "not": { "allOf": [{ "not": { "type": "string" } }, { "not": { "type": "object" } }] } }],
        };
        { "not": { "type": "integer" }, "if": { "type": "string" }, "else": { "type": "object" } } => {
            "not": { "type": "integer" },
            "allOf": [{ "not": { "allOf": [{ "not": { "type": "string" } }, { "not": { "type": "object" } }] } }],
        };
        { "if": { "type": "string" } } => {};
        { "dependentRequired": { "a": ["b", "c"], "b": [] } } => { "not": { "allOf": [
            { "type": "object", "required": ["a"] },
            { "not": { "required": ["b", "c"] } },
        ] } };
        { "dependentSchemas": { "a": { "properties": { "b": { "const": 2 } } } } } => { "not": { "allOf": [
            { "type": "object", "required": ["a"] },
            { "not": { "properties": { "b": { "enum": [2] } } } },
        ] } };
    }
}

/// The opposite of a schema that accepts more would accept less.
#[test]
fn what_is_lost_within_an_opposite_is_lost_with_it() {
    let named = json!({ "propertyNames": { "maxLength": 1 } });
    table! { less:
        { "type": "object", "not": named } => { "type": "object" };
        { "if": named, "then": { "required": ["a"] } } => {};
        { "oneOf": [named, { "required": ["b"] }] } => { "anyOf": [{}, { "required": ["b"] }] };
        { "anyOf": [{ "type": "object" }, {}], "oneOf": [named, { "type": "string" }] } =>
            { "anyOf": [{ "type": "object" }, {}], "allOf": [{ "anyOf": [{}, { "type": "string" }] }] };
        // Under two opposites, more is more again.
        { "if": { "type": "object" }, "then": named } =>
            { "not": { "allOf": [{ "type": "object" }, { "not": {} }] } };
    }
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
    table! { same:
        { "$comment": "For us.", "type": "string" } => { "type": "string" };
        { "$schema": "https://json-schema.org/draft/2020-12/schema", "$anchor": "a", "type": "string" } =>
            { "type": "string" };
        { "$defs": { "A": { "const": 1 } } } => {};
        { "unit": "EUR", "x-own": 1 } => { "x-own": 1, "x-unit": "EUR" };
        { "type": "string", "nullable": true } => { "type": "string" };
        { "required": [] } => {};
    }
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
    table! { same:
        { "properties": { "examples": { "const": 1 }, "const": { "examples": [1] } } } =>
            { "properties": { "examples": { "enum": [1] }, "const": { "example": 1 } } };
        { "examples": [look_alike] } => { "example": look_alike };
        { "const": look_alike } => { "enum": [look_alike] };
    }
}
