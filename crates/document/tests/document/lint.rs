//! Each rule of ours fires on a document that breaks it, and on no real one.

use document::Documents;
use document::lint::{Rule, lint};
use serde_json::{Value, json};

/// A document that keeps every rule, to be broken.
fn sample() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1", "license": { "name": "MIT", "identifier": "MIT" } },
        "servers": [{ "url": "/" }],
        "paths": {
            "/boats/{id}": {
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "get": {
                    "parameters": [
                        // Such names mean nothing special anywhere but in a header.
                        { "name": "Accept", "in": "query", "schema": { "type": "string" } },
                        { "name": "Accept-Language", "in": "header", "schema": { "type": "string" } },
                    ],
                    "responses": {
                        "200": {
                            "description": "It.",
                            "headers": { "Content-Language": { "schema": { "type": "string" } } },
                            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Boat" } } },
                        },
                    },
                },
            },
        },
        "components": {
            "schemas": {
                "Boat": {
                    "type": "object",
                    "properties": {
                        "length": { "type": "number", "minimum": 1, "maximum": 1 },
                        "berths": { "type": "array", "items": { "$ref": "#/components/schemas/Berth" }, "maxItems": 2 },
                        "labels": { "type": "object", "additionalProperties": { "type": "string" } },
                        // A property of this name is no bound.
                        "minLength": { "type": "integer", "examples": [9] },
                        "maxLength": { "type": "integer", "examples": [1] },
                    },
                    "if": { "properties": { "length": { "type": "number", "minimum": 9 } } },
                    "then": { "required": ["berths"] },
                    "examples": [{ "minLength": 9, "maxLength": 1 }],
                },
                "Berth": { "oneOf": [{ "type": "string" }, { "type": "integer" }] },
            },
        },
    })
}

const BOAT: &str = "/components/schemas/Boat";
const GET: &str = "/paths/~1boats~1{id}/get";

/// With this value at this pointer, the document breaks this rule at this place and no other.
#[track_caller]
fn breaks(pointer: &str, value: Value, rule: Rule, at: &str, problem: &str) {
    let found: Vec<_> = lint(&with(pointer, value))
        .into_iter()
        .map(|it| (it.rule, it.pointer, it.problem))
        .collect();
    assert_eq!(found, [(rule, at.to_owned(), problem.to_owned())]);
}

fn with(pointer: &str, value: Value) -> Value {
    let mut document = sample();
    let (holder, member) = pointer.rsplit_once('/').unwrap();
    let holder = document.pointer_mut(holder).expect("invalid test case");
    match holder {
        Value::Array(items) => items.push(value),
        holder if value.is_null() => {
            let holder = holder.as_object_mut().expect("invalid test case");
            holder.remove(member).expect("invalid test case");
        }
        holder => holder[member] = value,
    }
    document
}

#[test]
fn the_real_documents_and_the_sample_break_none() {
    let Documents {
        consolidated,
        providers,
        ..
    } = crate::documents();
    for document in providers.values().chain([&consolidated, &sample()]) {
        assert_eq!(lint(document), []);
    }
}

/// A schema with these bounds has a lower one that is not as it should be beside the upper one.
#[track_caller]
fn crosses(schema: Value, [lower, upper]: [&str; 2], should: &str) {
    let at = format!("{BOAT}/properties/length");
    let found = format!("{} and {}", schema[lower], schema[upper]);
    let problem = format!("expected `{lower}` to be {should} `{upper}`, but found {found} instead");
    breaks(
        &at,
        schema,
        Rule::Bounds,
        &format!("{at}/{lower}"),
        &problem,
    );
}

#[test]
fn bounds_that_exclude_every_value() {
    for name in ["Length", "imum", "Items", "Properties", "Contains"] {
        let [lower, upper] = ["min", "max"].map(|edge| format!("{edge}{name}"));
        crosses(
            json!({ &*lower: 3, &*upper: 2 }),
            [&lower, &upper],
            "at most",
        );
    }
}

#[test]
fn exclusive_bounds_that_meet() {
    let (above, below) = ("exclusiveMinimum", "exclusiveMaximum");
    let meet = |schema, bounds| crosses(schema, bounds, "less than");
    meet(json!({ above: 2, below: 2 }), [above, below]);
    meet(json!({ above: 2, "maximum": 2 }), [above, "maximum"]);
    meet(json!({ "minimum": 2, below: 2 }), ["minimum", below]);
    // As OpenAPI 3.0 has it.
    let at = format!("{BOAT}/properties/length");
    let marked = json!({ "minimum": 2, "maximum": 2, above: true });
    let mut document = with(&at, marked);
    document["openapi"] = "3.0.3".into();
    let found = lint(&document);
    assert_eq!((found.len(), found[0].rule), (1, Rule::Bounds));
    assert_eq!(found[0].pointer, format!("{at}/{above}"));
}

