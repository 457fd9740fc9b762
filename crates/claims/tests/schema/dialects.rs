//! What 3.0 and 3.1 say in different words is one claim.

use claims::schema;
use serde_json::{Value, json};

use super::{check, check_all, check_among};

/// What 2020-12 and OpenAPI 3.0 say in different words is one claim.
#[test]
fn both_dialects_say_the_same() {
    for (recent, of_3_0, claims) in [
        (
            json!({ "type": ["null", "string"] }),
            json!({ "type": "string", "nullable": true }),
            vec!["type=string|null @ /type"],
        ),
        (
            json!({ "type": "array", "items": { "type": ["string", "null"] } }),
            json!({ "type": "array", "items": { "type": "string", "nullable": true } }),
            vec!["type=array of string|null @ /type"],
        ),
        (
            json!({ "const": "A" }),
            json!({ "enum": ["A"] }),
            vec!["enum=A @ /const"],
        ),
        (
            json!({ "exclusiveMinimum": 1 }),
            json!({ "minimum": 1, "exclusiveMinimum": true }),
            vec!["keyword=exclusiveMinimum=1 @ /exclusiveMinimum"],
        ),
        (
            json!({ "exclusiveMaximum": 1.5 }),
            json!({ "maximum": 1.5, "exclusiveMaximum": true }),
            vec!["keyword=exclusiveMaximum=1.5 @ /exclusiveMaximum"],
        ),
        (
            json!({ "type": "string", "contentMediaType": "application/octet-stream" }),
            json!({ "type": "string", "format": "binary" }),
            vec!["type=string @ /type", "format=binary @ /contentMediaType"],
        ),
        (
            json!({ "contentMediaType": "application/octet-stream", "contentEncoding": "base64" }),
            json!({ "format": "byte" }),
            vec!["format=byte @ /contentEncoding"],
        ),
        (
            json!({ "examples": ["A", "B"] }),
            json!({ "example": "A", "x-examples": ["B"] }),
            vec!["example=A @ /examples", "example=B @ /examples"],
        ),
    ] {
        check(recent.clone(), &claims);
        let made = |schema: Value| {
            let root = json!({ "schema": schema });
            let mut made = schema::claims(&root, "/schema");
            made.sort();
            made.into_iter().map(|made| made.claim).collect::<Vec<_>>()
        };
        assert_eq!(made(recent.clone()), made(of_3_0), "{recent}");
    }
    check(
        json!({ "anyOf": [{ "type": "string", "nullable": true }, { "type": "integer" }] }),
        &["type=string|integer|null @ /anyOf"],
    );
    // A mark of a bound that is not there, and a bound that is marked as inclusive.
    check_all(
        r#"
        { "exclusiveMinimum": true } => keyword=exclusiveMinimum=true @ /exclusiveMinimum
        { "minimum": 1, "exclusiveMinimum": false }
            => minimum=1 @ /minimum
            => keyword=exclusiveMinimum=false @ /exclusiveMinimum
        "#,
    );
}

#[test]
fn a_reference_in_an_all_of_is_followed_as_one_beside_keywords() {
    let definitions = json!({ "A": { "type": "string", "maxLength": 3 } });
    check_among(
        definitions.clone(),
        json!({ "allOf": [{ "$ref": "#/$defs/A" }], "default": "a" }),
        &[
            "type=string @ /$defs/A/type",
            "max-length=3 @ /$defs/A/maxLength",
            "default=a @ /default",
        ],
    );
}

#[test]
fn all_of_several_schemas_is_what_each_of_them_says() {
    let definitions = json!({
        "A": { "type": "object", "properties": { "a": { "type": "string" } } },
        "B": { "required": ["b"] },
    });
    check_among(
        definitions,
        json!({ "allOf": [
            { "$ref": "#/$defs/A" },
            { "$ref": "#/$defs/B" },
            { "properties": { "b": { "maxLength": 3 } } },
        ] }),
        &[
            "type=object @ /$defs/A/type",
            "a listed @ /$defs/A/properties/a",
            "a type=string @ /$defs/A/properties/a/type",
            "b required=true @ /$defs/B/required",
            "b listed @ /allOf/2/properties/b",
            "b max-length=3 @ /allOf/2/properties/b/maxLength",
        ],
    );
}
