//! Each way in which a document can be invalid is named by its place, and no value is repeated.

use claims::Pointer;
use document::validate;
use serde_json::{Value, json};

/// A document that is valid, to be broken.
fn sample() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1" },
        "paths": {
            "/objects/{id}": {
                "get": {
                    "operationId": "getObject",
                    "security": [{ "bearer": [] }],
                    "parameters": [
                        { "name": "id", "in": "path", "required": true, "schema": { "type": "string" }, "example": "A" },
                    ],
                    "responses": {
                        "200": {
                            "description": "It.",
                            "content": {
                                "application/json": {
                                    "schema": { "$ref": "#/components/schemas/Object" },
                                    "examples": { "a/b": { "value": { "name": "A" } } },
                                },
                            },
                        },
                    },
                },
            },
            "/objects": { "get": { "operationId": "getObjects", "responses": { "204": { "description": "None." } } } },
        },
        "components": {
            "securitySchemes": { "bearer": { "type": "http", "scheme": "bearer" } },
            "schemas": {
                "Object": {
                    "type": "object",
                    "properties": { "name": { "type": "string", "maxLength": 3, "examples": ["B"] } },
                },
            },
        },
    })
}

const GET: &str = "/paths/~1objects~1{id}/get";
const OBJECT: &str = "/components/schemas/Object";

/// Checks, row by row, which problem the document has with this value at this pointer.
macro_rules! table {
    ($($at:expr, $value:tt => $($place:expr, $problem:expr)?;)+) => {
        $(check(&$at, json!($value), &[$((&*$place, $problem))?]);)+
    };
}

#[track_caller]
fn check(pointer: &str, value: Value, expected: &[(&str, &str)]) {
    let mut document = sample();
    let (holder, member) = pointer.rsplit_once('/').unwrap();
    let member = Pointer::unescape(member).into_owned();
    let holder = document.pointer_mut(holder).expect("invalid test case");
    match (holder, value) {
        (Value::Object(holder), Value::Null) => {
            holder.remove(&member).expect("invalid test case");
        }
        (Value::Object(holder), value) => {
            holder.insert(member, value);
        }
        (Value::Array(holder), value) => holder.push(value),
        _ => panic!("invalid test case"),
    }
    let problems = validate::openapi(&document);
    let found: Vec<_> = problems
        .iter()
        .map(|it| (it.pointer.as_str(), it.problem.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_real_documents_and_the_sample_are_valid() {
    let documents = crate::documents();
    let sample = sample();
    for document in crate::every(&documents).chain([&sample]) {
        assert_eq!(validate::openapi(document), []);
    }
    for schema in documents.schemas.values() {
        assert_eq!(validate::json_schema(schema), []);
    }
}

#[test]
fn a_reference_resolves() {
    let at = format!("{OBJECT}/properties/other");
    table! {
        at, { "$ref": "#/components/schemas/Other" } =>
            format!("{at}/$ref"), "expected a reference that resolves, but found `#/components/schemas/Other` instead";
        at, { "$ref": "other.json" } =>
            format!("{at}/$ref"), "expected a reference that resolves, but found `other.json` instead";
    }
}

#[test]
fn a_component_is_used_and_a_security_scheme_is_there() {
    let unused = "expected a use of this component, but found none instead";
    table! {
        "/components/schemas/Other", { "type": "string" } => "/components/schemas/Other", unused;
        "/components/securitySchemes/other", { "type": "http", "scheme": "basic" } =>
            "/components/securitySchemes/other", unused;
        format!("{GET}/security/-"), { "other": [] } =>
            format!("{GET}/security/1/other"), "expected a security scheme of the document, but found none instead";
    }
}

#[test]
fn a_document_fits_the_official_schema() {
    let none = "/paths/~1objects/get/responses/204";
    table! {
        "/info/title", null => "/info", "\"title\" is a required property";
        "/info/version", 12345 => "/info/version", "value is not of type \"string\"";
        format!("{none}/content"), 12345 =>
            format!("{none}/content"), "value is not of type \"object\"";
        format!("{none}/description"), null => none, "\"description\" is a required property";
        format!("{GET}/parameters/-"), { "name": "secret", "in": "body", "schema": {} } =>
            format!("{GET}/parameters/1/in"), "value is not one of \"query\", \"header\" or 2 other candidates";
        "/paths/objects", {} =>
            "/paths", "Unevaluated properties are not allowed ('objects' was unexpected)";
    }
}

#[test]
fn an_operation_has_responses() {
    let lacking = "expected responses, but found none instead";
    table! {
        "/paths/~1objects/get/responses", null => "/paths/~1objects/get", lacking;
    }
}

#[test]
fn a_schema_is_one() {
    let at = format!("{OBJECT}/properties/name/maxLength");
    table! {
        at, "secret" => at, "value is not of type \"integer\"";
    }
    let at = format!("{GET}/parameters/0/schema");
    table! {
        at, { "required": "secret" } => format!("{at}/required"), "value is not of type \"array\"";
    }
}

#[test]
fn path_templates_and_path_parameters_agree() {
    let lacking = "expected a path parameter `id`, but found none instead";
    table! {
        format!("{GET}/parameters"), [] => GET, lacking;
        "/paths/~1objects/parameters", [{ "name": "id", "in": "path", "required": true, "schema": {} }] =>
            "/paths/~1objects/get", "expected `{id}` in the path, but found none instead";
        format!("{GET}/parameters/-"), { "name": "id", "in": "path", "required": true, "schema": {} } =>
            format!("{GET}/parameters/1"), "expected each parameter once, but found it twice instead";
        // A parameter of the path item counts for each of its operations.
        "/paths/~1a~1{x}", {
            "parameters": [{ "name": "x", "in": "path", "required": true, "schema": {} }],
            "get": { "responses": { "204": { "description": "None." } } },
        } =>;
    }
}

#[test]
fn operation_ids_are_unique() {
    table! {
        "/paths/~1objects/get/operationId", "getObject" =>
            "/paths/~1objects/get/operationId", "expected an operation id of its own, but found that of /paths/~1objects~1{id}/get";
    }
}

#[test]
fn an_example_fits_its_schema_and_is_not_repeated() {
    let rule = "value is longer than 3 characters";
    let example = format!("{GET}/responses/200/content/application~1json/examples/a~1b");
    table! {
        example, { "value": { "name": "secret" } } => format!("{example}/value/name"), rule;
    }
    let named = format!("{OBJECT}/properties/name/examples");
    table! {
        named, ["A", "secret"] => format!("{named}/1"), rule;
    }
    let one = format!("{GET}/parameters/0/example");
    let mut document = sample();
    *document.pointer_mut(&one).unwrap() = json!(12345);
    let problems = validate::openapi(&document);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].pointer.as_str(), problems[0].problem.as_str()),
        (one.as_str(), "value is not of type \"string\"")
    );
}

#[test]
fn a_json_schema_is_one_and_its_references_resolve() {
    let problems = validate::json_schema(
        &json!({ "$defs": { "A": { "$ref": "#/$defs/B" }, "C": { "type": "secret" } } }),
    );
    let pointers: Vec<&str> = problems.iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/$defs/A/$ref", "/$defs/C/type"]);
    assert!(!format!("{problems:?}").contains("secret"));
}
