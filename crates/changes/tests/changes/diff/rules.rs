//! What each change of a document means, in a request and in a response.

use std::collections::BTreeSet;

use changes::diff::{Diff, diff};
use changes::drift::{Class, Event};
use serde_json::{Value, json};

/// The events that only documents have.
pub(crate) const OF_DOCUMENTS: [Event; 23] = [
    Event::SaidOtherwise,
    Event::EditionChanged,
    Event::BranchAdded,
    Event::BranchRemoved,
    Event::DiscriminatorRemoved,
    Event::Opened,
    Event::Closed,
    Event::WayClosed,
    Event::WayOpened,
    Event::WrittenOtherwise,
    Event::EndsEarlier,
    Event::EndsLater,
    Event::EndUnsaid,
    Event::LessStable,
    Event::MoreStable,
    Event::CallbackAdded,
    Event::CallbackRemoved,
    Event::LinkAdded,
    Event::LinkLost,
    Event::ScopeDemanded,
    Event::ScopeSpared,
    Event::Unprotected,
    Event::Reordered,
];

/// Schemas, what comes of one in the place of the other in a request and in a response, and why it is
/// worth a row; `-` for the other way round, too.
const SCHEMAS: &str = r##"
breaking   compatible | {"type": "string"}                        | {"type": "string", "maxLength": 5}
compatible breaking   | {"maxLength": 5}                          | {"maxLength": 6}
compatible breaking   | {"type": "integer"}                       | {"type": "number"}
compatible breaking   | {"type": "object"}                        | {"type": ["object", "null"]}
compatible breaking   | {"$ref": "#/components/schemas/Sail"}     | {"oneOf": [{"$ref": "#/components/schemas/Sail"}, {"type": "null"}]}
compatible breaking   | {"type": "string"}                        | {"type": "string", "nullable": true}
breaking   breaking   | {"type": "string"}                        | {"type": "boolean"}
wording    wording    | {"type": "string"}                        | {"type": ["string"]}
wording    wording    | {"maximum": 40}                           | {"maximum": 40.0}
wording    wording    | {"const": "a"}                            | {"enum": ["a"]}
wording    wording    | {"enum": ["a", "b"]}                      | {"enum": ["b", "a"]}
wording    wording    | {"const": 1}                              | {"const": 1.0}
breaking   breaking   | {"const": {"title": "a"}}                 | {"const": {"title": "b"}}
breaking   compatible | {"enum": ["a", "b"]}                      | {"enum": ["a"]}
compatible breaking   | {"enum": ["a"]}                           | {}
breaking   compatible | {"x-extensible-enum": ["a", "b"]}         | {"x-extensible-enum": ["a"]}
compatible compatible | {"x-extensible-enum": ["a"]}              | {"x-extensible-enum": ["a", "b"]}
wording    wording    | {"x-enumDescriptions": {"a": "A"}}        | {"x-enumDescriptions": {"a": "B"}}
breaking   breaking   | {"x-enumDescriptions": {"a": "A", "b": "B"}} | {"x-enumDescriptions": {"a": "B", "b": "A"}}
breaking   compatible | {"minimum": 1}                            | {"minimum": 2}
compatible breaking   | {"minimum": 0, "exclusiveMinimum": 5}     | {"minimum": 0, "exclusiveMinimum": 2}
wording    wording    | {"minimum": 0, "exclusiveMinimum": 5}     | {"minimum": 1, "exclusiveMinimum": 5}
breaking   compatible | {"maximum": 5}                            | {"maximum": 5, "exclusiveMaximum": true}
breaking   compatible | {"maximum": 5}                            | {"exclusiveMaximum": 5}
breaking   compatible | {}                                        | {"multipleOf": 0.01}
breaking   compatible | {"multipleOf": 0.01}                      | {"multipleOf": 0.1}
breaking   breaking   | {"multipleOf": 2}                         | {"multipleOf": 3}
wording    wording    | {}                                        | {"minLength": 0}
breaking   compatible | {"minLength": 1}                          | {"minLength": 2}
compatible breaking   | {"maxItems": 5}                           | {}
breaking   compatible | {"minItems": 1}                           | {"minItems": 2}
compatible breaking   | {"minProperties": 2}                      | {}
breaking   compatible | {"maxProperties": 3}                      | {"maxProperties": 2}
compatible breaking   | {"uniqueItems": true}                     | {}
wording    wording    | {"uniqueItems": false}                    | {}
breaking   compatible | {"pattern": ".*"}                         | {"pattern": "^[a-z]+$"}
wording    wording    | {"pattern": ".*"}                         | {}
breaking   breaking   | {"pattern": "a"}                          | {"pattern": "b"}
compatible breaking   | {"format": "int32"}                       | {"format": "int64"}
compatible breaking   | {"x-precision": "3,0"}                    | {"x-precision": "4,0"}
compatible compatible | {}                                        | {"default": 1}
breaking   breaking   | {"default": {"title": "a"}}               | {"default": {"title": "b"}}
wording    wording    | {"default": 1}                            | {"default": 1.0}
compatible compatible | {"deprecated": false}                     | {"deprecated": true}
wording    wording    | {"deprecated": false}                     | {}
compatible compatible | {"additionalProperties": false}           | {"additionalProperties": true}
breaking   compatible | {}                                        | {"additionalProperties": false}
compatible compatible | {"additionalProperties": false}           | {"additionalProperties": {"type": "string"}}
breaking   breaking   | {"additionalProperties": {"type": "string"}} | {"additionalProperties": false}
compatible breaking   | {"additionalProperties": {"type": "string"}} | {"additionalProperties": {}}
wording    wording    | {"additionalProperties": true}            | {}
wording    wording    | {"items": {"title": "One"}}               | {"items": {"title": "Two"}}
compatible breaking   | {"items": {"type": "string"}}             | {}
wording    wording    | {"items": true}                           | {}
breaking   breaking   | {"prefixItems": [{"type": "string"}, {"type": "integer"}]} | {"prefixItems": [{"type": "integer"}, {"type": "string"}]}
breaking   breaking   | {"not": {"maxLength": 5}}                 | {"not": {"maxLength": 6}}
compatible breaking   | {"if": {"minimum": 1}, "then": {"maximum": 2}} | {"if": {"minimum": 1}}
wording    wording    | {"if": {"minimum": 1}}                    | {}
breaking   compatible | {}                                        | {"not": {"maxLength": 5}}
breaking   breaking   | {"if": {"minimum": 1}, "then": {"maximum": 2}} | {"if": {"minimum": 1}, "then": {"maximum": 3}}
breaking   breaking   | {"contentEncoding": "base64"}             | {"contentEncoding": "base32"}
breaking   compatible | {"propertyNames": {"maxLength": 5}}       | {"propertyNames": {"maxLength": 4}}
breaking   breaking   | {"patternProperties": {"^a": {"type": "string"}}} | {"patternProperties": {"^b": {"type": "string"}}}
wording    wording    | {"properties": {"a": {}}}                 | {"properties": {"a": true}}
breaking   compatible | {"properties": {"a": {"type": "string"}}} | {"properties": {"a": {"type": "string", "minLength": 1}}}
compatible compatible | {"properties": {"a": {}}}                 | {"properties": {"a": {}, "b": {}}}
breaking   breaking   | {"properties": {"a": {}, "b": {}}}        | {"properties": {"a": {}}}
breaking   compatible | {"properties": {"a": {}}}                 | {"properties": {"a": {}, "b": {}}, "required": ["b"]}
breaking   compatible | {"properties": {"a": {}}}                 | {"properties": {"a": {}}, "required": ["a"]}
compatible breaking   | {"required": ["a"]}                       | {}
wording    wording    | {"required": ["a", "b"]}                  | {"required": ["b", "a"]}
wording    wording    | {"required": []}                          | {}
breaking   compatible | {}                                        | {"dependentRequired": {"a": ["b"]}}
compatible breaking   | {"dependentRequired": {"a": ["b"]}}       | {}
breaking   breaking   | {"dependentRequired": {"a": ["b"]}}       | {"dependentRequired": {"a": ["c"]}}
compatible breaking   | {"properties": {"a": {"readOnly": true}}} | {"properties": {}}
breaking   compatible | {"properties": {"a": {"writeOnly": true}}} | {"properties": {}}
compatible compatible | {"properties": {"a": {"readOnly": true}}} | {"properties": {"a": {"readOnly": true}}, "required": ["a"]}
breaking   wording    | {"properties": {"a": {}}}                 | {"properties": {"a": {"readOnly": true}}}
compatible wording    | {"properties": {"a": {"readOnly": true}}} | {"properties": {"a": {}}}
wording    breaking   | {"properties": {"a": {}}}                 | {"properties": {"a": {"writeOnly": true}}}
wording    wording    | {"properties": {"a": {"readOnly": false}}} | {"properties": {"a": {}}}
wording    wording    | {"allOf": [{"$ref": "#/components/schemas/Sail"}]} | {"$ref": "#/components/schemas/Sail"}
wording    wording    | {"allOf": [{"maxLength": 5}]}             | {"maxLength": 5}
wording    wording    | {"allOf": [{"maxLength": 5}, {"minLength": 1}]} | {"allOf": [{"minLength": 1}, {"maxLength": 5}]}
wording    wording    | {"allOf": [{"maxLength": 5}, {"maxLength": 7}]} | {"allOf": [{"maxLength": 5}, {"maxLength": 6}]}
breaking   compatible | {"allOf": [{"properties": {"a": {}}}]}    | {"allOf": [{"properties": {"a": {}}}, {"required": ["a"]}]}
compatible compatible | {"allOf": [{"properties": {"a": {}}}]}    | {"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}
wording    wording    | {"oneOf": [{"$ref": "#/components/schemas/Sail"}, {"$ref": "#/components/schemas/Diesel"}]} | {"oneOf": [{"$ref": "#/components/schemas/Diesel"}, {"$ref": "#/components/schemas/Sail"}]}
breaking   compatible | {"oneOf": [{"$ref": "#/components/schemas/Sail"}, {"$ref": "#/components/schemas/Diesel"}]} | {"oneOf": [{"$ref": "#/components/schemas/Sail"}]}
compatible breaking   | {"anyOf": [{"type": "string"}, {"type": "integer"}]} | {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}
compatible breaking   | {"$ref": "#/components/schemas/Sail"}     | {"oneOf": [{"$ref": "#/components/schemas/Diesel"}, {"$ref": "#/components/schemas/Sail"}]}
wording    wording    | {"oneOf": [{"type": "string"}, {"type": "integer"}]} | {"anyOf": [{"type": "string"}, {"type": "integer"}]}
wording    wording    | {"oneOf": [{"type": "string"}, {"type": "integer"}]} | {"type": ["integer", "string"]}
compatible breaking   | {"oneOf": [{"minimum": 1}, {"maximum": 5}]} | {"anyOf": [{"minimum": 1}, {"maximum": 5}]}
compatible breaking   | {"oneOf": [{"minLength": 2}]}             | {"oneOf": [{"minLength": 2}, {"type": "object"}]}
compatible breaking   | {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "integer"}]} | {"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "object"}]}
wording    wording    | {"anyOf": [{"maxLength": 3}, {"type": "null"}]} | {"anyOf": [{"type": "null"}, {"maxLength": 3}]}
wording    wording    | {"allOf": [{"maxLength": 3}, {"required": ["a"]}]} | {"allOf": [{"maxLength": 3}], "required": ["a"]}
wording    wording    | {"enum": ["a", "b"]}                      | {"type": "string", "enum": ["a", "b"]}
breaking   compatible | {"enum": ["a", 1]}                        | {"type": "string", "enum": ["a", 1]}
breaking   breaking   | {"maxLength": 3}                          | {"maxLength": 3, "$ref": null}
compatible breaking   | {"oneOf": [{"type": "string"}, {"type": "integer"}]} | {}
compatible breaking   | {"type": "object", "oneOf": [{"required": ["a"]}, {"required": ["b"]}]} | {"type": "object"}
compatible compatible | {"oneOf": [{"title": "A"}, {"title": "B"}]} | {"oneOf": [{"title": "A"}, {"title": "B"}], "discriminator": {"propertyName": "kind"}}
breaking   breaking   | {"discriminator": {"propertyName": "kind"}} | {"discriminator": {"propertyName": "sort"}}
compatible breaking   | {"discriminator": {"propertyName": "kind"}} | {}
breaking   wording    | {"properties": {"a": {"readOnly": true}}, "required": ["a"]} | {"properties": {"a": {}}, "required": ["a"]}
compatible breaking   | {"discriminator": {"propertyName": "kind", "mapping": {}}} | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Sail"}}}
breaking   breaking   | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Sail"}}} | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Diesel"}}}
breaking   compatible | {}                                        | {"contentMediaType": "text/plain"}
wording    wording    | {"type": "integer", "minimum": 1}         | {"type": "integer", "exclusiveMinimum": 0}
wording    wording    | {"type": "integer"}                       | {"type": "integer", "multipleOf": 1}
wording    wording    | {"type": "string", "enum": ["a"]}         | {"type": "string", "enum": ["a", null]}
wording    wording    | {"discriminator": {"propertyName": "kind"}} | {"discriminator": {"propertyName": "kind", "mapping": {"Sail": "Sail"}}}
wording    wording    | {"discriminator": {"propertyName": "kind", "mapping": {"s": "Sail"}}} | {"discriminator": {"propertyName": "kind", "mapping": {"s": "#/components/schemas/Sail"}}}
wording    wording    | {"$ref": "#/components/schemas/Sail"}     | {"$ref": "#/components/schemas/%53ail"}
wording    wording    | {"enum": ["a", "b"]}                      | {"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]}
breaking   compatible | {"oneOf": [{"const": "a"}, {"const": "b"}]} | {"oneOf": [{"const": "a"}, {"enum": ["b", 1]}], "type": "string", "minLength": 2}
wording    wording    | {"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]} | {"oneOf": [{"const": "a", "title": "B"}, {"const": "b"}]}
wording    wording    | {"type": "number", "multipleOf": 1}       | {"type": "integer"}
wording    wording    | {"contains": {"minimum": 1}}              | {"contains": {"minimum": 1}, "minContains": 1}
breaking   breaking   | {"not": {"enum": ["a", "b"]}}             | {"not": {"enum": ["a"]}}
breaking   breaking   | {"x-sunset": "2029-06-01"}                | {"x-sunset": "2028-06-01"}
breaking   breaking   | {"xml": {"name": "a"}}                    | {"xml": {"name": "b"}}
breaking   compatible | true                                      | false
breaking   compatible | {}                                        | false
breaking   breaking   | {"$ref": "#/components/schemas/Sail"}     | {"$ref": "#/components/schemas/Diesel"}
wording    wording    | {"title": "a", "x-own": 1, "$comment": "c"} | {"title": "b", "x-own": 2}
breaking   breaking   | {"unheardOf": 1}                          | {"unheardOf": 2}
breaking   breaking   | {"maxLength": 5}                          | {"maxLength": "five"}
"##;

/// A document that sends a schema both ways.
fn sending(schema: &Value) -> Value {
    let body = json!({"application/json": {"schema": schema}});
    let sail = json!({"type": "object", "properties": {"area": {"type": "integer"}}});
    let diesel = json!({"type": "object", "properties": {"power": {"type": "integer"}}});
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Harbour", "version": "1.0.0"},
        "paths": {
            "/in": {"post": {"requestBody": {"content": body}, "responses": {"204": {"description": "Done."}}}},
            "/out": {"get": {"responses": {"200": {"description": "Here.", "content": body}}}},
        },
        "components": {"schemas": {"Sail": sail, "Diesel": diesel}},
    })
}

