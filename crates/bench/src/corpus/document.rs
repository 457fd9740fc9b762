//! The document that makes the claims of the page.

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::carrier::{REQUIRED, is_documented, operation};
use super::model::{Failure, Field, Operation, Said, Shape};
use super::{SERVER, TITLE, URL};

/// The body of an error, as the page has it.
const ERROR_SCHEMA: &str = include_str!("error.json");

/// What a description of ours is like: of the length that descriptions have.
const FIELD: &str = "What a depot says about this part of a parcel, in the words of the carrier; \
                     absent where the depot does not know it.";

/// An OpenAPI 3.1 document of the operations with these numbers, for the page with this id.
#[must_use]
pub fn document(page: &str, operations: Range<usize>) -> Value {
    let mut schemas = Map::new();
    let mut paths = Map::new();
    for number in operations {
        let operation = operation(number);
        let said = if is_documented(number) {
            let body = object(&operation.body, number, &mut schemas);
            schemas.insert(format!("Parcel{number}"), with_required(body));
            described(page, &operation, number)
        } else {
            listed(page, &operation, number)
        };
        let item = json!({ operation.method: said });
        paths.insert(operation.path, item);
    }
    if !schemas.is_empty() {
        schemas.insert("Error".to_owned(), error());
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": TITLE, "version": "1" },
        "servers": [{ "url": SERVER, "description": "The carrier." }],
        "tags": [{
            "name": page,
            "description": "Where parcels are.",
            "externalDocs": { "description": TITLE, "url": URL },
        }],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

/// An operation that the page lists without documenting it.
fn listed(page: &str, operation: &Operation, number: usize) -> Value {
    json!({
        "tags": [page],
        "summary": operation.title,
        "description": "The page lists this operation and says no more about it.",
        "operationId": format!("parcelsOfDepot{number}"),
        "responses": { "default": { "description": "The page says nothing about it." } },
        "x-documentation": "listed",
    })
}

fn described(page: &str, operation: &Operation, number: usize) -> Value {
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| {
            json!({
                "name": parameter.name,
                "in": parameter.place,
                "description": "What the caller says about the parcels that it asks for, as it knows them.",
                "required": parameter.required,
                "schema": typed(&parameter.said),
            })
        })
        .collect();
    let mut responses = Map::new();
    let schema = json!({ "$ref": format!("#/components/schemas/Parcel{number}") });
    let content = json!({ "application/json": { "schema": schema } });
    let found = json!({ "description": "The parcels.", "content": content });
    responses.insert("200".to_owned(), found);
    if operation.may_be_empty {
        let empty = json!({ "description": "There are none." });
        responses.insert("204".to_owned(), empty);
    }
    for failure in operation.failures {
        responses.insert(failure.status.to_owned(), failed(failure));
    }
    json!({
        "tags": [page],
        "summary": operation.title,
        "description": "Gives the parcels of a depot.",
        "operationId": format!("parcelsOfDepot{number}"),
        "parameters": parameters,
        "responses": responses,
    })
}

fn failed(failure: &Failure) -> Value {
    let examples: Map<String, Value> = failure
        .rows
        .iter()
        .map(|[ty, code, details]| {
            let value = json!({ "type": ty, "code": code, "details": details });
            ((*code).to_owned(), json!({ "value": value }))
        })
        .collect();
    let schema = json!({ "$ref": "#/components/schemas/Error" });
    let content = json!({ "application/json": { "schema": schema, "examples": examples } });
    json!({ "description": failure.description, "content": content })
}

fn error() -> Value {
    let mut schema: Value = serde_json::from_str(ERROR_SCHEMA).expect("the schema is JSON");
    schema["type"] = "object".into();
    schema
}

fn with_required(mut schema: Value) -> Value {
    schema["required"] = json!(REQUIRED);
    schema
}

/// An object, whose objects become components of the operation with this number.
fn object(fields: &[Field], number: usize, schemas: &mut Map<String, Value>) -> Value {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|Field { name, shape }| (name.clone(), property(shape, number, schemas)))
        .collect();
    json!({ "type": "object", "properties": properties })
}

fn property(shape: &Shape, number: usize, schemas: &mut Map<String, Value>) -> Value {
    let mut named = |name: &str, fields: &[Field]| {
        let name = format!("{name}{number}");
        let component = object(fields, number, schemas);
        let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
        schemas.insert(name, component);
        reference
    };
    match shape {
        Shape::Scalar(said) => {
            let mut schema = typed(said);
            schema["description"] = FIELD.into();
            schema
        }
        Shape::Object(name, fields) => named(name, fields),
        Shape::List(name, fields) => json!({ "type": "array", "items": named(name, fields) }),
        Shape::Array => json!({ "type": "array" }),
    }
}

fn typed(said: &Said) -> Value {
    let mut schema = json!({ "type": said.ty });
    for (keyword, value) in said.keywords.as_object().into_iter().flatten() {
        schema[keyword] = value.clone();
    }
    schema
}
