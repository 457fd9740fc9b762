//! Swagger 2.0 becomes OpenAPI 3.0.

#![expect(clippy::needless_pass_by_value, reason = "cases are written in place")]

mod refused;

use claims::swagger::raise;
use serde_json::{Value, json};

/// A document with these members becomes one with those, beside the version.
#[track_caller]
fn check(mut given: Value, mut due: Value) {
    given["swagger"] = "2.0".into();
    due["openapi"] = "3.0.3".into();
    let raised = raise(given.clone()).expect("it is as Swagger 2.0 has it");
    assert_eq!(raised, due, "{given:#}");
}

/// The operation `POST /boats`, of a document with `more` members, becomes this one.
#[track_caller]
fn check_operation(mut more: Value, operation: Value, due: Value) {
    more["swagger"] = "2.0".into();
    more["paths"] = json!({ "/boats": { "post": operation } });
    let raised = raise(more).expect("it is as Swagger 2.0 has it");
    assert_eq!(raised["paths"]["/boats"]["post"], due);
}

/// A parameter becomes this one.
#[track_caller]
fn check_parameter(parameter: Value, due: Value) {
    let given = json!({ "parameters": [parameter] });
    check_operation(json!({}), given, json!({ "parameters": [due] }));
}

#[track_caller]
fn check_schema(schema: Value, due: Value) {
    let due = json!({ "components": { "schemas": { "Boat": due } } });
    check(json!({ "definitions": { "Boat": schema } }), due);
}

#[track_caller]
fn refused(mut document: Value, due: &[&str]) {
    document["swagger"] = "2.0".into();
    assert_eq!(raise(document).expect_err("it is refused"), due);
}

#[test]
fn an_address_becomes_servers() {
    for (given, due) in [
        (json!({}), json!([])),
        (json!({ "basePath": "/" }), json!([])),
        (
            json!({ "basePath": "/v1/", "schemes": ["https"] }),
            json!(["/v1"]),
        ),
        (json!({ "host": "sea.example" }), json!(["//sea.example"])),
        (
            json!({ "host": "sea.example", "basePath": "v1", "schemes": ["https", "http"] }),
            json!(["https://sea.example/v1", "http://sea.example/v1"]),
        ),
    ] {
        let servers = due.as_array().expect("a list").iter();
        let servers: Vec<Value> = servers.map(|url| json!({ "url": url })).collect();
        let due = match servers.as_slice() {
            [] => json!({}),
            servers => json!({ "servers": servers }),
        };
        check(given, due);
    }
    check_operation(
        json!({ "host": "sea.example", "schemes": ["https"] }),
        json!({ "schemes": ["wss"] }),
        json!({ "servers": [{ "url": "wss://sea.example" }] }),
    );
}

#[test]
fn what_both_versions_have_stays() {
    let same = json!({
        "info": { "title": "Boats" },
        "tags": [{ "name": "boats" }],
        "security": [{ "key": [] }],
        "x-harbour": { "$ref": "#/definitions/Boat", "type": "file" },
        "paths": { "x-kept": 1, "/boats": { "x-kept": 2, "get": {
            "operationId": "boats", "deprecated": true, "security": [], "x-kept": { "consumes": [] },
            "responses": { "x-kept": 3, "200": { "description": "Boats.", "x-kept": 4 } },
        } } },
    });
    check(same.clone(), same);
}

#[test]
fn a_parameter_gets_a_schema() {
    check_parameter(
        json!({
            "name": "size", "in": "query", "description": "Length.", "required": true,
            "allowEmptyValue": true, "type": "integer", "format": "int32", "minimum": 1, "default": 5,
            "enum": [5, 6], "x-nullable": true, "x-kept": 1,
        }),
        json!({
            "name": "size", "in": "query", "description": "Length.", "required": true,
            "allowEmptyValue": true, "x-kept": 1,
            "schema": {
                "type": "integer", "format": "int32", "minimum": 1, "default": 5, "enum": [5, 6],
                "nullable": true,
            },
        }),
    );
    let schema = json!({ "$ref": "#/definitions/Size" });
    check_parameter(
        json!({ "name": "size", "in": "query", "schema": schema }),
        json!({ "name": "size", "in": "query", "schema": { "$ref": "#/components/schemas/Size" } }),
    );
}

