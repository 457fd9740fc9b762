//! Descriptions in several files, in Swagger 2.0, and files that are neither.

use cli::description::Description;
use serde_json::{Value, json};

/// Reads the first of these files, which are all in one folder.
fn described(files: &[(&str, &str)]) -> Result<Value, Vec<String>> {
    let sandbox = tempfile::tempdir().expect("a folder for the test");
    cli::disk::write(sandbox.path(), files.iter().copied()).expect("they can be written");
    let folder = format!("{}/", sandbox.path().display());
    let read = Description::read(&sandbox.path().join(files[0].0));
    read.map(|read| read.document).map_err(|problems| {
        problems
            .into_iter()
            .map(|it| it.replace(&folder, ""))
            .collect()
    })
}

/// A document with these members, and what stands beside it, is read as this one.
#[track_caller]
fn bundles(members: &str, files: &[(&str, &str)], due: Value) {
    let main = format!("openapi: 3.1.0\n{members}");
    let files = [&[("sea/main.yaml", main.as_str())], files].concat();
    let mut due = due;
    due["openapi"] = "3.1.0".into();
    assert_eq!(described(&files), Ok(due), "{members}");
}

#[track_caller]
fn refused(members: &str, files: &[(&str, &str)], due: &[&str]) {
    let main = format!("openapi: 3.1.0\n{members}");
    let files = [&[("sea/main.yaml", main.as_str())], files].concat();
    let due: Vec<String> = due.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(described(&files), Err(due), "{members}");
}

const BOATS: &str = "
Boat: {properties: {tender: {$ref: '#/Boat'}, home: {$ref: ../harbour.json}}}
Fleet: {type: array, items: {$ref: boats.yaml#/Boat}}
";

const HARBOUR: &str = r#"{"properties": {"guest": {"$ref": "sea/boats.yaml#/Boat"}}}"#;

#[test]
fn schemas_of_other_files_become_components() {
    let schema = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    bundles(
        "components: {schemas: {Mine: {items: {$ref: ./boats.yaml#/Fleet}}}}",
        &[("sea/boats.yaml", BOATS), ("harbour.json", HARBOUR)],
        json!({ "components": { "schemas": {
            "Mine": { "items": schema("Fleet") },
            "Fleet": { "type": "array", "items": schema("Boat") },
            "Boat": { "properties": { "tender": schema("Boat"), "home": schema("harbour") } },
            "harbour": { "properties": { "guest": schema("Boat") } },
        } } }),
    );
}

#[test]
fn a_component_that_is_in_another_file_keeps_its_name() {
    let mine = json!({ "$ref": "#/components/schemas/Mine" });
    let due = json!({ "components": { "schemas": {
        "Mine": { "properties": { "tender": mine, "home": { "$ref": "#/components/schemas/harbour" } } },
        "Other": { "not": mine },
        "harbour": { "properties": { "guest": mine } },
    } } });
    let files = [("sea/boats.yaml", BOATS), ("harbour.json", HARBOUR)];
    bundles(
        "components: {schemas: {Mine: {$ref: boats.yaml#/Boat}, Other: {not: {$ref: boats.yaml#/Boat}}}}",
        &files,
        due.clone(),
    );
    let all = "Mine: {$ref: ./boats.yaml#/Boat}\nOther: {not: {$ref: boats.yaml#/Boat}}";
    bundles(
        "components: {schemas: {$ref: all.yaml}}",
        &[&files[..], &[("sea/all.yaml", all)]].concat(),
        due,
    );
}

#[test]
fn each_component_has_a_name_of_its_own() {
    let kinds = [
        "a.yaml#/Boat",
        "b.yaml#/Boat",
        "c/b.yaml#/Boat",
        "b.yaml#/in%20port/Boat",
        "b.yaml",
    ];
    let schemas: Vec<String> = kinds.iter().map(|it| format!("{{$ref: {it}}}")).collect();
    let b = "{Boat: {title: b}, in port: {Boat: {title: in port}}}";
    let due: Vec<Value> = ["a_Boat", "b_Boat", "b_Boat_2", "b_Boat_3", "b"]
        .iter()
        .map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }))
        .collect();
    bundles(
        &format!(
            "components: {{schemas: {{Boat: {{anyOf: [{}]}}}}}}",
            schemas.join(", ")
        ),
        &[
            ("sea/a.yaml", "Boat: {title: a}"),
            ("sea/b.yaml", b),
            ("sea/c/b.yaml", "Boat: {title: c}"),
        ],
        json!({ "components": { "schemas": {
            "Boat": { "anyOf": due },
            "a_Boat": { "title": "a" },
            "b_Boat": { "title": "b" },
            "b_Boat_2": { "title": "c" },
            "b_Boat_3": { "title": "in port" },
            "b": { "Boat": { "title": "b" }, "in port": { "Boat": { "title": "in port" } } },
        } } }),
    );
}

