//! What each change of all that stands around schemas means.

use changes::diff::diff;
use changes::drift::Class;
use serde_json::{Value, json};

/// A document with all that stands around schemas.
pub(super) fn harbour() -> Value {
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
pub(super) const AROUND: &str = r#"
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
pub(super) fn set(document: &mut Value, pointer: &str, value: Option<Value>) {
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
            let text = crate::drift::plain(&changes::diff::text(&diff));
            wrong.push(format!("{row}\n{}", String::from_utf8_lossy(&text)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
