//! Documents that are made to break a lowering: none panics, hangs or exhausts the memory.

use openapi_lowering::{Lowered, Lowering, lower};
use serde_json::{Value, json};

use crate::sample::{document, openapi_3_0};

fn nested(levels: usize, keyword: &str) -> Value {
    let empty = json!({ "type": "string" });
    (0..levels).fold(empty, |inner, _| json!({ keyword: inner, "then": false }))
}

#[test]
fn what_is_not_openapi_3_1_is_refused() {
    for (document, found) in [
        (json!(null), "no version"),
        (json!([]), "no version"),
        (json!({ "openapi": 3.1 }), "no version"),
        (json!({ "swagger": "2.0" }), "no version"),
        (json!({ "openapi": "3.0.3" }), "`3.0.3`"),
        (json!({ "openapi": "3.10.0" }), "`3.10.0`"),
    ] {
        let problems = lower(&document).expect_err("it is not OpenAPI 3.1");
        let shown = problems.iter().map(|it| (&*it.pointer, &*it.problem));
        let problem = format!("expected OpenAPI 3.1, but found {found} instead");
        assert_eq!(shown.collect::<Vec<_>>(), [("/openapi", &*problem)]);
    }
}

#[test]
fn every_reason_to_refuse_is_given() {
    let deep = nested(1000, "not");
    let document = json!({ "openapi": "3.2.0", "components": { "schemas": { "Deep": deep } } });
    let problems = lower(&document).expect_err("it is too deep");
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(
        shown[1].contains("expected at most 200 levels, but found 100"),
        "{shown:?}"
    );
    assert!(
        shown[1].ends_with("; move inner schemas to `components/schemas`"),
        "{shown:?}"
    );
}

/// The deepest document that a JSON parser reads by default fits into the stack of a test.
#[test]
fn deep_schemas_are_lowered() {
    for keyword in "not items additionalProperties contains propertyNames".split(' ') {
        openapi_3_0(&document(&nested(120, keyword)));
    }
}

/// Each level says its condition twice: without a limit, 100 levels would be 2¹⁰⁰ schemas.
#[test]
fn conditions_within_conditions_stay_small() {
    let condition = |inner: Value| json!({ "if": inner, "then": { "type": "string" }, "else": {} });
    let schema = (0..100).fold(json!({ "const": 1 }), |inner, _| condition(inner));
    let (lowered, made) = openapi_3_0(&document(&schema));
    assert!(lowered.to_string().len() < 2_000_000);
    let too_large = |one: &&Lowering| one.construct == "`if` that is too large to say twice";
    let lost = made.iter().find(too_large).expect("a loss");
    assert!(!lost.exact);
    assert_eq!(lost.fix(), "move parts of the condition to components");
}

/// Each path item holds the next one twice: without a limit, 40 items would be 2⁴⁰.
#[test]
fn path_items_within_path_items_stay_small() {
    let item = |index: usize| {
        let next = json!({ "$ref": format!("#/components/pathItems/I{}", index + 1) });
        json!({ "post": {
            "operationId": format!("post{index}"),
            "responses": { "200": { "description": "It." } },
            "callbacks": { "c": { "{$url}": next, "{$other}": next } },
        } })
    };
    let items: Value = (0..40)
        .map(|index| (format!("I{index}"), item(index)))
        .collect();
    let mut document = document(&json!({ "type": "string" }));
    document["components"]["pathItems"] = items;
    document["components"]["pathItems"]["I40"] = json!({});
    document["paths"]["/b"] = json!({ "$ref": "#/components/pathItems/I0" });
    let (_, made) = openapi_3_0(&document);
    let lost = made
        .iter()
        .find(|lowering| !lowering.exact)
        .expect("a loss");
    assert_eq!(lost.construct, "reference that cannot stand in place");
}

#[test]
fn references_in_circles_end() {
    let [one, other] =
        ["One", "Other"].map(|it| json!({ "$ref": format!("#/components/schemas/{it}") }));
    let mut circle = document(
        &json!({ "$defs": { "D": { "$ref": "#/components/schemas/Tested/$defs/D" } }, "$ref": "#/$defs/D" }),
    );
    circle["components"]["schemas"]["One"] = json!({ "not": other, "prefixItems": [one] });
    circle["components"]["schemas"]["Other"] =
        json!({ "oneOf": [one, other], "$id": "#", "$anchor": "One" });
    circle["components"]["responses"] = json!({
        "R": { "$ref": "#/components/responses/S", "description": "R." },
        "S": { "$ref": "#/components/responses/R", "description": "S." },
    });
    circle["components"]["securitySchemes"] =
        json!({ "s": { "$ref": "#/components/securitySchemes/s" } });
    circle["security"] = json!([{ "s": [] }]);
    assert!(lower(&circle).is_ok());
}

/// Every member of a document, one by one, is replaced by values of other types.
#[test]
fn members_of_other_types_are_copied() {
    let mut whole = document(&json!({
        "type": ["string", "null"], "enum": ["A"], "const": "A", "if": {}, "then": {}, "$anchor": "a",
        "prefixItems": [{}], "contains": {}, "minContains": 2, "patternProperties": { "a": {} },
        "dependentRequired": { "a": ["b"] }, "dependentSchemas": { "a": {} }, "$ref": "#a",
        "unevaluatedProperties": false, "exclusiveMinimum": 1, "examples": [1], "required": [],
    }));
    whole["security"] = json!([{ "s": ["role"] }]);
    whole["components"]["securitySchemes"] = json!({ "s": { "type": "mutualTLS" } });
    whole["webhooks"] = json!({ "w": { "$ref": "#/paths/~1a", "parameters": [{ "$ref": "#/a", "summary": "S." }] } });
    whole["info"]["license"] = json!({ "name": "N", "identifier": "MIT" });
    let mut pointers = Vec::new();
    every_pointer(&whole, "", &mut pointers);
    assert!(pointers.len() > 60, "invalid test case");
    for pointer in pointers.iter().filter(|pointer| *pointer != "/openapi") {
        let others = json!([null, 7, "#/paths", [[]], { "$ref": 1 }]);
        for other in others.as_array().into_iter().flatten() {
            let mut document = whole.clone();
            *document.pointer_mut(pointer).expect("it is there") = other.clone();
            let Lowered { document, .. } = lower(&document).expect("an OpenAPI 3.1 document");
            assert_eq!(document["openapi"], "3.0.3", "{pointer}");
        }
    }
}

fn every_pointer(value: &Value, at: &str, found: &mut Vec<String>) {
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    let within: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(it, value)| (escaped(it), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(it, value)| (it.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (name, value) in within {
        let pointer = format!("{at}/{name}");
        every_pointer(value, &pointer, found);
        found.push(pointer);
    }
}