#[test]
fn what_is_no_component_takes_the_place_of_its_reference() {
    let item = "
parameters: [{$ref: '#/x-shared/Page'}]
get: {$ref: get.yaml}
x-shared: {Page: {name: page, in: query, schema: {$ref: size.yaml}}}
";
    let get = "{description: {$ref: words.md}, responses: {'200': {$ref: 'main.yaml#/components/responses/Ok'}}}";
    bundles(
        "paths: {/boats: {$ref: boats.yaml, summary: Boats}}\ncomponents: {responses: {Ok: {description: Ok}}}",
        &[
            ("sea/boats.yaml", item),
            ("sea/get.yaml", get),
            ("sea/size.yaml", "{type: integer}"),
            ("sea/words.md", "All of them."),
        ],
        json!({
            "paths": { "/boats": {
                "parameters": [{ "$ref": "#/components/parameters/Page" }],
                "get": {
                    "description": "All of them.",
                    "responses": { "200": { "$ref": "#/components/responses/Ok" } },
                },
                "x-shared": { "Page": { "name": "page", "in": "query", "schema": { "$ref": "size.yaml" } } },
                "summary": "Boats",
            } },
            "components": {
                "responses": { "Ok": { "description": "Ok" } },
                "parameters": { "Page": {
                    "name": "page", "in": "query", "schema": { "$ref": "#/components/schemas/size" },
                } },
                "schemas": { "size": { "type": "integer" } },
            },
        }),
    );
}

#[test]
fn a_discriminator_names_schemas_of_other_files() {
    bundles(
        "components: {schemas: {Boat: {discriminator: {propertyName: kind, mapping: {a: kind.yaml, b: Boat, c: kind.yaml#/C}}}}}",
        &[("sea/kind.yaml", "{C: {title: C}}")],
        json!({ "components": { "schemas": {
            "Boat": { "discriminator": { "propertyName": "kind", "mapping": {
                "a": "#/components/schemas/kind", "b": "Boat", "c": "#/components/schemas/C",
            } } },
            "kind": { "C": { "title": "C" } },
            "C": { "title": "C" },
        } } }),
    );
}

#[test]
fn data_and_what_has_an_id_stay() {
    let stays = json!({ "$ref": "boat.yaml" });
    let due = json!({ "components": { "schemas": {
        "A": { "default": stays, "enum": [stays], "example": stays, "x-a": stays },
        "B": { "$id": "https://sea.example/b", "items": stays },
    } } });
    let members = format!("components: {}", due["components"]);
    bundles(&members, &[], due);
}

