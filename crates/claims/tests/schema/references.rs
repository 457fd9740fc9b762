//! References are said at their place, and followed where they lead somewhere.

use claims::schema;
use serde_json::{Map, Value, json};

use super::{check_all, check_among};

#[test]
fn a_reference_says_what_it_refers_to_at_its_place() {
    let definitions = json!({ "A": { "type": "string" }, "B": { "$ref": "#/$defs/A" } });
    check_among(
        definitions.clone(),
        json!({ "properties": { "p": { "$ref": "#/$defs/A" } } }),
        &["p listed @ /properties/p", "p type=string @ /$defs/A/type"],
    );
    check_among(
        definitions.clone(),
        json!({ "type": "array", "items": { "$ref": "#/$defs/B" } }),
        &["type=array of string @ /type"],
    );
    check_among(
        definitions,
        json!({ "$ref": "#/$defs/A", "description": "Of this." }),
        &[
            "type=string @ /$defs/A/type",
            "description=stated @ /description",
        ],
    );
}

#[test]
fn items_that_say_more_than_their_reference_say_it() {
    check_among(
        json!({ "A": { "type": "string" } }),
        json!({ "type": "array", "items": { "$ref": "#/$defs/A", "type": "integer" } }),
        &[
            "type=array of integer @ /type",
            "type=string @ /$defs/A/type",
        ],
    );
}

#[test]
fn an_unresolved_reference_is_said_and_not_followed() {
    check_all(
        r##"
        { "$ref": "#/$defs/A" } => keyword=$ref="#/$defs/A" @ /$ref
        { "$ref": "other.json" } => keyword=$ref="other.json" @ /$ref
        { "type": "array", "items": { "$ref": "#/$defs/A" } }
            => type=array @ /type
            => keyword=$ref="#/$defs/A" @ /items/$ref
        "##,
    );
}

#[test]
fn where_a_schema_uses_itself_only_its_type_is_said() {
    check_among(
        json!({ "A": { "type": "object", "properties": { "tender": { "$ref": "#/$defs/A" } } } }),
        json!({ "$ref": "#/$defs/A" }),
        &[
            "type=object @ /$defs/A/type",
            "tender listed @ /$defs/A/properties/tender",
            "tender type=object @ /$defs/A",
        ],
    );
    // An array that is its own item, and a reference that is its own target.
    check_among(
        json!({ "A": { "type": "array", "items": { "$ref": "#/$defs/A" } } }),
        json!({ "$ref": "#/$defs/A" }),
        &["type=array of array @ /$defs/A/type"],
    );
    check_among(
        json!({ "A": { "$ref": "#/$defs/A" } }),
        json!({ "type": "array", "items": { "$ref": "#/$defs/A" } }),
        &["type=array @ /type"],
    );
}

#[test]
fn what_is_said_as_it_stands_names_no_component() {
    let definitions = json!({
        "Draft": { "type": "integer" },
        "Log": { "items": { "$ref": "#/$defs/Log" } },
    });
    check_among(
        definitions.clone(),
        json!({ "additionalProperties": { "$ref": "#/$defs/Draft", "minimum": 1 } }),
        &[r#"keyword=additionalProperties={"type":"integer","minimum":1} @ /additionalProperties"#],
    );
    check_among(
        definitions,
        json!({ "not": { "anyOf": [{ "$ref": "#/$defs/Draft" }, { "$ref": "#/$defs/Log" }] } }),
        &[r##"keyword=not={"anyOf":[{"type":"integer"},{"items":{"$ref":"#"}}]} @ /not"##],
    );
}

/// Each schema has the next one twice: a million ways.
#[test]
fn what_is_said_as_it_stands_is_of_a_size_that_can_be_read() {
    let next = |it: usize| json!({ "$ref": format!("#/$defs/S{}", it + 1) });
    let twice = |it| {
        (
            format!("S{it}"),
            json!({ "properties": { "a": next(it), "b": next(it) } }),
        )
    };
    let mut definitions: Map<String, Value> = (0..20).map(twice).collect();
    definitions.insert("S20".to_owned(), json!({ "type": "string" }));
    let root = json!({ "schema": { "not": next(0) }, "$defs": definitions });
    let made = schema::claims(&root, "/schema");
    assert_eq!(made.len(), 1);
    let size = made[0].claim.value.len();
    assert!((1_000..20_000).contains(&size), "{size}");
}
