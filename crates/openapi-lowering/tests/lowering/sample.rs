//! A document around a schema, and what values fit it before and after.

use std::sync::LazyLock;

use jsonschema::{Validator, draft4, draft202012};
use openapi_lowering::{Lowering, lower};
use serde_json::{Value, json};

/// The official schemas, by which `crates/document` validates its editions too.
static OPENAPI_3_0: LazyLock<Validator> = LazyLock::new(|| {
    let schema = include_str!("../../../document/src/validate/openapi-3.0.schema.json");
    draft4::new(&serde_json::from_str(schema).expect("JSON")).expect("a schema of draft 4")
});
static OPENAPI_3_1: LazyLock<Validator> = LazyLock::new(|| {
    let schema = include_str!("../../../document/src/validate/openapi-3.1.schema.json");
    draft202012::new(&serde_json::from_str(schema).expect("JSON")).expect("a schema of 2020-12")
});

/// Where the schema under test stands.
pub(crate) const SCHEMA: &str = "/components/schemas/Tested";

/// A document whose component `Tested` is the schema.
pub(crate) fn document(schema: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1" },
        "paths": { "/a": { "get": {
            "operationId": "getA",
            "responses": { "200": { "description": "It.", "content": { "application/json": {
                "schema": { "properties": {
                    "tested": { "$ref": "#/components/schemas/Tested" },
                    "text": { "$ref": "#/components/schemas/Text" },
                } },
            } } } },
        } } },
        "components": { "schemas": {
            "Tested": schema,
            "Text": { "type": "string" },
        } },
    })
}

/// Lowers a document and makes sure that the result is valid and its references resolve.
#[track_caller]
pub(crate) fn openapi_3_0(document: &Value) -> (Value, Vec<Lowering>) {
    let lowered = lower(document).expect("an OpenAPI 3.1 document");
    let errors: Vec<String> = OPENAPI_3_0
        .iter_errors(&lowered.document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{:#}", lowered.document);
    references(&lowered.document, &mut |reference| {
        let pointer = reference.strip_prefix('#').expect("a pointer");
        let found = lowered.document.pointer(pointer).is_some();
        assert!(found, "`{reference}` leads nowhere: {:#}", lowered.document);
    });
    (lowered.document, lowered.lowerings)
}

fn references(value: &Value, look: &mut impl FnMut(&str)) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                look(reference);
            }
            members.values().for_each(|member| references(member, look));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, look)),
        _ => {}
    }
}

/// Lowers a valid document; each construct that is listed is in it.
#[track_caller]
pub(crate) fn lowered(document: &Value) -> (Value, Vec<Lowering>) {
    assert!(OPENAPI_3_1.is_valid(document), "invalid test case");
    if let Some(schema) = document.pointer(SCHEMA) {
        assert!(draft202012::meta::is_valid(schema), "invalid test case");
    }
    let (lowered, made) = openapi_3_0(document);
    for lowering in &made {
        let found = document.pointer(&lowering.pointer).is_some();
        assert!(found, "`{}` leads nowhere", lowering.pointer);
    }
    (lowered, made)
}

/// The schema becomes that one, and says the same.
#[track_caller]
pub(crate) fn same(schema: &Value, expected: &Value) {
    check(schema, expected, true);
}

/// The schema becomes that one, which more fits.
#[track_caller]
pub(crate) fn less(schema: &Value, expected: &Value) {
    check(schema, expected, false);
}

#[track_caller]
fn check(schema: &Value, expected: &Value, exact: bool) {
    let document = document(schema);
    let (lowered, made) = lowered(&document);
    let found = lowered.pointer(SCHEMA).expect("it is still there");
    assert_eq!(found, expected, "\n{found:#}");
    assert!(schema == expected || !made.is_empty(), "nothing is listed");
    assert_eq!(
        made.iter().all(|lowering| lowering.exact),
        exact,
        "{made:?}"
    );
    compare([&document, schema], [&lowered, found], exact);
}

/// What fits a schema of a 3.1 document fits that of its 3.0 edition; if that is exact, nothing
/// else does.
#[track_caller]
pub(crate) fn compare(before: [&Value; 2], after: [&Value; 2], exact: bool) {
    let recent = in_2020_12(before[0], before[1]);
    let lowered = in_3_0(after[0], after[1]);
    for value in values() {
        let valid = [recent.is_valid(&value), lowered.is_valid(&value)];
        let holds = if exact {
            valid[0] == valid[1]
        } else {
            !valid[0] || valid[1]
        };
        let [was, is] = valid;
        assert!(
            holds,
            "{value}: {was} in 3.1, {is} in 3.0\n{}\n{}",
            before[1], after[1]
        );
    }
}

fn in_2020_12(document: &Value, schema: &Value) -> Validator {
    let root = json!({ "allOf": [schema], "components": document["components"] });
    draft202012::new(&root).expect("a schema of 2020-12")
}

/// Draft 4 is what the schemas of 3.0 are made from; `nullable` is its own.
fn in_3_0(document: &Value, schema: &Value) -> Validator {
    let mut root = json!({ "allOf": [schema], "components": document["components"] });
    without_nullable(&mut root);
    draft4::new(&root).expect("a schema of draft 4")
}

fn without_nullable(value: &mut Value) {
    if value["nullable"] == true && value["type"].is_string() {
        value["type"] = json!([value["type"], "null"]);
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(without_nullable),
        Value::Array(items) => items.iter_mut().for_each(without_nullable),
        _ => {}
    }
}

/// Values of all types, for the constructs of the tests to accept or not.
fn values() -> Vec<Value> {
    let values = json!([
        null, true, false, -1, 0, 1, 4, 5, 5.5, 9, 10, 11, "", "A", "B", "X", "abcdef", "YWJj",
        [], [1], ["A"], ["A", 1], [1, "A"], ["A", 1, true], [null], ["A", "A"], [{ "a": 1 }],
        {}, { "a": 1 }, { "a": "A" }, { "a": null }, { "b": 1 }, { "a": 1, "b": 2 }, { "c": 3 },
        { "a": "A", "b": "B", "c": "C" }, { "x-a": 1 }, { "x-a": "A" }, { "a": 1, "x-a": "A" },
        { "const": 1 }, { "const": "only" }, { "examples": ["A"] }, { "n": { "a": 1 } },
    ]);
    values.as_array().cloned().unwrap_or_default()
}

/// The constructs that are listed, by the end of their pointer and name.
pub(crate) fn listed(made: &[Lowering]) -> Vec<(&str, &str)> {
    let named = made.iter().map(|it| (it.pointer.as_str(), it.construct));
    named.collect()
}