#[test]
fn a_list_in_a_parameter_gets_a_style() {
    for (place, format, due) in [
        ("query", None, json!({ "style": "form", "explode": false })),
        (
            "query",
            Some("csv"),
            json!({ "style": "form", "explode": false }),
        ),
        (
            "query",
            Some("multi"),
            json!({ "style": "form", "explode": true }),
        ),
        (
            "query",
            Some("ssv"),
            json!({ "style": "spaceDelimited", "explode": false }),
        ),
        (
            "query",
            Some("pipes"),
            json!({ "style": "pipeDelimited", "explode": false }),
        ),
        ("query", Some("tsv"), json!({ "x-collectionFormat": "tsv" })),
        ("path", None, json!({})),
        ("header", Some("csv"), json!({})),
        (
            "header",
            Some("multi"),
            json!({ "x-collectionFormat": "multi" }),
        ),
    ] {
        let items = json!({ "type": "array", "items": { "type": "string" } });
        let mut inner = items.clone();
        inner["collectionFormat"] = "csv".into();
        let mut given = json!({ "name": "a", "in": place, "type": "array", "items": inner });
        if let Some(format) = format {
            given["collectionFormat"] = format.into();
        }
        let schema = json!({ "type": "array", "items": items });
        let mut expected = json!({ "name": "a", "in": place, "schema": schema });
        for (keyword, value) in due.as_object().expect("an object") {
            expected[keyword] = value.clone();
        }
        check_parameter(given, expected);
    }
}

#[test]
fn a_body_is_in_the_media_types_that_are_consumed() {
    let boat = json!({ "$ref": "#/definitions/Boat" });
    let raised = json!({ "schema": { "$ref": "#/components/schemas/Boat" } });
    let body = json!({
        "name": "boat", "in": "body", "required": true, "description": "A boat.", "schema": boat,
        "x-kept": 1,
    });
    for (document, own, due) in [
        (json!({}), None, vec!["*/*"]),
        (json!({ "consumes": ["text/xml"] }), None, vec!["text/xml"]),
        (
            json!({ "consumes": ["text/xml"] }),
            Some(json!(["a/b", "c/d"])),
            vec!["a/b", "c/d"],
        ),
        (
            json!({ "consumes": ["text/xml"] }),
            Some(json!([])),
            vec!["*/*"],
        ),
    ] {
        let mut operation = json!({ "parameters": [body] });
        if let Some(own) = own {
            operation["consumes"] = own;
        }
        let content: serde_json::Map<_, _> = due
            .into_iter()
            .map(|it| (it.to_owned(), raised.clone()))
            .collect();
        let due = json!({
            "required": true, "description": "A boat.", "content": content, "x-kept": 1,
        });
        check_operation(document, operation, json!({ "requestBody": due }));
    }
}

#[test]
fn a_form_is_one_object() {
    let name = json!({ "name": "name", "in": "formData", "type": "string", "required": true });
    let sails = json!({
        "name": "sails", "in": "formData", "description": "Sails.", "type": "array",
        "items": { "type": "string" }, "collectionFormat": "multi",
    });
    let picture = json!({ "name": "picture", "in": "formData", "type": "file" });
    let string = json!({ "type": "string" });
    let sails_raised = json!({ "type": "array", "items": string, "description": "Sails." });
    check_operation(
        json!({}),
        json!({ "parameters": [name, sails] }),
        json!({ "requestBody": { "required": true, "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object", "required": ["name"],
                    "properties": { "name": string, "sails": sails_raised },
                },
                "encoding": { "sails": { "style": "form", "explode": true } },
            },
        } } }),
    );
    // A part of a multipart form has no style.
    let both = ["application/x-www-form-urlencoded", "multipart/form-data"];
    let given = json!({ "consumes": both, "parameters": [sails] });
    let mut raised = json!({ "swagger": "2.0", "paths": { "/a": { "put": given } } });
    raised = raise(raised).expect("it is as Swagger 2.0 has it");
    let content = &raised["paths"]["/a"]["put"]["requestBody"]["content"];
    let encoded = both.map(|form| content[form].get("encoding").is_some());
    assert_eq!(encoded, [true, false]);
    let file = json!({ "type": "string", "format": "binary" });
    check_operation(
        json!({}),
        json!({ "parameters": [picture] }),
        json!({ "requestBody": { "content": { "multipart/form-data": {
            "schema": { "type": "object", "properties": { "picture": file } },
        } } } }),
    );
}

