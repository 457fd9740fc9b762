//! Each transform, one case a line.

use serde_json::{Value, json};

use super::{normalise, point};

#[track_caller]
fn check(mut schema: Value, expected: &Value) {
    let scalars = json!({
        "Integer": { "type": "integer" },
        "Local": { "type": "string", "format": "date-time-local", "description": "Of the scalar." },
    });
    normalise(&mut schema, scalars.as_object().unwrap());
    // As text, which shows the order of keywords as well.
    assert_eq!(schema.to_string(), expected.to_string());
    let before = schema.clone();
    normalise(&mut schema, scalars.as_object().unwrap());
    assert_eq!(schema, before, "what is normal stays as it is");
}

#[test]
fn optional_is_not_none() {
    check(
        json!({ "type": ["string", "null"] }),
        &json!({ "type": "string" }),
    );
    check(
        json!({ "type": ["null", "array"], "items": { "type": ["null", "integer"] } }),
        &json!({ "type": "array", "items": { "type": "integer" } }),
    );
    check(
        json!({ "type": ["string", "integer", "null"] }),
        &json!({ "type": ["string", "integer"] }),
    );
    check(
        json!({ "type": ["string", "null"], "enum": ["A", null] }),
        &json!({ "type": "string", "enum": ["A"] }),
    );
    check(
        json!({ "type": ["string", "null"], "default": null }),
        &json!({ "type": "string" }),
    );
    check(
        json!({ "type": "string", "default": "null" }),
        &json!({ "type": "string", "default": "null" }),
    );
}

#[test]
fn a_schema_or_null_is_the_schema() {
    for keyword in ["anyOf", "oneOf"] {
        let none = || json!({ "type": "null" });
        let a = json!({ "$ref": "A" });
        check(json!({ keyword: [{ "$ref": "#/$defs/A" }, none()] }), &a);
        check(
            json!({ keyword: [none(), { "$ref": "#/components/schemas/A" }] }),
            &a,
        );
        let described = json!({ "$ref": "A", "description": "D" });
        check(
            json!({ keyword: [{ "$ref": "A" }, none()], "description": "D" }),
            &described,
        );
        check(
            json!({ keyword: [{ "$ref": "A", "description": "D" }, none()] }),
            &described,
        );
        check(
            json!({ "description": "D", keyword: [{ "$ref": "A", "description": "E" }, none()] }),
            &described,
        );
        let either = json!({ keyword: [{ "type": "string" }, { "type": "integer" }] });
        check(
            json!({ keyword: [{ "type": "string" }, none(), { "type": "integer" }] }),
            &either,
        );
    }
}

#[test]
fn all_of_one_is_that_one_unless_a_rule_would_be_lost() {
    check(
        json!({ "allOf": [{ "$ref": "#/$defs/A" }] }),
        &json!({ "$ref": "A" }),
    );
    check(
        json!({ "allOf": [{ "$ref": "A" }], "x-b": 1 }),
        &json!({ "$ref": "A", "x-b": 1 }),
    );
    check(
        json!({ "allOf": [{ "maxLength": 5 }], "maxLength": 5 }),
        &json!({ "maxLength": 5 }),
    );
    let both = json!({ "maxLength": 9, "allOf": [{ "maxLength": 5 }] });
    check(both.clone(), &both);
    let two = json!({ "allOf": [{ "$ref": "A" }, { "$ref": "B" }] });
    check(two.clone(), &two);
}

#[test]
fn what_says_nothing_is_gone() {
    check(json!(true), &json!({}));
    check(json!(false), &json!(false));
    check(
        json!({ "type": "array", "items": true }),
        &json!({ "type": "array", "items": {} }),
    );
    check(
        json!({ "properties": { "a": {} }, "additionalProperties": true }),
        &json!({ "properties": { "a": {} } }),
    );
    check(
        json!({ "additionalProperties": false }),
        &json!({ "additionalProperties": false }),
    );
    let map = json!({ "additionalProperties": { "type": "string" } });
    check(
        json!({ "additionalProperties": { "type": ["string", "null"] } }),
        &map,
    );
    check(json!({ "propertyNames": { "type": "string" } }), &json!({}));
    let names = json!({ "propertyNames": { "type": "string", "maxLength": 3 } });
    check(names.clone(), &names);
    check(
        json!({ "properties": { "a": true } }),
        &json!({ "properties": { "a": {} } }),
    );
}

