//! Objects of OpenAPI that are no schemas.

use serde_json::{Value, json};

use crate::sample::{document, listed, lowered, openapi_3_0};

/// A valid document with these members at these pointers.
fn with(members: &Value) -> Value {
    let mut document = document(&json!({ "type": "string" }));
    for (pointer, value) in members.as_object().expect("members") {
        let (holder, member) = pointer.rsplit_once('/').expect("a member");
        let holder = document.pointer_mut(holder).expect("invalid test case");
        holder[member.replace("~1", "/")] = value.clone();
    }
    document
}

/// A document with these members is lowered to one with those, and these constructs are listed.
#[track_caller]
fn check(members: &Value, expected: &Value, constructs: &Value) {
    let (lowered, made) = lowered(&with(members));
    for (pointer, expected) in expected.as_object().expect("members") {
        let found = lowered.pointer(pointer).unwrap_or(&Value::Null);
        assert_eq!(found, expected, "{pointer}");
    }
    let constructs = constructs.as_object().expect("constructs").iter();
    let constructs: Vec<_> = constructs
        .map(|(at, it)| (&**at, it.as_str().unwrap_or("")))
        .collect();
    assert_eq!(listed(&made), constructs);
}

#[test]
fn the_summary_opens_the_description() {
    let listed = json!({ "/info/summary": "`info.summary`" });
    table! { check:
        { "/info/summary": "S.", "/info/description": "D." }
        => { "/info/description": "S.\n\nD.", "/info/summary": null }
        => listed;
        { "/info/summary": "S." } => { "/info/description": "S." } => listed;
    }
}

#[test]
fn a_licence_is_where_it_is_explained() {
    let listed = json!({ "/info/license/identifier": "`license.identifier`" });
    table! { check:
        { "/info/license": { "name": "Apache 2.0", "identifier": "Apache-2.0" } }
        => { "/info/license": {
            "name": "Apache 2.0", "url": "https://spdx.org/licenses/Apache-2.0.html",
        } }
        => listed;
        { "/info/license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" } }
        => { "/info/license": { "name": "MIT OR Apache-2.0", "url": "https://spdx.org/licenses/" } }
        => listed;
        { "/info/license": { "name": "Either", "identifier": "MIT OR Apache-2.0" } }
        => { "/info/license": {
            "name": "Either (MIT OR Apache-2.0)", "url": "https://spdx.org/licenses/",
        } }
        => listed;
    }
}

#[test]
fn the_dialect_is_left_out() {
    table! { check:
        { "/jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base" }
        => { "/jsonSchemaDialect": null }
        => { "/jsonSchemaDialect": "`jsonSchemaDialect`" };
    }
}

fn operation(id: &str) -> Value {
    json!({ "operationId": id, "responses": { "200": { "description": "It." } } })
}

#[test]
fn webhooks_are_an_extension() {
    let hook = json!({ "post": {
        "operationId": "hook",
        "requestBody": { "content": { "a/b": { "schema": { "const": 1 } } } },
        "responses": { "200": { "description": "It." } },
    } });
    let schema = "/x-webhooks/a/post/requestBody/content/a~1b/schema";
    table! { check:
        { "/webhooks": { "a": hook } }
        => { schema: { "enum": [1] }, "/webhooks": null }
        => {
            "/webhooks": "`webhooks`",
            "/webhooks/a/post/requestBody/content/a~1b/schema/const": "`const`",
        };
    }
}

#[test]
fn a_document_has_paths() {
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1" },
        "components": {},
    });
    let (lowered, made) = lowered(&document);
    assert_eq!(lowered["paths"], json!({}));
    assert_eq!(listed(&made), [("", "no `paths`")]);
}

#[test]
fn a_path_item_stands_where_it_is_referred_to() {
    let item = json!({
        "parameters": [{ "name": "p", "in": "query", "schema": { "type": ["string", "null"] } }],
        "get": operation("getB"),
    });
    table! { check:
        {
            "/components/pathItems": { "B": item },
            "/paths/~1b": {
                "$ref": "#/components/pathItems/B",
                "summary": "B",
                "parameters": [{ "name": "q", "in": "query", "schema": {} }],
            },
        }
        => {
            "/paths/~1b": {
                "parameters": [
                    { "name": "p", "in": "query", "schema": { "type": "string", "nullable": true } },
                    { "name": "q", "in": "query", "schema": {} },
                ],
                "get": operation("getB"),
                "summary": "B",
            },
            "/components/pathItems": null,
        }
        => {
            "/components/pathItems": "`components.pathItems`",
            "/components/pathItems/B/parameters/0/schema/type": "`null` among the types",
            "/paths/~1b": "`$ref` to a path item",
        };
    }
}

/// No path item is put within itself without end.
#[test]
fn a_path_item_within_itself_ends() {
    let mut item = json!({ "post": operation("postB") });
    item["post"]["callbacks"] =
        json!({ "c": { "{$url}": { "$ref": "#/components/pathItems/B" } } });
    let document = with(&json!({
        "/components/pathItems": { "B": item },
        "/paths/~1b": { "$ref": "#/components/pathItems/B" },
    }));
    let (lowered, made) = openapi_3_0(&document);
    assert_eq!(
        lowered["paths"]["/b"]["post"]["callbacks"]["c"]["{$url}"],
        json!({})
    );
    assert!(
        made.iter()
            .any(|lowering| lowering.construct == "path item within itself")
    );
    let circle = with(&json!({
        "/components/pathItems": { "B": { "$ref": "#/components/pathItems/B" } },
        "/paths/~1b": { "$ref": "#/components/pathItems/B" },
    }));
    let (lowered, _) = openapi_3_0(&circle);
    assert_eq!(lowered["paths"]["/b"], json!({}));
}

