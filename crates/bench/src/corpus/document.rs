//! The document that makes the claims of the page.

use serde_json::{Map, Value, json};

use super::carrier::{REQUIRED, operation};
use super::model::{Failure, Field, Operation, Said, Shape};
use super::{ID, TITLE, URL};

/// The body of an error, as the page has it.
const ERROR_SCHEMA: &str = include_str!("error.json");

/// An OpenAPI 3.1 document of so many operations.
#[must_use]
pub fn document(operations: usize) -> Value {
    let mut schemas = Map::new();
    schemas.insert("Error".to_owned(), error());
    let mut paths = Map::new();
    for number in 0..operations {
        let operation = operation(number);
        schemas.insert(
            format!("Parcel{number}"),
            with_required(object(&operation.body)),
        );
        let item = json!({ operation.method: described(&operation, number) });
        paths.insert(operation.path, item);
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": TITLE, "version": "1" },
        "tags": [{
            "name": ID,
            "description": "Where parcels are.",
            "externalDocs": { "description": TITLE, "url": URL },
        }],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn described(operation: &Operation, number: usize) -> Value {
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| {
            json!({
                "name": parameter.name,
                "in": parameter.place,
                "description": "A parameter of the call.",
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
        "tags": [ID],
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

fn object(fields: &[Field]) -> Value {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|Field { name, shape }| (name.clone(), property(shape)))
        .collect();
    json!({ "type": "object", "properties": properties })
}

fn property(shape: &Shape) -> Value {
    match shape {
        Shape::Scalar(said) => {
            let mut schema = typed(said);
            schema["description"] = "A field of the parcel.".into();
            schema
        }
        Shape::Object(fields) => object(fields),
        Shape::List(fields) => json!({ "type": "array", "items": object(fields) }),
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
