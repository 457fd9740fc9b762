//! Required properties.

use document::lint::{Rule, schemas};
use serde_json::{Value, json};

use super::{VERSIONS, breaks, breaks_in, holds, holds_in, with};

#[test]
fn a_required_property_is_there() {
    let part = json!({ "$ref": "#/components/schemas/Part" });
    let own = json!({ "type": "object", "properties": { "own": { "type": "string" } } });
    let needs = |names: &[&str]| json!({ "type": "object", "required": names });
    let both = |needs: &Value| json!({ "allOf": [own, part, needs] });
    breaks(&needs(&["own"]), Rule::Required, "/required/0");
    let other =
        json!({ "type": "object", "required": ["own", "other"], "properties": own["properties"] });
    breaks(&other, Rule::Required, "/required/1");
    breaks(
        &both(&needs(&["part", "other"])),
        Rule::Required,
        "/allOf/2/required/1",
    );
    let inner = json!({ "type": "object", "properties": { "own": needs(&["own"]) } });
    breaks(&inner, Rule::Required, "/properties/own/required/0");
    holds(&both(&needs(&["own", "part"])));
    for schema in [
        json!({ "type": "object", "required": ["own"], "allOf": [own] }),
        json!({ "type": "object", "properties": own["properties"], "anyOf": [needs(&["own"])] }),
        json!({ "type": "object", "required": ["own"], "oneOf": [own, own] }),
        json!({ "type": "object", "required": ["a"], "additionalProperties": { "type": "string" } }),
        json!({ "type": "object", "properties": own["properties"], "not": needs(&["other"]) }),
        // A property may be called so.
        json!({ "type": "object", "properties": { "required": { "type": "boolean" } } }),
    ] {
        holds(&schema);
    }
    let modern = &VERSIONS[1..];
    holds_in(
        modern,
        &json!({ "type": "object", "patternProperties": { "^x": {} }, "required": ["xy"] }),
    );
    holds_in(
        modern,
        &json!({ "type": "object", "properties": own["properties"], "if": own, "then": needs(&["own"]) }),
    );
    breaks_in(
        modern,
        &json!({ "type": "object", "patternProperties": { "^x": {} }, "required": ["y"] }),
        Rule::Required,
        "/required/0",
    );
}

/// A component that only names what is required may be a part of one that has it, and the
/// properties of another schema that shares a part with it are not its own.
#[test]
fn a_required_property_is_found_through_references() {
    let needs = json!({ "type": "object", "required": ["own"] });
    let own = json!({ "type": "object", "properties": { "own": { "type": "string" } } });
    for version in VERSIONS {
        let mut document = with(
            version,
            &json!({ "allOf": [
            { "$ref": "#/components/schemas/Needs" }, { "$ref": "#/components/schemas/Own" },
        ] }),
        );
        document["components"]["schemas"]["Needs"] = needs.clone();
        document["components"]["schemas"]["Own"] = own.clone();
        assert_eq!(schemas(&document), [], "{version}");
        let shared = json!({ "allOf": [{ "$ref": "#/components/schemas/Part" }, own] });
        document["components"]["schemas"]["It"] = shared;
        let part = json!({ "$ref": "#/components/schemas/Part" });
        document["components"]["schemas"]["Needs"]["allOf"] = json!([part]);
        let found = schemas(&document);
        assert_eq!(found.len(), 1, "{version}");
        assert_eq!(found[0].pointer, "/components/schemas/Needs/required/0");
    }
}
