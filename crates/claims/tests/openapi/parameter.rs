//! Parameters, and references to them and to responses.

use serde_json::{Value, json};

use super::{check_operation, check_operation_among};

#[test]
fn each_keyword_of_a_parameter_is_said() {
    let parameter = |more: Value| {
        let mut parameter = json!({ "name": "p", "in": "query" });
        if let (Value::Object(parameter), Value::Object(more)) = (&mut parameter, more) {
            parameter.extend(more);
        }
        json!({ "parameters": [parameter] })
    };
    let listed = "query · p · listed @ ~/parameters/0";
    // What the document leaves out it says of the parameter: every pointer resolves.
    let optional = "query · p · required = false @ ~/parameters/0";
    check_operation(parameter(json!({})), &[listed, optional]);
    check_operation(
        parameter(json!({ "required": false })),
        &[
            listed,
            "query · p · required = false @ ~/parameters/0/required",
        ],
    );
    check_operation(
        parameter(json!({ "required": true })),
        &[
            listed,
            "query · p · required = true @ ~/parameters/0/required",
        ],
    );
    check_operation(
        parameter(json!({ "description": "It." })),
        &[
            listed,
            "query · p · description = stated @ ~/parameters/0/description",
            optional,
        ],
    );
    check_operation(
        parameter(json!({ "schema": { "type": "string", "maxLength": 9 } })),
        &[
            listed,
            "query · p · type = string @ ~/parameters/0/schema/type",
            optional,
            "query · p · max-length = 9 @ ~/parameters/0/schema/maxLength",
        ],
    );
    check_operation(
        parameter(json!({ "example": "A" })),
        &[
            listed,
            optional,
            "query · p · example = A @ ~/parameters/0/example",
        ],
    );
    check_operation(
        parameter(json!({ "x-inferred": ["type"] })),
        &[
            listed,
            optional,
            "query · p · inferred = type @ ~/parameters/0/x-inferred",
        ],
    );
    for (keyword, value) in [
        ("schema", "true"),
        ("description", "1"),
        ("examples", "{}"),
        ("content", "{}"),
        ("deprecated", "true"),
        ("style", "\"form\""),
        ("allowEmptyValue", "true"),
    ] {
        let said = format!("query · p · keyword = {keyword}={value} @ ~/parameters/0/{keyword}");
        let value: Value = value.parse().unwrap();
        check_operation(
            parameter(json!({ keyword: value })),
            &[listed, optional, &said],
        );
    }
    check_operation(
        parameter(json!({ "required": 1 })),
        &[
            listed,
            "query · p · required = false @ ~/parameters/0/required",
            "query · p · keyword = required=1 @ ~/parameters/0/required",
        ],
    );
}

#[test]
fn a_reference_to_a_parameter_or_a_response_or_a_request_body_is_followed() {
    let components = json!({ "components": {
        "parameters": { "P": { "name": "p", "in": "path", "required": true } },
        "responses": { "R": { "description": "It." } },
        "requestBodies": { "B": { "required": true } },
    } });
    check_operation_among(
        components,
        json!({
            "parameters": [{ "$ref": "#/components/parameters/P" }],
            "requestBody": { "$ref": "#/components/requestBodies/B" },
            "responses": { "200": { "$ref": "#/components/responses/R" } },
        }),
        &[
            "200 · listed @ /components/responses/R",
            "200 · description = stated @ /components/responses/R/description",
            "200 · media-type = none @ /components/responses/R",
            "body · required = true @ /components/requestBodies/B/required",
            "path · p · listed @ /components/parameters/P",
            "path · p · required = true @ /components/parameters/P/required",
        ],
    );
}

#[test]
fn a_reference_that_cannot_be_followed_is_said() {
    check_operation(
        json!({
            "parameters": [{ "$ref": "#/components/parameters/P" }],
            "requestBody": { "$ref": "b.json" },
            "responses": { "200": { "$ref": "#/components/responses/R" } },
        }),
        &[
            " · listed @ ~/parameters/0",
            " · required = false @ ~/parameters/0",
            r##" · keyword = $ref="#/components/parameters/P" @ ~/parameters/0/$ref"##,
            "200 · listed @ ~/responses/200",
            r##"200 · keyword = $ref="#/components/responses/R" @ ~/responses/200/$ref"##,
            r#"body · keyword = $ref="b.json" @ ~/requestBody/$ref"#,
        ]
        .map(|said| said.trim_start_matches(" · ")),
    );
    // What says more than where to look is said, and so is what it refers to.
    check_operation_among(
        json!({ "components": { "responses": { "R": { "description": "It." } } } }),
        json!({ "responses": { "200": { "$ref": "#/components/responses/R", "summary": "A" } } }),
        &[
            r#"components · responses · keyword = R={"description":"It."} @ /components/responses/R"#,
            "200 · listed @ ~/responses/200",
            r##"200 · keyword = $ref="#/components/responses/R" @ ~/responses/200/$ref"##,
            r#"200 · keyword = summary="A" @ ~/responses/200/summary"#,
        ],
    );
    // A reference to a reference is followed once, so that a circle ends.
    check_operation_among(
        json!({ "components": { "responses": { "R": { "$ref": "#/components/responses/R" } } } }),
        json!({ "responses": { "200": { "$ref": "#/components/responses/R" } } }),
        &[
            "200 · listed @ /components/responses/R",
            r##"200 · keyword = $ref="#/components/responses/R" @ /components/responses/R/$ref"##,
        ],
    );
}
