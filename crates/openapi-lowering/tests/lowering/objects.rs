//! Objects of OpenAPI that are no schemas.

use serde_json::{Value, json};

use crate::sample::{document, listed, lowered, openapi_3_0};

/// A valid document with these members at these pointers.
fn with(changes: &[(&str, Value)]) -> Value {
    let mut document = document(&json!({ "type": "string" }));
    for (pointer, value) in changes {
        let (holder, member) = pointer.rsplit_once('/').expect("a member");
        let holder = document.pointer_mut(holder).expect("invalid test case");
        holder[member.replace("~1", "/")] = value.clone();
    }
    document
}

/// With these members the edition has those, and these constructs are listed.
#[track_caller]
fn check(changes: &[(&str, Value)], expected: &[(&str, Value)], constructs: &[(&str, &str)]) {
    let (lowered, made) = lowered(&with(changes));
    for (pointer, expected) in expected {
        let found = lowered.pointer(pointer).unwrap_or(&Value::Null);
        assert_eq!(found, expected, "{pointer}");
    }
    assert_eq!(listed(&made), constructs);
}

#[test]
fn the_summary_opens_the_description() {
    let listed = [("/info/summary", "`info.summary`")];
    check(
        &[
            ("/info/summary", json!("S.")),
            ("/info/description", json!("D.")),
        ],
        &[
            ("/info/description", json!("S.\n\nD.")),
            ("/info/summary", Value::Null),
        ],
        &listed,
    );
    check(
        &[("/info/summary", json!("S."))],
        &[("/info/description", json!("S."))],
        &listed,
    );
}

#[test]
fn a_licence_is_where_it_is_explained() {
    let listed = [("/info/license/identifier", "`license.identifier`")];
    for (name, identifier, expected) in [
        (
            "Apache 2.0",
            "Apache-2.0",
            json!({ "name": "Apache 2.0", "url": "https://spdx.org/licenses/Apache-2.0.html" }),
        ),
        (
            "MIT OR Apache-2.0",
            "MIT OR Apache-2.0",
            json!({ "name": "MIT OR Apache-2.0", "url": "https://spdx.org/licenses/" }),
        ),
        (
            "Either",
            "MIT OR Apache-2.0",
            json!({ "name": "Either (MIT OR Apache-2.0)", "url": "https://spdx.org/licenses/" }),
        ),
    ] {
        let license = json!({ "name": name, "identifier": identifier });
        check(
            &[("/info/license", license)],
            &[("/info/license", expected)],
            &listed,
        );
    }
}

#[test]
fn the_dialect_is_left_out() {
    check(
        &[(
            "/jsonSchemaDialect",
            json!("https://spec.openapis.org/oas/3.1/dialect/base"),
        )],
        &[("/jsonSchemaDialect", Value::Null)],
        &[("/jsonSchemaDialect", "`jsonSchemaDialect`")],
    );
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
    check(
        &[("/webhooks", json!({ "a": hook }))],
        &[(schema, json!({ "enum": [1] })), ("/webhooks", Value::Null)],
        &[
            ("/webhooks", "`webhooks`"),
            (
                "/webhooks/a/post/requestBody/content/a~1b/schema/const",
                "`const`",
            ),
        ],
    );
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
    check(
        &[
            ("/components/pathItems", json!({ "B": item })),
            (
                "/paths/~1b",
                json!({
                    "$ref": "#/components/pathItems/B",
                    "summary": "B",
                    "parameters": [{ "name": "q", "in": "query", "schema": {} }],
                }),
            ),
        ],
        &[
            (
                "/paths/~1b",
                json!({
                    "parameters": [
                        { "name": "p", "in": "query", "schema": { "type": "string", "nullable": true } },
                        { "name": "q", "in": "query", "schema": {} },
                    ],
                    "get": operation("getB"),
                    "summary": "B",
                }),
            ),
            ("/components/pathItems", Value::Null),
        ],
        &[
            ("/components/pathItems", "`components.pathItems`"),
            (
                "/components/pathItems/B/parameters/0/schema/type",
                "`null` among the types",
            ),
            ("/paths/~1b", "`$ref` to a path item"),
        ],
    );
}

