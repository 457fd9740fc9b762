//! Schemas that contradict themselves are refused by the validation and the linter alike, wherever
//! they stand and whatever the version; what only looks like it is accepted.

mod required;
mod values;

use document::lint::{Rule, lint, schemas};
use document::validate;
use serde_json::{Value, json};

const VERSIONS: [&str; 3] = ["3.0.3", "3.1.0", "3.2.0"];

/// A document of a version, with this schema as a component that is used.
fn with(version: &str, schema: &Value) -> Value {
    let mut document = json!({
        "openapi": version,
        "info": { "title": "Sample", "version": "1", "license": { "name": "MIT", "url": "https://example.com" } },
        "servers": [{ "url": "/" }],
        "paths": { "/boats/{id}": { "get": {
            "operationId": "getBoat",
            "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "q", "in": "query", "content": { "text/plain": { "schema": { "type": "string" } } } },
            ],
            "responses": { "200": {
                "description": "It.",
                "headers": { "X-Left": { "schema": { "type": "integer" } } },
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Boat" } } },
            } },
        } } },
        "components": { "schemas": {
            "Boat": { "type": "object", "properties": {
                "it": { "$ref": "#/components/schemas/It" },
                "part": { "$ref": "#/components/schemas/Part" },
                "list": { "type": "array", "items": { "type": "string" } },
                // A property may have the name of a keyword.
                "default": { "type": "string" },
                "enum": { "type": "string" },
            } },
            "Part": { "type": "object", "properties": { "part": { "type": "string" } } },
        } },
    });
    document["components"]["schemas"]["It"] = schema.clone();
    document
}

/// A JSON Schema with this one among its definitions.
fn definitions(schema: &Value) -> Value {
    let part = json!({ "type": "object", "properties": { "part": { "type": "string" } } });
    let text = json!({ "$defs": { "It": schema, "Part": part } }).to_string();
    let text = text.replace("#/components/schemas/", "#/$defs/");
    serde_json::from_str(&text).expect("JSON")
}

/// The validation of the version of a document.
fn validated(document: &Value) -> Vec<String> {
    let problems = match document["openapi"].as_str() {
        Some("3.0.3") => validate::openapi_3_0(document),
        Some("3.1.0") => validate::openapi(document),
        _ => validate::openapi_3_2(document),
    };
    problems.into_iter().map(|it| it.pointer).collect()
}

const IT: &str = "/components/schemas/It";

/// In these versions and as a JSON Schema, this schema breaks this rule at this place below it.
#[track_caller]
fn breaks_in(versions: &[&str], schema: &Value, rule: Rule, below: &str) {
    let at = format!("{IT}{below}");
    for version in versions {
        let document = with(version, schema);
        let found: Vec<_> = lint(&document)
            .into_iter()
            .filter(|it| it.rule != Rule::InlineObject)
            .map(|it| (it.rule, it.pointer))
            .collect();
        assert_eq!(found, [(rule, at.clone())], "{version}: {schema}");
        let validated = validated(&document);
        assert!(validated.contains(&at), "{version}: {validated:?}");
    }
    if !versions.contains(&VERSIONS[1]) {
        return;
    }
    let definitions = definitions(schema);
    let problems = validate::json_schema(&definitions).into_iter();
    let found: Vec<_> = problems.map(|it| it.pointer).collect();
    assert_eq!(found, [format!("/$defs/It{below}")], "{schema}");
}

#[track_caller]
fn breaks(schema: &Value, rule: Rule, below: &str) {
    breaks_in(&VERSIONS, schema, rule, below);
}

/// In these versions, this schema is no contradiction.
#[track_caller]
fn holds_in(versions: &[&str], schema: &Value) {
    for version in versions {
        let document = with(version, schema);
        assert_eq!(schemas(&document), [], "{version}: {schema}");
        let none: [String; 0] = [];
        assert_eq!(validated(&document), none, "{version}: {schema}");
    }
}

#[track_caller]
fn holds(schema: &Value) {
    holds_in(&VERSIONS, schema);
    assert_eq!(validate::json_schema(&definitions(schema)), [], "{schema}");
}