#[test]
fn shared_parameters_are_found() {
    let given = json!({
        "parameters": {
            "Page": { "name": "page", "in": "query", "type": "integer" },
            "Boat": { "name": "boat", "in": "body", "schema": { "type": "object" } },
            "Name": { "name": "name", "in": "formData", "type": "string" },
        },
        "paths": {
            "/boats": {
                "parameters": [{ "$ref": "#/parameters/Page" }, { "$ref": "#/parameters/Boat" }],
                "get": {},
                "put": { "parameters": [{ "name": "other", "in": "body", "schema": {} }] },
                "patch": { "consumes": ["text/xml"] },
            },
            "/names": { "post": { "parameters": [{ "$ref": "#/parameters/Name" }] } },
        },
    });
    let object = json!({ "schema": { "type": "object" } });
    check(
        given,
        json!({
            "components": {
                "parameters": {
                    "Page": { "name": "page", "in": "query", "schema": { "type": "integer" } },
                },
                "requestBodies": { "Boat": { "content": { "*/*": object } } },
            },
            "paths": {
                "/boats": {
                    "parameters": [{ "$ref": "#/components/parameters/Page" }],
                    "get": { "requestBody": { "$ref": "#/components/requestBodies/Boat" } },
                    "put": { "requestBody": { "content": { "*/*": { "schema": {} } } } },
                    "patch": { "requestBody": { "content": { "text/xml": object } } },
                },
                "/names": { "post": { "requestBody": { "content": {
                    "application/x-www-form-urlencoded": { "schema": {
                        "type": "object", "properties": { "name": { "type": "string" } },
                    } },
                } } } },
            },
        }),
    );
}

#[test]
fn a_response_is_in_the_media_types_that_are_produced() {
    check_operation(
        json!({ "produces": ["application/json", "text/xml"] }),
        json!({ "responses": {
            "200": {
                "description": "A boat.",
                "schema": { "$ref": "#/definitions/Boat" },
                "headers": { "X-Left": { "description": "Left.", "type": "integer" } },
                "examples": { "application/json": { "type": "file" }, "text/plain": "boat" },
            },
            "204": { "description": "None." },
            "400": { "$ref": "#/responses/Wrong" },
        } }),
        json!({ "responses": {
            "200": {
                "description": "A boat.",
                "headers": {
                    "X-Left": { "description": "Left.", "schema": { "type": "integer" } },
                },
                "content": {
                    "application/json": {
                        "schema": { "$ref": "#/components/schemas/Boat" },
                        "example": { "type": "file" },
                    },
                    "text/xml": { "schema": { "$ref": "#/components/schemas/Boat" } },
                    "text/plain": {
                        "schema": { "$ref": "#/components/schemas/Boat" }, "example": "boat",
                    },
                },
            },
            "204": { "description": "None." },
            "400": { "$ref": "#/components/responses/Wrong" },
        } }),
    );
    check(
        json!({ "responses": { "Wrong": { "description": "No.", "schema": { "type": "file" } } } }),
        json!({ "components": { "responses": { "Wrong": { "description": "No.", "content": {
            "*/*": { "schema": { "type": "string", "format": "binary" } },
        } } } } }),
    );
}

#[test]
fn a_schema_says_the_same() {
    check_schema(
        json!({
            "type": "object", "discriminator": "kind", "required": ["kind"], "x-kept": 1,
            "properties": {
                "kind": { "type": "string", "x-nullable": true, "readOnly": true },
                "x-nullable": { "type": "boolean" },
                "fleet": { "type": "array", "items": { "$ref": "#/definitions/Boat" } },
            },
            "allOf": [{ "$ref": "#/definitions/Thing", "description": "Kept." }],
            "additionalProperties": { "type": "string", "x-nullable": false },
        }),
        json!({
            "type": "object", "discriminator": { "propertyName": "kind" }, "required": ["kind"],
            "x-kept": 1,
            "properties": {
                "kind": { "type": "string", "nullable": true, "readOnly": true },
                "x-nullable": { "type": "boolean" },
                "fleet": { "type": "array", "items": { "$ref": "#/components/schemas/Boat" } },
            },
            "allOf": [{ "$ref": "#/components/schemas/Thing", "description": "Kept." }],
            "additionalProperties": { "type": "string", "nullable": false },
        }),
    );
}

#[test]
fn data_stays_as_it_is() {
    let data = json!({ "$ref": "#/definitions/Boat", "type": "file", "x-nullable": true });
    let schema = json!({ "default": data, "enum": [data], "example": data, "x-data": data });
    check_schema(schema.clone(), schema);
}

#[test]
fn each_kind_of_security_has_its_name() {
    let urls =
        json!({ "authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": { "s": "S" } });
    let mut given = json!({
        "basic": { "type": "basic", "description": "By name." },
        "key": { "type": "apiKey", "name": "Key", "in": "header" },
    });
    let mut due = json!({
        "basic": { "type": "http", "description": "By name.", "scheme": "basic" },
        "key": { "type": "apiKey", "name": "Key", "in": "header" },
    });
    for (flow, name) in [
        ("implicit", "implicit"),
        ("password", "password"),
        ("application", "clientCredentials"),
        ("accessCode", "authorizationCode"),
    ] {
        given[flow] = urls.clone();
        given[flow]["type"] = "oauth2".into();
        given[flow]["flow"] = flow.into();
        due[flow] = json!({ "type": "oauth2", "flows": { name: urls } });
    }
    let due = json!({ "components": { "securitySchemes": due } });
    check(json!({ "securityDefinitions": given }), due);
}
