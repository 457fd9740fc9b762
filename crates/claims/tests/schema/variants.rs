//! What `anyOf` and `oneOf` say is what any of their schemas says.

use serde_json::json;

use super::{check, check_all, check_among};

#[test]
fn a_property_of_some_variants_is_listed_and_required_if_all_variants_require_it() {
    let boat = |ty: &str, own: &str| {
        json!({
            "type": "object",
            "required": ["kind", own],
            "properties": { "kind": { "const": ty }, own: { "type": "integer" } },
        })
    };
    check_among(
        json!({ "Motor": boat("motor", "power") }),
        json!({ "oneOf": [boat("sail", "masts"), { "$ref": "#/$defs/Motor" }] }),
        &[
            "type=object @ /oneOf/0/type",
            "kind required=true @ /oneOf/0/required",
            "kind listed @ /oneOf/0/properties/kind",
            "kind enum=sail @ /oneOf/0/properties/kind/const",
            "masts listed @ /oneOf/0/properties/masts",
            "masts type=integer @ /oneOf/0/properties/masts/type",
            "kind enum=motor @ /$defs/Motor/properties/kind/const",
            "power listed @ /$defs/Motor/properties/power",
            "power type=integer @ /$defs/Motor/properties/power/type",
        ],
    );
    // What is within a property counts only where the property is.
    let owner = json!({ "properties": { "owner": { "required": ["name"], "properties": { "name": {} } } } });
    check(
        json!({ "anyOf": [owner, { "properties": { "masts": {} } }] }),
        &[
            "owner listed @ /anyOf/0/properties/owner",
            "owner.name required=true @ /anyOf/0/properties/owner/required",
            "owner.name listed @ /anyOf/0/properties/owner/properties/name",
            "masts listed @ /anyOf/1/properties/masts",
        ],
    );
}

#[test]
fn types_that_differ_are_joined_and_values_are_listed() {
    check_all(
        r#"
        { "anyOf": [{ "type": "string", "maxLength": 1 }, { "type": "integer", "minimum": 1 }] }
            => type=string|integer @ /anyOf
            => max-length=1 @ /anyOf/0/maxLength
            => minimum=1 @ /anyOf/1/minimum
        { "oneOf": [{ "properties": { "a": { "type": ["null", "string"] } } }, { "properties": { "a": { "type": "integer" } } }] }
            => a listed @ /oneOf/0/properties/a
            => a type=string|integer|null @ /oneOf/0/properties/a/type
        { "type": "string", "oneOf": [{ "const": "sail" }, { "const": "motor" }, { "enum": ["oar", "sail"] }] }
            => type=string @ /type
            => enum=sail @ /oneOf/0/const
            => enum=motor @ /oneOf/1/const
            => enum=oar @ /oneOf/2/enum
        { "type": "array", "items": { "oneOf": [{ "type": "object", "properties": { "a": {} } }, { "type": "string" }] } }
            => type=array of object|string @ /type
            => a listed @ /items/oneOf/0/properties/a
        { "oneOf": [{ "type": "string", "maxLength": 1 }, { "type": "integer" }, { "type": "null" }] }
            => type=string|integer|null @ /oneOf
            => max-length=1 @ /oneOf/0/maxLength
        "#,
    );
}

#[test]
fn a_single_variant_says_what_it_says_alone() {
    check_all(
        r#"
        { "oneOf": [{ "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } }] }
            => type=object @ /oneOf/0/type
            => a required=true @ /oneOf/0/required
            => a listed @ /oneOf/0/properties/a
            => a type=string @ /oneOf/0/properties/a/type
        "#,
    );
}
