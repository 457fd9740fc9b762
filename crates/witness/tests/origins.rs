//! What is cited of a description stands in the files that people wrote, whatever is made of them.

use serde_json::Value;

use crate::folder::Folder;

/// It says of every value that it is a number; the descriptions say that it is a text.
const PAGE: &str = "# Boats\n\n## Add a boat\n\n```\nPOST https://sea.example/boats\n```\n\n\
    ### Query parameters\n\n| Name | Type | Description |\n|---|---|---|\n| port | number | x |\n\n\
    ### Request body\n\n| Field | Type | Description |\n|---|---|---|\n| name | number | x |\n\n\
    ### Response 201\n\n| Field | Type | Description |\n|---|---|---|\n| id | number | x |\n\
    | owner | object | x |\n| owner.age | number | x |\n";

const CONFIG: &str =
    "description = \"api.yaml\"\n[[page]]\nfile = \"boats.md\"\nlayout = \"readme\"\n";

/// A folder with these files of the description, the first of them `api.yaml`.
fn folder(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    let beside = [("boats.md", PAGE), ("witness.toml", CONFIG)];
    for (file, text) in beside.iter().chain(files) {
        folder.write(file, text);
    }
    folder
}

/// Where the differences stand: `file#pointer`, and what stands there.
#[track_caller]
fn cites(files: &[(&str, &str)], expected: &[(&str, &str)]) {
    let folder = folder(files);
    let json = folder.json(&["check", "--format", "json"]);
    let findings = json["findings"].as_array().expect("findings").iter();
    let told = findings.map(|it| {
        let [file, pointer] = ["file", "pointer"].map(|key| it[key].as_str().unwrap_or_default());
        let read = cli::description::read(&folder.path(file)).expect("it names a file");
        let there = read.pointer(pointer).map(Value::to_string);
        (format!("{file}#{pointer}"), there.unwrap_or_default())
    });
    let mut told: Vec<(String, String)> = told.collect();
    told.sort();
    let told: Vec<(&str, &str)> = told.iter().map(|(at, what)| (&**at, &**what)).collect();
    assert_eq!(told, expected);
}

const STRING: &str = "\"string\"";

const SWAGGER: &str = "swagger: '2.0'\n\
    info: {title: Boats, version: '1'}\n\
    host: sea.example\n\
    parameters: {Port: {name: port, in: query, type: string}}\n\
    paths:\n  /boats:\n    post:\n      parameters:\n      \
    - {$ref: '#/parameters/Port'}\n      \
    - {name: name, in: formData, type: string}\n      \
    responses: {'201': {description: x, schema: {$ref: '#/definitions/Boat'}}}\n\
    definitions:\n  Boat:\n    properties:\n      id: {type: string}\n      \
    owner: {type: object, properties: {age: {type: string}}}\n";

#[test]
fn swagger_is_cited_as_swagger() {
    cites(
        &[("api.yaml", SWAGGER)],
        &[
            ("api.yaml#/definitions/Boat/properties/id/type", STRING),
            (
                "api.yaml#/definitions/Boat/properties/owner/properties/age/type",
                STRING,
            ),
            ("api.yaml#/parameters/Port/type", STRING),
            ("api.yaml#/paths/~1boats/post/parameters/1/type", STRING),
        ],
    );
}

#[test]
fn an_element_of_swagger_is_explained_by_its_place_there() {
    let folder = folder(&[("api.yaml", SWAGGER)]);
    for (at, due) in [
        (
            "/definitions/Boat/properties/id",
            "/definitions/Boat/properties/id\n",
        ),
        ("/parameters/Port/type", "/parameters/Port\n"),
    ] {
        let explained = folder.session(&["explain", at]);
        assert!(explained.contains(&format!(" {due}")), "{explained}");
    }
}

#[test]
fn each_file_of_a_description_is_cited_by_its_name() {
    let api = "openapi: 3.0.3\n\
        info: {title: Boats, version: '1'}\n\
        servers: [{url: https://sea.example}]\n\
        paths: {/boats: {$ref: boats.yaml}}\n";
    let boats = "post:\n  parameters: [{$ref: 'sea.yaml#/port'}]\n  \
        requestBody: {content: {a/b: {schema: {properties: {name: {type: string}}}}}}\n  \
        responses: {'201': {description: x, content: {a/b: {schema: {$ref: 'sea.yaml#/boat'}}}}}\n";
    let sea = "port: {name: port, in: query, schema: {type: string}}\n\
        boat: {properties: {id: {type: string}, owner: {$ref: '#/owner'}}}\n\
        owner: {type: object, properties: {age: {type: string}}}\n";
    let files = [("api.yaml", api), ("boats.yaml", boats), ("sea.yaml", sea)];
    let body = "boats.yaml#/post/requestBody/content/a~1b/schema/properties/name/type";
    cites(
        &files,
        &[
            (body, STRING),
            ("sea.yaml#/boat/properties/id/type", STRING),
            ("sea.yaml#/owner/properties/age/type", STRING),
            ("sea.yaml#/port/schema/type", STRING),
        ],
    );
    let github = folder(&files).session(&["check", "--format", "github"]);
    assert!(github.contains("See also: sea.yaml, line 3\n"), "{github}");
    let compared = folder(&files).session(&["compare", "api.yaml", "boats.md", "--layout=readme"]);
    let at = "              at sea.yaml#/owner/properties/age/type\n";
    assert!(compared.contains(at), "{compared}");
}