/// The worst change of a document in which only one operation has the new schema.
fn between(old: &Value, new: &Value, path: &str) -> Diff {
    let [before, mut after] = [old, new].map(sending);
    for other in ["/in", "/out"] {
        if other != path {
            after["paths"][other] = before["paths"][other].clone();
        }
    }
    diff(&before, &after)
}

fn events(seen: &mut BTreeSet<Event>, diff: &Diff) {
    seen.extend(diff.changes.iter().map(|it| it.event));
}

#[test]
fn each_keyword_has_a_rule() {
    let mut wrong = Vec::new();
    for row in SCHEMAS.trim().lines() {
        let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
        let [classes, old, new] = *cells else {
            panic!("invalid test case: {row}");
        };
        let [old, new] = [old, new].map(|text| serde_json::from_str(text).expect(row));
        let due: Vec<&str> = classes.split_whitespace().collect();
        let found = ["/in", "/out"].map(|path| {
            let diff = between(&old, &new, path);
            diff.worst().map_or("none", Class::as_str)
        });
        if found[..] != due[..] {
            wrong.push(format!("{row}\n  found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A document with all that stands around schemas.
fn harbour() -> Value {
    let boat = json!({"application/json": {"schema": {"type": "object"}}});
    let other = json!({"post": {"requestBody": {"content": boat}, "responses": {"200": {"description": "Taken."}}}});
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Harbour", "version": "1.0.0"},
        "servers": [{"url": "https://{port}.example", "variables": {"port": {"default": "one", "enum": ["one", "two"]}}}],
        "security": [{"oauth": ["read", "write"]}],
        "paths": {"/boats/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "post": {
                "operationId": "berth",
                "deprecated": true,
                "x-sunset": "2029-06-01",
                "x-stability-level": "beta",
                "parameters": [
                    {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
                    {"name": "kind", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                ],
                "requestBody": {"content": boat},
                "responses": {
                    "200": {
                        "description": "Done.",
                        "headers": {"X-Rate": {"required": true, "schema": {"type": "integer"}}},
                        "content": boat,
                        "links": {"self": {"operationId": "berth"}},
                    },
                    "default": {"description": "Bad."},
                },
                "callbacks": {"done": {"{$request.body#/hook}": other}},
            },
        }},
        "webhooks": {"news": other},
        "components": {"securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "basic": {"type": "http", "scheme": "basic"},
            "oauth": {"type": "oauth2", "flows": {"clientCredentials": {
                "tokenUrl": "https://one.example/token",
                "scopes": {"read": "r", "write": "w"},
            }}},
        }},
    })
}

/// Changes of all that stands around schemas: class, JSON pointer and value, or nothing for what goes.
const AROUND: &str = r#"
wording    | /openapi | "3.1.1"
breaking   | /openapi | "3.2.0"
wording    | /info/license | {"name": "MIT"}
wording    | /jsonSchemaDialect | "https://spec.openapis.org/oas/3.1/dialect/base"
wording    | /paths/x-own | {"a": 1}
breaking   | /servers/0/variables/port/default | "two"
breaking   | /servers/0/variables/port/enum | ["one"]
compatible | /servers/0/variables/port/enum | ["one", "two", "three"]
breaking   | /servers | [{"url": "https://two.example"}, {"url": "https://{port}.example", "variables": {"port": {"default": "one", "enum": ["one", "two"]}}}]
breaking   | /servers/0/url | "https://{port}.example/v2"
breaking   | /servers/0 | {"url": "https://one.example"}
compatible | /security | [{"oauth": ["read"]}]
breaking   | /security | [{"oauth": ["read", "write", "own"]}]
breaking   | /security | [{"key": []}]
compatible | /security | [{"oauth": ["read", "write"]}, {"key": []}]
breaking   | /security | [{"oauth": ["read", "write"], "key": []}]
compatible | /security | [{"oauth": ["read", "write"]}, {}]
breaking   | /security | []
wording    | /security | [{"oauth": ["write", "read"]}]
wording    | /paths/~1boats~1{id}/post/security | [{"oauth": ["read", "write"]}]
breaking   | /paths/~1boats~1{id}/post/security | [{"key": []}]
wording    | /paths/~1boats~1{id}/post/servers | [{"url": "https://{port}.example", "variables": {"port": {"default": "one", "enum": ["one", "two"]}}}]
breaking   | /paths/~1boats~1{id}/servers | [{"url": "https://two.example"}]
breaking   | /paths/~1boats~1{id}/post/x-sunset | "2027-01-01"
compatible | /paths/~1boats~1{id}/post/x-sunset | "2030-01-01T00:00:00Z"
breaking   | /paths/~1boats~1{id}/post/x-sunset | "soon"
breaking   | /paths/~1boats~1{id}/post/x-sunset |
compatible | /paths/~1boats~1{id}/post/deprecated |
breaking   | /paths/~1boats~1{id}/post/x-stability-level | "alpha"
compatible | /paths/~1boats~1{id}/post/x-stability-level |
breaking   | /paths/~1boats~1{id}/post/x-stability-level | "sturdy"
wording    | /paths/~1boats~1{id}/parameters/1 | {"name": "X-Trace", "in": "header", "schema": {"type": "string"}}
compatible | /paths/~1boats~1{id}/parameters/1 | {"name": "page", "in": "query", "schema": {"type": "string"}}
breaking   | /paths/~1boats~1{id}/parameters/1 | {"name": "page", "in": "query", "required": true, "schema": {"type": "string"}}
wording    | /paths/~1boats~1{id}/parameters/1 | {"name": "kind", "in": "query", "schema": {"type": "string"}}
wording    | /paths/~1boats~1{id}/post/parameters/2 | {"name": "accept", "in": "header", "required": true, "schema": {"type": "string"}}
compatible | /paths/~1boats~1{id}/post/parameters/1/allowEmptyValue | true
wording    | /paths/~1boats~1{id}/post/parameters/0/explode | true
wording    | /paths/~1boats~1{id}/servers | [{"url": "https://{port}.example", "variables": {"port": {"default": "one", "enum": ["one", "two"]}}}]
compatible | /components/securitySchemes/oauth/flows/clientCredentials/refreshUrl | "https://one.example/refresh"
breaking   | /paths/~1boats~1{id}/post/parameters/0/x-stability-level | "beta"
wording    | /paths/~1boats~1{id}/post/parameters/0/name | "x-trace"
wording    | /paths/~1boats~1{id}/post/parameters/0/required | false
breaking   | /paths/~1boats~1{id}/post/parameters/0/required | true
wording    | /paths/~1boats~1{id}/post/parameters/1/style | "form"
wording    | /paths/~1boats~1{id}/post/parameters/1/explode | true
breaking   | /paths/~1boats~1{id}/post/parameters/1/explode | false
breaking   | /paths/~1boats~1{id}/post/parameters/1/style | "pipeDelimited"
breaking   | /paths/~1boats~1{id}/post/parameters/1/allowReserved | true
breaking   | /paths/~1boats~1{id}/post/parameters/1 |
breaking   | /paths/~1boats~1{id}/post/requestBody/required | true
compatible | /paths/~1boats~1{id}/post/requestBody/content/text~1plain | {}
breaking   | /paths/~1boats~1{id}/post/requestBody |
compatible | /paths/~1boats~1{id}/post/responses/404 | {"description": "None."}
compatible | /paths/~1boats~1{id}/post/responses/default |
breaking   | /paths/~1boats~1{id}/post/responses/200 |
breaking   | /paths/~1boats~1{id}/post/responses/200/content |
compatible | /paths/~1boats~1{id}/post/responses/200/headers/X-Own | {"schema": {"type": "string"}}
breaking   | /paths/~1boats~1{id}/post/responses/200/headers/X-Rate |
breaking   | /paths/~1boats~1{id}/post/responses/200/headers/X-Rate/required |
breaking   | /paths/~1boats~1{id}/post/responses/200/headers/X-Rate/schema/type | "string"
compatible | /paths/~1boats~1{id}/post/responses/200/links/next | {"operationId": "berth"}
breaking   | /paths/~1boats~1{id}/post/responses/200/links/self |
breaking   | /paths/~1boats~1{id}/post/responses/200/links/self/operationId | "other"
compatible | /paths/~1boats~1{id}/post/callbacks/late | {"{$request.body#/late}": {"post": {"responses": {}}}}
breaking   | /paths/~1boats~1{id}/post/callbacks/done |
compatible | /paths/~1boats~1{id}/post/callbacks/done/{$request.body#~1hook}/post/requestBody/content/application~1json/schema/required | ["a"]
breaking   | /paths/~1boats~1{id}/post/callbacks/done/{$request.body#~1hook}/post/requestBody/content/application~1json/schema/type | ["object", "null"]
breaking   | /paths/~1boats~1{id}/post/unheardOf | 1
compatible | /webhooks/more | {"post": {"responses": {}}}
breaking   | /webhooks/news |
compatible | /webhooks/news/post/requestBody/content/application~1json/schema/properties | {"a": {}}
breaking   | /webhooks/news/post/requestBody/content/application~1json/schema/properties | 7
breaking   | /webhooks/news/post/responses/200 |
wording    | /components/securitySchemes/basic/scheme | "Basic"
compatible | /components/securitySchemes/basic/scheme | "bearer"
breaking   | /components/securitySchemes/oauth/flows/clientCredentials/tokenUrl | "https://two.example/token"
compatible | /components/securitySchemes/oauth/flows/clientCredentials/scopes/own | "o"
breaking   | /components/securitySchemes/oauth/flows/clientCredentials/scopes/write |
compatible | /components/securitySchemes/oauth/flows/password | {"tokenUrl": "https://one.example/token", "scopes": {}}
wording    | /components/securitySchemes/oauth/description | "Any."
wording    | /components/parameters | {"Page": {"name": "page", "in": "query"}}
compatible | /components/schemas | {"Sail": {}}
breaking   | /components/odd | {"Sail": {}}
"#;

/// Sets what a pointer leads to, or removes it.
fn set(document: &mut Value, pointer: &str, value: Option<Value>) {
    let (holder, member) = pointer.rsplit_once('/').expect("a member");
    let member = claims::Pointer::unescape(member);
    match (document.pointer_mut(holder), value) {
        (Some(Value::Object(members)), Some(value)) => drop(members.insert(member.into(), value)),
        (Some(Value::Object(members)), None) => drop(members.shift_remove(&*member)),
        (Some(Value::Array(items)), Some(value)) => {
            match items.get_mut(member.parse::<usize>().expect("an index")) {
                Some(item) => *item = value,
                None => items.push(value),
            }
        }
        (Some(Value::Array(items)), None) => drop(items.remove(member.parse().expect("an index"))),
        _ => panic!("invalid test case: {pointer}"),
    }
}

#[test]
fn all_that_stands_around_schemas_has_rules() {
    let mut wrong = Vec::new();
    for row in AROUND.trim().lines() {
        let cells: Vec<&str> = row.splitn(3, '|').map(str::trim).collect();
        let [class, pointer, value] = *cells else {
            panic!("invalid test case: {row}");
        };
        let value = (!value.is_empty()).then(|| serde_json::from_str(value).expect(row));
        let (old, mut new) = (harbour(), harbour());
        set(&mut new, pointer, value);
        let diff = diff(&old, &new);
        let found = diff.worst().map_or("none", Class::as_str);
        if found != class {
            let text = super::super::drift::plain(&changes::diff::text(&diff));
            wrong.push(format!("{row}\n{}", String::from_utf8_lossy(&text)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whatever is a rule of documents is reached by one of the rows.
#[test]
fn each_rule_of_documents_has_a_row() {
    let mut seen = BTreeSet::new();
    for row in SCHEMAS.trim().lines() {
        let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
        let [old, new] = [cells[1], cells[2]].map(|text| serde_json::from_str(text).expect(row));
        events(&mut seen, &between(&old, &new, "/in"));
        events(&mut seen, &between(&old, &new, "/out"));
    }
    for row in AROUND.trim().lines() {
        let cells: Vec<&str> = row.splitn(3, '|').map(str::trim).collect();
        let value = (!cells[2].is_empty()).then(|| serde_json::from_str(cells[2]).expect(row));
        let (old, mut new) = (harbour(), harbour());
        set(&mut new, cells[1], value);
        events(&mut seen, &diff(&old, &new));
    }
    let unseen: Vec<_> = OF_DOCUMENTS
        .iter()
        .filter(|it| !seen.contains(it))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}