#[test]
fn an_operation_has_responses() {
    let undescribed = json!({ "default": { "description": "Not described." } });
    for operation in [
        json!({ "operationId": "getB" }),
        json!({ "operationId": "getB", "responses": {} }),
    ] {
        // Our own rule for 3.1 demands responses too, so that no document needs this.
        let document = with(&json!({ "/paths/~1b": { "get": operation } }));
        let (lowered, made) = openapi_3_0(&document);
        assert_eq!(lowered["paths"]["/b"]["get"]["responses"], undescribed);
        assert_eq!(made.len(), 1);
        assert_eq!(made[0].construct, "no `responses`");
    }
}

#[test]
fn words_beside_a_reference_are_those_of_what_stands_there() {
    let response =
        json!({ "description": "R.", "content": { "a/b": { "schema": { "type": "string" } } } });
    let parameter = json!({ "name": "p", "in": "query", "schema": { "type": "string" } });
    table! { check:
        {
            "/components/responses": { "R": response },
            "/components/parameters": { "P": parameter },
            "/paths/~1a/get/responses/400": { "$ref": "#/components/responses/R", "description": "Own.", "summary": "None." },
            "/paths/~1a/get/responses/401": { "$ref": "#/components/responses/R" },
            "/paths/~1a/get/parameters": [{ "$ref": "#/components/parameters/P" }],
        }
        => {
            "/paths/~1a/get/responses/400": { "description": "Own.", "content": response["content"] },
            "/paths/~1a/get/responses/401": { "$ref": "#/components/responses/R" },
            "/paths/~1a/get/parameters/0": { "$ref": "#/components/parameters/P" },
        }
        => { "/paths/~1a/get/responses/400": "`$ref` with words of its own" };
    }
}

/// The text of 3.0.3 gives an encoding extensions, its official schema does not.
#[test]
fn an_extension_of_an_encoding_is_left_out() {
    let encoding = "/paths/~1a/get/responses/200/content/application~1json/encoding";
    let own = format!("{encoding}/tested/x-own");
    table! { check:
        { encoding: { "tested": { "contentType": "a/b", "x-own": 1 } } }
        => { encoding: { "tested": { "contentType": "a/b" } } }
        => { own: "field that 3.0 does not know" };
    }
}

#[test]
fn client_certificates_and_roles_are_left_out() {
    table! { check:
        {
            "/components/securitySchemes": {
                "certificate": { "type": "mutualTLS" },
                "bearer": { "type": "http", "scheme": "bearer" },
                "oauth": { "type": "openIdConnect", "openIdConnectUrl": "https://a.example" },
            },
            "/security": [
                { "certificate": [] },
                { "certificate": [], "bearer": [] },
                { "bearer": ["role"] },
                { "oauth": ["scope"] },
                {},
            ],
        }
        => {
            "/components/securitySchemes/certificate": null,
            "/security": [{ "bearer": [] }, { "bearer": [] }, { "oauth": ["scope"] }, {}],
        }
        => {
            "/components/securitySchemes/certificate": "`mutualTLS` scheme",
            "/security/0/certificate": "`mutualTLS` required",
            "/security/1/certificate": "`mutualTLS` required",
            "/security/2/bearer": "roles of a scheme without scopes",
        };
    }
}

/// An empty list is no security at all, and that is said.
#[test]
fn nothing_but_client_certificates_becomes_nothing() {
    let certificate = json!({ "certificate": { "type": "mutualTLS" } });
    table! { check:
        {
            "/components/securitySchemes": certificate,
            "/security": [{ "certificate": [] }],
            "/paths/~1a/get/security": [],
        }
        => { "/security": [], "/paths/~1a/get/security": [] }
        => {
            "/components/securitySchemes/certificate": "`mutualTLS` scheme",
            "/security": "`mutualTLS` required by every alternative",
            "/security/0/certificate": "`mutualTLS` required",
        };
    }
}

/// Schemas are found wherever OpenAPI has them; examples and extensions stay.
#[test]
fn schemas_are_lowered_wherever_they_stand() {
    let [recent, of_3_0] = [
        json!({ "type": ["string", "null"] }),
        json!({ "type": "string", "nullable": true }),
    ];
    let get = |schema: &Value| {
        json!({
            "operationId": "getB",
            "parameters": [
                { "name": "p", "in": "query", "schema": schema, "examples": { "const": { "value": recent } } },
                { "name": "q", "in": "header", "content": { "a/b": { "schema": schema } } },
            ],
            "requestBody": { "content": { "a/b": {
                "schema": schema,
                "encoding": { "a": { "contentType": "a/b", "headers": { "H": { "schema": schema } } } },
            } } },
            "callbacks": { "c": { "{$url}": { "post": {
                "operationId": "callback",
                "responses": { "200": { "description": "It.", "headers": { "H": { "schema": schema } } } },
            } } } },
            "responses": { "200": {
                "description": "It.",
                "content": { "a/b": { "schema": schema, "example": null, "x-own": recent } },
                "links": { "l": { "operationId": "getA", "parameters": { "p": recent } } },
            } },
            "x-own": recent,
        })
    };
    let (lowered, made) = openapi_3_0(&with(&json!({ "/paths/~1b": { "get": get(&recent) } })));
    assert_eq!(lowered["paths"]["/b"]["get"], get(&of_3_0));
    assert_eq!(made.len(), 6);
}