#[test]
fn a_pattern_is_a_regular_expression() {
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    for pattern in [
        "[a-", "(", "a{2,1}", "[z-a]", "*a", "(?P<a>b)", "(?i)a", "a++", "\\",
    ] {
        breaks(&text(pattern), Rule::Pattern, "/pattern");
    }
    for pattern in [
        "",
        "^[a-z]+$",
        "^\\d{3}\\-\\d{2}$",
        "^(?=.*\\d).{2,}$",
        "(?<year>\\d{4})",
        "\\p{Lu}",
        "^\\u00e9$",
        "(?<!a)b",
        "[\\w\\-\\.]",
    ] {
        holds(&text(pattern));
    }
    let names = json!({ "type": "object", "patternProperties": { "[a-": { "type": "string" } } });
    breaks_in(
        &VERSIONS[1..],
        &names,
        Rule::Pattern,
        "/patternProperties/[a-",
    );
}

#[test]
fn a_schema_is_one_wherever_it_stands() {
    let get = "/paths/~1boats~1{id}/get";
    for version in VERSIONS {
        for at in [
            format!("{get}/parameters/0/schema"),
            format!("{get}/parameters/1/content/text~1plain/schema"),
            format!("{get}/responses/200/headers/X-Left/schema"),
            format!("{get}/responses/200/content/application~1json/schema"),
            "/components/schemas/Boat/properties/list/items".to_owned(),
            "/components/schemas/Boat/properties/default".to_owned(),
            "/components/schemas/Boat/properties/enum".to_owned(),
        ] {
            let mut document = with(version, &json!({ "type": "string" }));
            let schema = document.pointer_mut(&at).expect("invalid test case");
            *schema = json!({ "type": "string", "pattern": "[a-" });
            let found = schemas(&document);
            assert_eq!(found.len(), 1, "{version}: {at}");
            assert_eq!(found[0].pointer, format!("{at}/pattern"));
            let found = validated(&document);
            assert!(found.contains(&format!("{at}/pattern")), "{found:?}");
        }
    }
}

#[test]
fn what_is_below_an_example_is_data() {
    let data = json!({ "schema": { "pattern": "[a-", "$ref": "#/nowhere" }, "content": {
        "a": { "schema": { "minimum": 2, "maximum": 1 } } } });
    for version in VERSIONS {
        let mut document = with(version, &json!({ "example": data }));
        document["x-note"] = json!({ "schema": { "pattern": "[a-", "$ref": "#/nowhere" } });
        let get = &mut document["paths"]["/boats/{id}"]["get"];
        get["parameters"][1]["content"]["text/plain"] =
            json!({ "examples": { "a": { "value": data } } });
        assert_eq!(schemas(&document), [], "{version}");
        let none: [String; 0] = [];
        assert_eq!(validated(&document), none, "{version}");
    }
    let listed = json!({ "const": data, "examples": [data] });
    let document = with("3.1.0", &listed);
    assert_eq!(schemas(&document), []);
    // What the example is of, it has to fit all the same.
    let found = validated(&document);
    assert_eq!(found, Vec::<String>::new());
    let found = validated(&with(
        "3.1.0",
        &json!({ "type": "string", "example": data }),
    ));
    assert_eq!(found, [format!("{IT}/example")]);
}

#[test]
fn a_message_says_what_is_wrong_and_repeats_no_value() {
    let said = |schema: Value| {
        let found = schemas(&with("3.1.0", &schema));
        found.into_iter().next().map(|it| it.problem)
    };
    let pattern = "expected a regular expression as ECMA-262 has it, but found one that cannot be \
                   read instead: Unbalanced bracket";
    assert_eq!(said(json!({ "pattern": "[a-" })).as_deref(), Some(pattern));
    let value =
        "expected a value that fits its own schema, but the value is longer than 3 characters";
    let schema = json!({ "maxLength": 3, "default": "four" });
    assert_eq!(said(schema).as_deref(), Some(value));
    let twice = "expected each value once, but found one that is listed before instead";
    assert_eq!(said(json!({ "enum": ["a", "a"] })).as_deref(), Some(twice));
    let required = "expected a property of the schema, but found `a`, which is none of its \
                    properties, instead";
    assert_eq!(
        said(json!({ "required": ["a"] })).as_deref(),
        Some(required)
    );
}

#[test]
fn no_real_schema_contradicts_itself() {
    let documents = crate::documents();
    let editions = [&documents.openapi_3_0, &documents.openapi_3_2];
    let all = crate::every(&documents)
        .chain(editions)
        .chain(documents.schemas.values());
    for document in all {
        assert_eq!(schemas(document), []);
    }
}
