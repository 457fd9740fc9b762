//! Each transform, one case a line.

use serde_json::{Value, json};

use super::{normalise, point};

/// Checks what the schema of each row becomes.
macro_rules! table {
    ($($schema:tt => $expected:tt;)+) => {
        $(check(json!($schema), &json!($expected));)+
    };
}

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
    table! {
        { "type": ["string", "null"] } => { "type": "string" };
        { "type": ["null", "array"], "items": { "type": ["null", "integer"] } } =>
            { "type": "array", "items": { "type": "integer" } };
        { "type": ["string", "integer", "null"] } => { "type": ["string", "integer"] };
        { "type": ["string", "null"], "enum": ["A", null] } => { "type": "string", "enum": ["A"] };
        { "type": ["string", "null"], "default": null } => { "type": "string" };
        { "type": "string", "default": "null" } => { "type": "string", "default": "null" };
    }
}

#[test]
fn a_schema_or_null_is_the_schema() {
    for keyword in ["anyOf", "oneOf"] {
        let none = || json!({ "type": "null" });
        let a = json!({ "$ref": "A" });
        table! {
            { keyword: [{ "$ref": "#/$defs/A" }, none()] } => a;
            { keyword: [none(), { "$ref": "#/components/schemas/A" }] } => a;
        }
        let described = json!({ "$ref": "A", "description": "D" });
        table! {
            { keyword: [{ "$ref": "A" }, none()], "description": "D" } => described;
            { keyword: [{ "$ref": "A", "description": "D" }, none()] } => described;
            { "description": "D", keyword: [{ "$ref": "A", "description": "E" }, none()] } => described;
        }
        let either = json!({ keyword: [{ "type": "string" }, { "type": "integer" }] });
        table! {
            { keyword: [{ "type": "string" }, none(), { "type": "integer" }] } => either;
        }
    }
}

#[test]
fn all_of_one_is_that_one_unless_a_rule_would_be_lost() {
    table! {
        { "allOf": [{ "$ref": "#/$defs/A" }] } => { "$ref": "A" };
        { "allOf": [{ "$ref": "A" }], "x-b": 1 } => { "$ref": "A", "x-b": 1 };
        { "allOf": [{ "maxLength": 5 }], "maxLength": 5 } => { "maxLength": 5 };
    }
    let both = json!({ "maxLength": 9, "allOf": [{ "maxLength": 5 }] });
    check(both.clone(), &both);
    let two = json!({ "allOf": [{ "$ref": "A" }, { "$ref": "B" }] });
    check(two.clone(), &two);
}

#[test]
fn what_says_nothing_is_gone() {
    table! {
        true => {};
        false => false;
        { "type": "array", "items": true } => { "type": "array", "items": {} };
        { "properties": { "a": {} }, "additionalProperties": true } => { "properties": { "a": {} } };
        { "additionalProperties": false } => { "additionalProperties": false };
    }
    let map = json!({ "additionalProperties": { "type": "string" } });
    table! {
        { "additionalProperties": { "type": ["string", "null"] } } => map;
        { "propertyNames": { "type": "string" } } => {};
    }
    let names = json!({ "propertyNames": { "type": "string", "maxLength": 3 } });
    table! {
        names => names;
        { "properties": { "a": true } } => { "properties": { "a": {} } };
    }
}

#[test]
fn a_scalar_stands_in_place_with_the_words_of_the_place() {
    table! {
        { "$ref": "#/components/schemas/Integer" } => { "type": "integer" };
    }
    let integer = json!({ "description": "D", "type": "integer" });
    table! {
        { "$ref": "#/$defs/Integer", "description": "D" } => integer;
        { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/Integer", "description": "D" }] } => integer;
        { "$ref": "Local" } => { "type": "string", "format": "date-time-local" };
        { "$ref": "Local", "minLength": 1 } =>
            { "type": "string", "format": "date-time-local", "minLength": 1 };
        { "items": { "$ref": "#/$defs/Integer" } } => { "items": { "type": "integer" } };
    }
}

/// Generators take an object without either for one that is always empty.
#[test]
fn an_object_of_which_nothing_is_known_may_hold_anything() {
    let anything = json!({ "type": "object", "additionalProperties": {} });
    for said in [json!({ "type": "object" }), anything.clone()] {
        check(said, &anything);
    }
    table! {
        { "type": ["object", "null"], "additionalProperties": true } => anything;
    }
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
    table! {
        { "properties": { "b": marked("a"), "a": marked("b") } } => expected;
        { "properties": { "b": bare(), "a": marked("b") } } => expected;
        // Two rules both hold.
        { "properties": { "a": marked("b"), "b": marked("a"), "c": marked("d"), "d": bare() } } => {
            "properties": { "a": bare(), "b": bare(), "c": bare(), "d": bare() },
            "allOf": [rule("a", "b"), rule("c", "d")],
        };
    }
    // A rule that is there already is not overwritten.
    let other = json!({ "required": ["x"] });
    table! {
        { "properties": { "a": marked("b"), "b": bare() }, "if": other } => {
            "properties": { "a": bare(), "b": bare() },
            "if": other,
            "allOf": [rule("a", "b")],
        };
    }
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
    table! {
        expected => expected;
        {
            "x-b": 2,
            "properties": { "z": { "x-inferred": [], "x-fields": [], "type": "string" }, "a": {} },
            "x-a": 1,
            "required": ["z"],
            "type": "object",
            "description": "D",
        } => expected;
    }
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
