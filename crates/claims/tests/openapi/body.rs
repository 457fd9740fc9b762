//! Request bodies, responses, media types and examples.

use claims::{Aspect, openapi};
use serde_json::{Value, json};

use super::check_all_operations;
use crate::each_case;

#[test]
fn each_keyword_of_a_request_body_is_said() {
    check_all_operations(
        r#"
        { "requestBody": { "description": "It.", "required": true, "x-a": 1 } }
            => body · description = stated @ ~/requestBody/description
            => body · required = true @ ~/requestBody/required
            => body · keyword = x-a=1 @ ~/requestBody/x-a
        { "requestBody": { "x-inferred": ["required"] } }
            => body · inferred = required @ ~/requestBody/x-inferred
        { "requestBody": { "content": { "a/b": { "schema": { "type": "object" } } } } }
            => body · type = object @ ~/requestBody/content/a~1b/schema/type
            => body · media-type = a/b @ ~/requestBody/content/a~1b
        "#,
    );
}

#[test]
fn each_keyword_of_a_response_is_said() {
    check_all_operations(
        r#"
        { "responses": { "default": { "x-inferred": ["listed"] } } }
            => default · listed @ ~/responses/default
            => default · inferred = listed @ ~/responses/default/x-inferred
        { "responses": { "204": { "description": "It.", "headers": {}, "links": {} } } }
            => 204 · listed @ ~/responses/204
            => 204 · description = stated @ ~/responses/204/description
            => 204 · media-type = none @ ~/responses/204
            => 204 · keyword = headers={} @ ~/responses/204/headers
            => 204 · keyword = links={} @ ~/responses/204/links
        { "responses": { "200": { "content": { "a/b": {} } } } }
            => 200 · listed @ ~/responses/200
            => 200 · media-type = a/b @ ~/responses/200/content/a~1b
        { "responses": { "200": { "content": {} } } }
            => 200 · listed @ ~/responses/200
            => 200 · keyword = content={} @ ~/responses/200/content
        { "responses": { "default": {}, "x-a": 1 } }
            => default · listed @ ~/responses/default
            => x-a · listed @ ~/responses/x-a
            => x-a · media-type = none @ ~/responses/x-a
            => x-a · keyword = value=1 @ ~/responses/x-a
        "#,
    );
}

/// A media type of the response with this status makes these claims beside that both are there,
/// at pointers below `^`.
#[track_caller]
fn check_media_type(status: &str, media_type: Value, expected: &[&str]) {
    let response = json!({ "responses": { status: { "content": { "m": media_type } } } });
    let node = format!("/paths/~1a/get/responses/{status}/content/m");
    let said: Vec<String> = openapi::claims(&json!({ "paths": { "/a": { "get": response } } }))
        .into_iter()
        .filter(|made| !matches!(made.claim.aspect, Aspect::Documented | Aspect::Listed))
        .map(|made| format!("{} @ {}", made.claim, made.pointer))
        .map(|said| said.replace("GET /a · ", "").replace(&node, "^"))
        .filter(|said| !said.ends_with("· media-type = m @ ^"))
        .collect();
    assert_eq!(said, expected);
}

#[test]
fn each_keyword_of_a_media_type_is_said() {
    each_case(
        r#"
        { "example": 1 } => 200 · keyword = example=1 @ ^/example
        { "encoding": {} } => 200 · keyword = encoding={} @ ^/encoding
        { "schema": 1 } => 200 · keyword = schema=1 @ ^/schema
        { "examples": [] } => 200 · keyword = examples=[] @ ^/examples
        5 => 200 · keyword = value=5 @ ^
        "#,
        |media_type, expected| check_media_type("200", media_type, expected),
    );
}

/// A media type with an example of this value makes these claims, at pointers below `^`.
#[track_caller]
fn check_example(status: &str, value: Value, expected: &[&str]) {
    let examples = json!({ "e": { "summary": "A", "value": value } });
    check_media_type(status, json!({ "examples": examples }), expected);
}

#[test]
fn each_leaf_of_an_example_is_an_example() {
    each_case(
        r#"
        { "a": { "b": [1, null] }, "c": {}, "d": [] }
            => 200 · a.b · example = 1 @ ^/examples/e/value
            => 200 · a.b · example = null @ ^/examples/e/value
            => 200 · c · example = {} @ ^/examples/e/value
            => 200 · d · example = [] @ ^/examples/e/value
        "A" => 200 · example = A @ ^/examples/e/value
        "#,
        |value, expected| check_example("200", value, expected),
    );
}

#[test]
fn an_example_of_an_error_status_is_a_row_of_its_error_table() {
    // Of what is nested there is no row.
    each_case(
        r#"
        { "x": 1, "details": "D", "code": "C", "type": "T", "a": null }
            => 400 · error = T · C · D · null · 1 @ ^/examples/e/value
        { "id": "I", "errors": [{ "code": "C" }, { "code": "D" }] }
            => 400 · errors.code · example = C @ ^/examples/e/value
            => 400 · errors.code · example = D @ ^/examples/e/value
            => 400 · id · example = I @ ^/examples/e/value
        "#,
        |value, expected| check_example("400", value, expected),
    );
    for (status, value, said) in [
        ("5XX", json!("A"), "A"),
        ("500", json!([1]), "[1]"),
        ("500", json!({}), "{}"),
    ] {
        let said = format!("{status} · error = {said} @ ^/examples/e/value");
        check_example(status, value, &[&said]);
    }
}

#[test]
fn every_other_member_of_an_example_is_said() {
    let examples = json!({ "e": {
        "description": "It.",
        "externalValue": "https://a.example/e.json",
        "$ref": "#/components/examples/E",
    } });
    check_media_type(
        "200",
        json!({ "examples": examples }),
        &[
            r##"200 · keyword = $ref="#/components/examples/E" @ ^/examples/e/$ref"##,
            r#"200 · keyword = description="It." @ ^/examples/e/description"#,
            r#"200 · keyword = externalValue="https://a.example/e.json" @ ^/examples/e/externalValue"#,
        ],
    );
    check_media_type(
        "200",
        json!({ "examples": { "e": 5 } }),
        &["200 · keyword = value=5 @ ^/examples/e"],
    );
}
