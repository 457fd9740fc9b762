//! Every documented example is found, with the type that it is one of.

use document::{examples, validate};
use serde_json::json;

#[test]
fn examples_of_bodies_come_with_their_type() {
    let document = json!({
        "paths": { "/a": { "post": {
            "requestBody": { "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/A" },
                "examples": { "the/one~": { "value": { "x": 1 } } },
            } } },
            "responses": { "200": { "content": { "application/json": {
                "schema": { "type": "object" },
                "examples": { "nameless": { "value": {} } },
            } } } },
        } } },
    });
    let found = examples(&document);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (&*found[0].schema, &found[0].value),
        ("A", &json!({ "x": 1 }))
    );
    assert_eq!(
        document.pointer(&found[0].pointer),
        Some(&json!({ "x": 1 }))
    );
}

#[test]
fn examples_of_properties_make_an_example_of_their_type() {
    let schemas = |more: serde_json::Value| {
        let mut schemas = json!({
            "Inner": { "properties": { "x": { "examples": [1, 2] }, "y": {} } },
            "Outer": { "properties": { "inner": { "$ref": "#/components/schemas/Inner" } } },
            "Silent": { "properties": { "y": {} } },
            "Circle": { "properties": { "circle": { "$ref": "#/components/schemas/Circle" } } },
        });
        schemas["Inner"]["required"] = more;
        json!({ "components": { "schemas": schemas } })
    };
    let of = |more| {
        let found = examples(&schemas(more)).into_iter();
        found.map(|one| (one.schema, one.value)).collect::<Vec<_>>()
    };
    assert_eq!(
        of(json!(["x"])),
        [
            ("Inner".to_owned(), json!({ "x": 1 })),
            ("Outer".to_owned(), json!({ "inner": { "x": 1 } })),
        ]
    );
    assert_eq!(of(json!(["y"])), [], "a required property has no example");
}

#[test]
fn every_example_of_the_catalogue_fits_its_type() {
    let documents = crate::documents();
    let document = &documents.consolidated;
    let found = examples(document);
    assert!(found.len() >= 20, "only {}", found.len());
    for example in &found {
        let schema = json!({ "$ref": format!("#/components/schemas/{}", example.schema) });
        let validator =
            validate::validator(document, &schema).expect("a schema that can be applied");
        assert!(validator.is_valid(&example.value), "{}", example.pointer);
    }
    for vendor in ["Citi", "Citibanamex", "Worldline"] {
        let of_it = found
            .iter()
            .filter(|example| example.schema.starts_with(vendor));
        assert!(of_it.count() > 3, "{vendor}");
    }
}