#[test]
fn bounds_wherever_a_schema_stands() {
    let crossed = json!({ "minLength": 3, "maxLength": 2 });
    for at in [
        format!("{GET}/parameters/0/schema"),
        format!("{GET}/responses/200/headers/Content-Language/schema"),
        format!("{BOAT}/properties/berths/items"),
        format!("{BOAT}/properties/labels/additionalProperties"),
        format!("{BOAT}/if/properties/length"),
        format!("{BOAT}/then"),
        "/components/schemas/Berth/oneOf/0".to_owned(),
    ] {
        let mut document = sample();
        *document.pointer_mut(&at).expect("invalid test case") = crossed.clone();
        let found = lint(&document);
        assert_eq!(found.len(), 1, "{at}");
        assert_eq!(found[0].pointer, format!("{at}/minLength"));
    }
}

#[test]
fn header_parameters_that_openapi_ignores() {
    let components =
        json!({ "shared": { "name": "accept", "in": "header", "schema": { "type": "string" } } });
    for name in ["Authorization", "Accept", "content-type"] {
        let parameter = json!({ "name": name, "in": "header", "schema": { "type": "string" } });
        let problem = format!("expected no header `{name}`, which OpenAPI ignores");
        for (holder, index) in [(GET, 2), ("/paths/~1boats~1{id}", 1)] {
            breaks(
                &format!("{holder}/parameters/-"),
                parameter.clone(),
                Rule::IgnoredHeader,
                &format!("{holder}/parameters/{index}"),
                &problem,
            );
        }
    }
    breaks(
        "/components/parameters",
        components,
        Rule::IgnoredHeader,
        "/components/parameters/shared",
        "expected no header `accept`, which OpenAPI ignores",
    );
}

#[test]
fn a_response_header_that_openapi_ignores() {
    let headers = format!("{GET}/responses/200/headers");
    breaks(
        &format!("{headers}/Content-Type"),
        json!({ "schema": { "type": "string" } }),
        Rule::IgnoredHeader,
        &format!("{headers}/Content-Type"),
        "expected no header `Content-Type`, which OpenAPI ignores",
    );
}

#[test]
fn objects_and_choices_without_a_name() {
    let object = json!({ "type": "object", "properties": { "name": { "type": "string" } } });
    let choice = json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] });
    for at in [
        format!("{BOAT}/properties/length"),
        format!("{BOAT}/properties/berths/items"),
        format!("{BOAT}/properties/labels/additionalProperties"),
        format!("{GET}/parameters/0/schema"),
        format!("{GET}/responses/200/content/application~1json/schema"),
        "/components/schemas/Berth/oneOf/0".to_owned(),
    ] {
        for (schema, what) in [
            (&object, "an object without a name"),
            (&json!({ "type": "object" }), "an object without a name"),
            (&choice, "a choice without a name"),
        ] {
            let mut document = sample();
            *document.pointer_mut(&at).expect("invalid test case") = schema.clone();
            let found = lint(&document);
            assert_eq!(found.len(), 1, "{at}");
            assert_eq!(
                (found[0].rule, &found[0].pointer),
                (Rule::InlineObject, &at)
            );
            let problem = format!("expected a reference to a component, but found {what} instead");
            assert_eq!(found[0].problem, problem);
        }
    }
}

#[test]
fn a_licence_that_is_not_stated() {
    let at = "/info/license";
    let name = "expected the name of the licence, but found none instead";
    let identifier =
        "expected the SPDX identifier or the address of the licence, but found none instead";
    for (licence, problem) in [
        (json!({ "name": " ", "identifier": "MIT" }), name),
        (json!({ "name": "MIT" }), identifier),
        (json!({ "name": "MIT", "url": "" }), identifier),
    ] {
        breaks(at, licence, Rule::Licence, at, problem);
    }
    assert_eq!(lint(&with(at, Value::Null)).len(), 2);
    let addressed = json!({ "name": "MIT", "url": "https://example.com" });
    assert_eq!(lint(&with(at, addressed)), [], "as OpenAPI 3.0 has it");
}

#[test]
fn an_operation_that_is_served_nowhere() {
    breaks(
        "/servers",
        Value::Null,
        Rule::Servers,
        GET,
        "expected servers of the operation or the document, but found none instead",
    );
    for holder in ["/paths/~1boats~1{id}", GET] {
        let mut document = with("/servers", Value::Null);
        let own = document.pointer_mut(holder).expect("invalid test case");
        own["servers"] = json!([{ "url": "/" }]);
        assert_eq!(lint(&document), []);
    }
}

#[test]
fn the_rules_have_names_of_their_own() {
    let names: std::collections::BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
}

#[test]
fn a_sentence_that_nobody_has_written() {
    let problem = "expected a sentence of a person, but found a draft with `TODO:` instead";
    let draft = || json!("TODO: describe the boat.");
    for at in ["/info/description", &format!("{BOAT}/description")] {
        breaks(at, draft(), Rule::Unwritten, at, problem);
    }
    // Data is what a page says.
    let example = with(
        &format!("{BOAT}/properties/labels/examples"),
        json!([{ "a": "TODO: paint" }]),
    );
    assert_eq!(lint(&example), []);
}
