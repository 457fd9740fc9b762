//! References: beside other keywords, by other than a pointer, and to what moved.

use serde_json::{Value, json};

use crate::sample::{SCHEMA, document, lowered, openapi_3_0, same};

const TEXT: &str = "#/components/schemas/Text";

#[test]
fn a_reference_beside_keywords_is_one_of_all() {
    table! { same:
        { "$ref": TEXT, "description": "D.", "maxLength": 3 } =>
            { "description": "D.", "maxLength": 3, "allOf": [{ "$ref": TEXT }] };
        { "$ref": TEXT, "allOf": [{ "maxLength": 3 }] } => { "allOf": [{ "$ref": TEXT }, { "maxLength": 3 }] };
        { "properties": { "a": { "$ref": TEXT }, "b": { "$ref": TEXT, "type": ["string", "null"] } } } => { "properties": {
            "a": { "$ref": TEXT },
            "b": { "type": "string", "nullable": true, "allOf": [{ "$ref": TEXT }] },
        } };
    }
}

/// The schema becomes that one, and these components are new.
#[track_caller]
fn check(schema: &Value, expected: &Value, components: &Value) {
    let (lowered, made) = openapi_3_0(&document(schema));
    assert_eq!(lowered.pointer(SCHEMA), Some(expected), "{lowered:#}");
    let known = ["Tested", "Text"];
    let mut new = lowered["components"]["schemas"].clone();
    if let Value::Object(new) = &mut new {
        new.retain(|name, _| !known.contains(&name.as_str()));
    }
    assert_eq!(&new, components, "{new:#}");
    let construct = "reference by `$id` or `$anchor`, or to what moved";
    assert!(
        made.iter().any(|lowering| lowering.construct == construct),
        "{made:?}"
    );
}

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn a_definition_in_use_becomes_a_component() {
    let tested = "#/components/schemas/Tested";
    check(
        &json!({
            "properties": { "a": { "$ref": format!("{tested}/$defs/A") } },
            "$defs": {
                "A": { "items": { "$ref": format!("{tested}/$defs/Text") }, "type": ["array", "null"] },
                "Text": { "const": 1 },
                "Unused": { "const": 2 },
            },
        }),
        &json!({ "properties": { "a": to("A") } }),
        // A component of that name is there already.
        &json!({
            "A": { "type": "array", "nullable": true, "items": to("Text2") },
            "Text2": { "enum": [1] },
        }),
    );
}

#[test]
fn a_reference_into_what_is_gone_leads_to_a_component() {
    let tested = "#/components/schemas/Tested";
    check(
        &json!({
            "type": "array",
            "prefixItems": [{ "type": ["string", "null"] }],
            "items": { "$ref": format!("{tested}/prefixItems/0") },
        }),
        &json!({ "type": "array", "items": { "anyOf": [{ "type": "string", "nullable": true }, to("prefixItems")] } }),
        &json!({ "prefixItems": { "type": "string", "nullable": true } }),
    );
}

#[test]
fn an_id_or_an_anchor_is_a_pointer() {
    check(
        &json!({
            "$id": "https://a.example/tested",
            "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "$ref": "#b" }, "c": { "$ref": "#" } },
            "$defs": { "A": { "const": 1 }, "B": { "$anchor": "b", "const": 2 } },
        }),
        &json!({ "properties": { "a": to("A"), "b": to("B"), "c": to("Tested") } }),
        &json!({ "A": { "enum": [1] }, "B": { "enum": [2] } }),
    );
}

/// A callback is not put within itself without end, whether it does so itself or by another one.
#[test]
fn a_callback_within_itself_ends() {
    let callback = |to: &str| {
        json!({ "{$url}": { "post": {
            "operationId": format!("to{to}"),
            "responses": { "200": { "description": "It." } },
            "callbacks": { "again": {
                "$ref": format!("#/components/callbacks/{to}"),
                "description": "Own.",
            } },
        } } })
    };
    for callbacks in [
        json!({ "A": callback("A") }),
        json!({ "A": callback("B"), "B": callback("A") }),
    ] {
        let mut document = document(&json!({ "type": "string" }));
        document["components"]["callbacks"] = callbacks;
        let (lowered, made) = lowered(&document);
        let at = "/components/callbacks/A/{$url}/post/callbacks/again";
        assert!(lowered.pointer(at).is_some(), "{lowered:#}");
        assert!(
            made.iter()
                .any(|lowering| lowering.became == "`$ref` alone"),
            "{made:?}"
        );
    }
}

/// What is not valid is left to the validator: nothing panics.
#[test]
fn components_that_are_no_objects_make_room() {
    let json_of_a = "/paths/~1a/get/responses/200/content/application~1json";
    for (member, value) in [
        ("schemas", json!([])),
        ("schemas", json!(1)),
        ("", json!([])),
    ] {
        let mut document = document(&json!({}));
        let content = document.pointer_mut(json_of_a);
        *content.expect("invalid test case") = json!({ "schema": {
            "prefixItems": [{ "const": 1 }],
            "items": { "$ref": format!("#{json_of_a}/schema/prefixItems/0") },
        } });
        match member {
            "" => document["components"] = value,
            member => document["components"][member] = value,
        }
        let (lowered, _) = openapi_3_0(&document);
        let moved = &lowered["components"]["schemas"]["prefixItems"];
        assert_eq!(moved, &json!({ "enum": [1] }), "{lowered:#}");
    }
}
