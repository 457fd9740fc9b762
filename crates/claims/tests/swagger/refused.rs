//! What is no Swagger is refused with its place, and nothing panics.

use super::*;

#[test]
fn every_malformed_place_is_named() {
    refused(
        json!({
            "host": "sea.example", "schemes": "https", "produces": [1],
            "paths": {
                "/a": 3,
                "/b": { "get": [], "post": { "parameters": {
                    "name": "a" }, "responses": { "200": null } } },
                "/c": { "get": { "parameters": [
                    5, { "name": "a", "in": "cookie" }, { "in": "query" },
                    { "$ref": "#/parameters/Nope" }, { "in": "body" },
                    { "name": "f", "in": "formData", "type": "string" },
                ] } },
            },
            "definitions": { "Boat": { "properties": [], "allOf": {}, "items": "Boat" } },
            "securityDefinitions": { "a": { "type": "oauth2" }, "b": {} },
        }),
        &[
            "/schemes: expected a list, but found another text instead; write it in brackets, even \
             if it has one element",
            "/paths/~1a: expected an object, but found a number instead; write its members as \
             `name: value`",
            "/paths/~1b/get: expected an object, but found a list instead; write its members as \
             `name: value`",
            "/produces/0: expected a text, but found a number instead; write it in quotes",
            "/paths/~1b/post/parameters: expected a list, but found an object instead; write it in \
             brackets, even if it has one element",
            "/paths/~1b/post/responses/200: expected an object, but found null instead; write its \
             members as `name: value`",
            "/paths/~1c/get/parameters/0: expected `in` to be query, header, path, formData or \
             body, but found none instead; say where the parameter is",
            "/paths/~1c/get/parameters/1: expected `in` to be query, header, path, formData or \
             body, but found another text instead; say where the parameter is",
            "/paths/~1c/get/parameters/2: expected `name` to be a text, but found none instead; \
             name the parameter",
            "/paths/~1c/get/parameters/3: expected a reference to a shared parameter, but found \
             none instead; add it to `parameters`, or mend the reference",
            "/paths/~1c/get/parameters/4: expected one parameter for the body, but found a list \
             instead; keep the body, or describe all of it by formData",
            "/paths/~1c/get/parameters/4: expected `schema` in a body, but found none instead; give \
             the schema of the body",
            "/definitions/Boat/properties: expected an object, but found a list instead; write its \
             members as `name: value`",
            "/definitions/Boat/allOf: expected a list, but found an object instead; write it in \
             brackets, even if it has one element",
            "/definitions/Boat/items: expected an object, but found another text instead; write its \
             members as `name: value`",
            "/securityDefinitions/a: expected `flow` to be implicit, password, application or \
             accessCode, but found none instead; say how to get a token",
            "/securityDefinitions/b: expected `type` to be basic, apiKey or oauth2, but found none \
             instead; say which kind of scheme it is",
        ],
    );
}

/// Whatever stands at any place, the answer is a document or a list of problems.
#[test]
fn nothing_panics() {
    let document = json!({
        "swagger": "2.0", "host": "h", "basePath": "/b", "schemes": ["https"], "consumes": ["a/b"],
        "produces": ["a/b"], "parameters": { "P": { "name": "p", "in": "body", "schema": {} } },
        "definitions": { "D": { "properties": { "a": { "items": {} } }, "allOf": [{}] } },
        "responses": { "R": { "headers": { "H": { "type": "array" } }, "examples": { "a/b": 1 } } },
        "securityDefinitions": { "S": { "type": "oauth2", "flow": "implicit", "scopes": {} } },
        "paths": { "/b": { "parameters": [{ "$ref": "#/parameters/P" }], "put": {} }, "/a": { "get": {
            "consumes": ["a/b"], "schemes": ["http"], "parameters": [
                { "name": "f", "in": "formData", "type": "file", "required": true },
                { "name": "g", "in": "formData", "schema": {}, "description": "G" }],
            "responses": { "200": { "schema": { "type": "file" } } },
        } } },
    });
    let mut places = vec![String::new()];
    let mut at = 0;
    while at < places.len() {
        let place = places[at].clone();
        at += 1;
        match document.pointer(&place) {
            Some(Value::Object(members)) => {
                let step = |name: &String| claims::Pointer::step(&place, name).to_string();
                places.extend(members.keys().map(step).collect::<Vec<_>>());
            }
            Some(Value::Array(items)) => {
                places.extend((0..items.len()).map(|index| format!("{place}/{index}")));
            }
            _ => {}
        }
    }
    assert!(places.len() > 50, "invalid test: too few places");
    for place in places {
        for other in [
            json!(null),
            json!(true),
            json!(1),
            json!("x"),
            json!([1]),
            json!({ "x": 1 }),
        ] {
            let mut document = document.clone();
            *document.pointer_mut(&place).expect("a place") = other;
            if let Err(problems) = raise(document) {
                assert!(
                    problems.iter().all(|it| it.starts_with('/')),
                    "{problems:?}"
                );
            }
        }
    }
}