#[test]
fn a_reference_that_leads_nowhere_is_named() {
    refused(
        "paths: {/a: {get: {responses: {'200': {$ref: gone.yaml}}}, parameters: [{$ref: https://sea.example/a.yaml#/A}, {$ref: /etc/a.yaml}]}}
components: {schemas: {A: {$ref: a.yaml#/Nope}, B: {items: {$ref: a.yaml#anchor}}, C: {$ref: a.yaml#/C}, D: {$ref: bad.json}}}",
        &[("sea/a.yaml", "{C: {$ref: '#/C'}}"), ("sea/bad.json", "{")],
        &[
            "sea/main.yaml#/components/schemas/A: expected a reference to something, but found nothing at `a.yaml#/Nope` instead; mend the reference, or add what it names",
            "sea/main.yaml#/components/schemas/C: expected a reference that ends, but found one that leads to itself instead; let it lead to what it means",
            "sea/bad.json: expected JSON or YAML, but found a mistake at line 1, column 1: EOF while parsing an object; correct it there",
            "sea/main.yaml#/paths/~1a/get/responses/200: expected a file in JSON or YAML at sea/gone.yaml, but found none instead; add it, or mend the reference",
            "sea/main.yaml#/paths/~1a/parameters/0: expected a reference to a file of this description, but found `https://sea.example/a.yaml#/A` instead; save it beside this file, and refer to it by its relative path",
            "sea/main.yaml#/paths/~1a/parameters/1: expected a reference to a file of this description, but found `/etc/a.yaml` instead; save it beside this file, and refer to it by its relative path",
            "sea/main.yaml#/components/schemas/B/items: expected a JSON pointer, but found `#anchor` instead; write it as `#/name/name`",
        ],
    );
    refused(
        "info: {$ref: info.yaml}",
        &[("sea/info.yaml", "{again: {$ref: info.yaml}}")],
        &[
            "sea/info.yaml#/again: expected a reference that ends, but found one that leads to itself instead; only components may lead to themselves",
        ],
    );
}

/// Each file has the next one twice.
#[test]
fn references_that_multiply_are_refused() {
    let name = |number: usize| format!("sea/{number}.yaml");
    let text = |number| format!("{{a: {{$ref: {number}.yaml}}, b: {{$ref: {number}.yaml}}}}");
    let mut files: Vec<(String, String)> = (0..40).map(|it| (name(it), text(it + 1))).collect();
    files.push((name(40), "{}".to_owned()));
    files.insert(
        0,
        (
            "main.yaml".to_owned(),
            "{openapi: 3.1.0, info: {$ref: sea/0.yaml}}".to_owned(),
        ),
    );
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    let problems = described(&files).expect_err("it is refused");
    assert!(
        problems[0].contains("references that multiply"),
        "{problems:?}"
    );
}

#[test]
fn swagger_in_several_files_is_one_document_of_openapi() {
    let main = "
swagger: '2.0'
paths: {/boats: {post: {parameters: [{$ref: shared.yaml#/Boat}], responses: {'200': {schema: {$ref: shared.yaml#/definitions/Boat}}}}}}
";
    let shared = "
Boat: {name: boat, in: body, schema: {$ref: '#/definitions/Boat'}}
definitions: {Boat: {type: object, x-nullable: true}}
";
    let boat = json!({ "schema": { "$ref": "#/components/schemas/Boat" } });
    assert_eq!(
        described(&[("main.yml", main), ("shared.yaml", shared)]),
        Ok(json!({
            "openapi": "3.0.3",
            "paths": { "/boats": { "post": {
                "requestBody": { "$ref": "#/components/requestBodies/Boat" },
                "responses": { "200": { "content": { "*/*": boat } } },
            } } },
            "components": {
                "requestBodies": { "Boat": { "content": { "*/*": boat } } },
                "schemas": { "Boat": { "type": "object", "nullable": true } },
            },
        })),
    );
    let problems = described(&[("a.json", r#"{"swagger": "2.0", "paths": 1}"#)]);
    let problems = problems.expect_err("it is refused");
    assert!(
        problems[0].starts_with("a.json: /paths: expected an object"),
        "{problems:?}"
    );
}

#[test]
fn the_properties_of_a_swagger_schema_may_be_a_file() {
    let main = "{swagger: '2.0', definitions: {Boat: {properties: {$ref: boat.yaml}}}}";
    let files = [("a.yaml", main), ("boat.yaml", "name: {type: string}")];
    let boat = json!({ "properties": { "name": { "type": "string" } } });
    let due = json!({ "openapi": "3.0.3", "components": { "schemas": { "Boat": boat } } });
    assert_eq!(described(&files), Ok(due));
}

#[test]
fn a_reference_may_be_escaped_as_a_uri() {
    let text = "{swagger: '2.0', definitions: {
        'List<Boat>': {items: {$ref: '#/definitions/List%3CBoat%3E'}},
        'a%3Cb': {items: {$ref: '#/definitions/a%3Cb'}}}}";
    let items = |name: &str| json!({ "items": { "$ref": format!("#/components/schemas/{name}") } });
    let due = json!({ "openapi": "3.0.3", "components": { "schemas": {
        "List<Boat>": items("List<Boat>"), "a%3Cb": items("a%3Cb"),
    } } });
    assert_eq!(described(&[("a.yaml", text)]), Ok(due));
    let text = "{swagger: '2.0', definitions: {gone: {items: {$ref: '#/definitions/none%3C'}}}}";
    let due = "a.yaml: /definitions/gone/items: expected a reference to something, but found nothing \
               at `#/definitions/none%3C` instead; mend the reference, or add what it names";
    assert_eq!(described(&[("a.yaml", text)]), Err(vec![due.to_owned()]));
}

#[test]
fn what_is_no_description_says_what_it_looks_like() {
    for (text, due) in [
        ("{\"asyncapi\": \"2.0.0\"}", "an AsyncAPI document"),
        ("info: {_postman_id: a}", "a Postman collection"),
        ("swaggerVersion: '1.2'", "a Swagger 1 document"),
        ("swagger: '3.0'", "another value of `swagger`"),
        ("openapi: 4.0.0", "`openapi: 4.0.0`"),
        ("openapi: [3.0.0]", "another value of `openapi`"),
        ("paths: {}", "neither `openapi` nor `swagger`"),
        ("- openapi", "a value that is no object"),
        ("#%RAML 1.0\ntitle: Boats", "a RAML document"),
        (
            "<?xml version='1.0'?><wsdl:definitions/>",
            "a WSDL document",
        ),
        ("<!DOCTYPE html><title>Boats</title>", "an HTML page"),
        ("FORMAT: 1A\n# Boats", "an API Blueprint"),
    ] {
        let due = format!(
            "a.yaml: expected OpenAPI 3 or Swagger 2.0, but found {due} instead; give a description \
             with `openapi: 3.…` or `swagger: \"2.0\"` as JSON or YAML"
        );
        assert_eq!(described(&[("a.yaml", text)]), Err(vec![due]), "{text}");
    }
    for text in [
        "openapi: 3.1",
        "openapi: 3.0.0",
        "openapi: '3.2.0'",
        "swagger: 2.0",
        "swagger: '2.0'",
    ] {
        assert!(described(&[("a.yaml", text)]).is_ok(), "{text}");
    }
}