#[test]
fn a_scalar_stands_in_place_with_the_words_of_the_place() {
    check(
        json!({ "$ref": "#/components/schemas/Integer" }),
        &json!({ "type": "integer" }),
    );
    let integer = json!({ "description": "D", "type": "integer" });
    check(
        json!({ "$ref": "#/$defs/Integer", "description": "D" }),
        &integer,
    );
    check(
        json!({ "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/Integer", "description": "D" }] }),
        &integer,
    );
    check(
        json!({ "$ref": "Local" }),
        &json!({ "type": "string", "format": "date-time-local" }),
    );
    check(
        json!({ "$ref": "Local", "minLength": 1 }),
        &json!({ "type": "string", "format": "date-time-local", "minLength": 1 }),
    );
    check(
        json!({ "items": { "$ref": "#/$defs/Integer" } }),
        &json!({ "items": { "type": "integer" } }),
    );
}

/// Generators take an object without either for one that is always empty.
#[test]
fn an_object_of_which_nothing_is_known_may_hold_anything() {
    let anything = json!({ "type": "object", "additionalProperties": {} });
    for said in [json!({ "type": "object" }), anything.clone()] {
        check(said, &anything);
    }
    check(
        json!({ "type": ["object", "null"], "additionalProperties": true }),
        &anything,
    );
    let closed = json!({ "type": "object", "additionalProperties": false });
    check(closed.clone(), &closed);
}

#[test]
fn required_unless_is_a_condition_on_both() {
    let marked = |other: &str| json!({ "type": "string", "x-required-unless": other });
    let bare = || json!({ "type": "string" });
    let rule = |absent: &str, present: &str| json!({ "if": { "not": { "required": [absent] } }, "then": { "required": [present] } });
    let expected = json!({
        "properties": { "b": bare(), "a": bare() },
        "if": rule("b", "a")["if"],
        "then": rule("b", "a")["then"],
    });
    check(
        json!({ "properties": { "b": marked("a"), "a": marked("b") } }),
        &expected,
    );
    check(
        json!({ "properties": { "b": bare(), "a": marked("b") } }),
        &expected,
    );
    // Two rules both hold.
    check(
        json!({ "properties": { "a": marked("b"), "b": marked("a"), "c": marked("d"), "d": bare() } }),
        &json!({
            "properties": { "a": bare(), "b": bare(), "c": bare(), "d": bare() },
            "allOf": [rule("a", "b"), rule("c", "d")],
        }),
    );
    // A rule that is there already is not overwritten.
    let other = json!({ "required": ["x"] });
    check(
        json!({ "properties": { "a": marked("b"), "b": bare() }, "if": other }),
        &json!({
            "properties": { "a": bare(), "b": bare() },
            "if": other,
            "allOf": [rule("a", "b")],
        }),
    );
}

#[test]
fn keywords_are_in_one_order_whatever_the_order_before() {
    let expected = json!({
        "description": "D",
        "type": "object",
        "required": ["z"],
        "properties": { "z": { "type": "string", "x-fields": [], "x-inferred": [] }, "a": {} },
        "x-a": 1,
        "x-b": 2,
    });
    check(expected.clone(), &expected);
    check(
        json!({
            "x-b": 2,
            "properties": { "z": { "x-inferred": [], "x-fields": [], "type": "string" }, "a": {} },
            "x-a": 1,
            "required": ["z"],
            "type": "object",
            "description": "D",
        }),
        &expected,
    );
}

#[test]
fn references_get_the_prefix_of_their_document() {
    let mut schema = json!({
        "$ref": "A",
        "properties": { "$ref": { "$ref": "B" } },
        "anyOf": [{ "items": { "$ref": "C" } }],
    });
    point(&mut schema, "#/$defs/");
    let expected = json!({
        "$ref": "#/$defs/A",
        "properties": { "$ref": { "$ref": "#/$defs/B" } },
        "anyOf": [{ "items": { "$ref": "#/$defs/C" } }],
    });
    assert_eq!(schema, expected);
}

#[test]
fn what_is_our_judgement_of_items_is_marked_at_the_array() {
    let number = json!({ "type": "integer", "x-inferred": ["type"] });
    let scalars = json!({ "Number": number });
    let expected =
        json!({ "type": "array", "items": { "type": "integer" }, "x-inferred": ["type"] });
    // utoipa refers to a scalar, schemars has it in place.
    for items in [
        json!({ "$ref": "#/components/schemas/Number" }),
        number.clone(),
    ] {
        let mut schema = json!({ "type": "array", "items": items });
        normalise(&mut schema, scalars.as_object().expect("an object"));
        assert_eq!(schema, expected);
    }
}