/// No path item is put within itself without end.
#[test]
fn a_path_item_within_itself_ends() {
    let mut item = json!({ "post": operation("postB") });
    item["post"]["callbacks"] =
        json!({ "c": { "{$url}": { "$ref": "#/components/pathItems/B" } } });
    let document = with(&[
        ("/components/pathItems", json!({ "B": item })),
        ("/paths/~1b", json!({ "$ref": "#/components/pathItems/B" })),
    ]);
    let (lowered, made) = openapi_3_0(&document);
    assert_eq!(
        lowered["paths"]["/b"]["post"]["callbacks"]["c"]["{$url}"],
        json!({})
    );
    assert!(
        made.iter()
            .any(|lowering| lowering.construct == "path item within itself")
    );
    let circle = with(&[
        (
            "/components/pathItems",
            json!({ "B": { "$ref": "#/components/pathItems/B" } }),
        ),
        ("/paths/~1b", json!({ "$ref": "#/components/pathItems/B" })),
    ]);
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
        let document = with(&[("/paths/~1b", json!({ "get": operation }))]);
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
    check(
        &[
            ("/components/responses", json!({ "R": response })),
            ("/components/parameters", json!({ "P": parameter })),
            (
                "/paths/~1a/get/responses/400",
                json!({ "$ref": "#/components/responses/R", "description": "Own.", "summary": "None." }),
            ),
            (
                "/paths/~1a/get/responses/401",
                json!({ "$ref": "#/components/responses/R" }),
            ),
            (
                "/paths/~1a/get/parameters",
                json!([{ "$ref": "#/components/parameters/P" }]),
            ),
        ],
        &[
            (
                "/paths/~1a/get/responses/400",
                json!({ "description": "Own.", "content": response["content"] }),
            ),
            (
                "/paths/~1a/get/responses/401",
                json!({ "$ref": "#/components/responses/R" }),
            ),
            (
                "/paths/~1a/get/parameters/0",
                json!({ "$ref": "#/components/parameters/P" }),
            ),
        ],
        &[(
            "/paths/~1a/get/responses/400",
            "`$ref` with words of its own",
        )],
    );
}

/// The text of 3.0.3 gives an encoding extensions, its official schema does not.
#[test]
fn an_extension_of_an_encoding_is_left_out() {
    let encoding = "/paths/~1a/get/responses/200/content/application~1json/encoding";
    let own = format!("{encoding}/tested/x-own");
    check(
        &[(
            encoding,
            json!({ "tested": { "contentType": "a/b", "x-own": 1 } }),
        )],
        &[(encoding, json!({ "tested": { "contentType": "a/b" } }))],
        &[(&own, "field that 3.0 does not know")],
    );
}

#[test]
fn client_certificates_and_roles_are_left_out() {
    check(
        &[
            (
                "/components/securitySchemes",
                json!({
                    "certificate": { "type": "mutualTLS" },
                    "bearer": { "type": "http", "scheme": "bearer" },
                    "oauth": { "type": "openIdConnect", "openIdConnectUrl": "https://a.example" },
                }),
            ),
            (
                "/security",
                json!([
                    { "certificate": [] },
                    { "certificate": [], "bearer": [] },
                    { "bearer": ["role"] },
                    { "oauth": ["scope"] },
                    {},
                ]),
            ),
        ],
        &[
            ("/components/securitySchemes/certificate", Value::Null),
            (
                "/security",
                json!([{ "bearer": [] }, { "bearer": [] }, { "oauth": ["scope"] }, {}]),
            ),
        ],
        &[
            (
                "/components/securitySchemes/certificate",
                "`mutualTLS` scheme",
            ),
            ("/security/0/certificate", "`mutualTLS` required"),
            ("/security/1/certificate", "`mutualTLS` required"),
            ("/security/2/bearer", "roles of a scheme without scopes"),
        ],
    );
}

/// An empty list is no security at all, and that is said.
#[test]
fn nothing_but_client_certificates_becomes_nothing() {
    let certificate = json!({ "certificate": { "type": "mutualTLS" } });
    check(
        &[
            ("/components/securitySchemes", certificate),
            ("/security", json!([{ "certificate": [] }])),
            ("/paths/~1a/get/security", json!([])),
        ],
        &[
            ("/security", json!([])),
            ("/paths/~1a/get/security", json!([])),
        ],
        &[
            (
                "/components/securitySchemes/certificate",
                "`mutualTLS` scheme",
            ),
            ("/security", "`mutualTLS` required by every alternative"),
            ("/security/0/certificate", "`mutualTLS` required"),
        ],
    );
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
    let (lowered, made) = openapi_3_0(&with(&[("/paths/~1b", json!({ "get": get(&recent) }))]));
    assert_eq!(lowered["paths"]["/b"]["get"], get(&of_3_0));
    assert_eq!(made.len(), 6);
}
