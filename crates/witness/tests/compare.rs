//! A second description beside ours, a page, and a folder.

use crate::folder::{DESCRIPTION, Folder};

#[test]
fn a_second_description_is_compared_with_the_one_of_the_folder() {
    let folder = Folder::harbour();
    let theirs = DESCRIPTION
        .replace("type: integer, default: 20", "type: string")
        .replace("/boats/{id}", "/boats/{ship}")
        .replace("name: id,", "name: ship,");
    folder.write("theirs.yaml", theirs);
    insta::assert_snapshot!(folder.session(&["compare", "theirs.yaml"]));
    insta::assert_snapshot!(folder.session(&["compare", "theirs.yaml", "--format", "readings"]));
}

#[test]
fn a_description_is_compared_with_a_page_and_with_another() {
    let folder = Folder::harbour();
    insta::assert_snapshot!(folder.session(&["compare", "openapi.yaml", "boats.md"]));
    let session = folder.session(&["compare", "openapi.yaml", "openapi.yaml"]);
    assert!(session.contains("0 contradicts"), "{session}");
    assert!(session.ends_with("[exit 0]\n"), "{session}");
}

#[test]
fn swagger_is_compared_as_what_it_says() {
    let folder = Folder::harbour();
    let swagger = r##"{ "swagger": "2.0", "info": { "title": "H", "version": "1" }, "basePath": "/v1", "produces": ["application/json"],
      "paths": { "/boats": { "get": { "parameters": [{ "name": "limit", "in": "query", "type": "string" }],
        "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Boats" } } } } } },
      "definitions": { "Boats": { "properties": { "next": { "type": "string" } } } } }"##;
    folder.write("swagger.json", swagger);
    insta::assert_snapshot!(folder.session(&["compare", "swagger.json", "--all"]));
}

/// What does not agree after edits of a copy of the description, as `verdict subject: ours / theirs`;
/// the copy is theirs, and then ours.
fn edited(edits: &[(&str, &str)]) -> [Vec<String>; 2] {
    let folder = Folder::harbour();
    folder.write("theirs.yaml", DESCRIPTION);
    for (from, to) in edits {
        folder.edit("theirs.yaml", from, to);
    }
    std::fs::remove_file(folder.path("witness.toml")).expect("it was there");
    let told = |files: [&str; 2]| {
        let json = folder.json(&["compare", files[0], files[1], "--format", "json"]);
        let answers = json["answers"].as_array().expect("answers");
        let answers = answers.iter().filter(|it| it["verdict"] != "confirms");
        let text = |it: &serde_json::Value| it.as_str().unwrap_or_default().to_owned();
        let values = |it: &serde_json::Value| {
            let values: Vec<_> = it.as_array().into_iter().flatten().map(text).collect();
            values.join(" or ")
        };
        let told = answers.map(|it| {
            let subject = ["verdict", "operation", "place", "name", "aspect"];
            let subject = subject.map(|part| text(&it[part]));
            let (ours, theirs) = (values(&it["ours"]), values(&it["theirs"]));
            format!(
                "{}: {ours} / {theirs}",
                subject.join(" ").replace("  ", " ")
            )
        });
        told.collect()
    };
    [
        told(["theirs.yaml", "openapi.yaml"]),
        told(["openapi.yaml", "theirs.yaml"]),
    ]
}

#[track_caller]
fn answers(from: &str, to: &str, expected: [&str; 2]) {
    assert_eq!(
        edited(&[(from, to)]),
        expected.map(|it| [it]),
        "{from} → {to}"
    );
}

#[test]
fn what_both_say_otherwise_contradicts() {
    let of = |subject: &str, one: &str, other: &str| {
        let told = |ours, theirs| format!("contradicts {subject}: {ours} / {theirs}");
        [told(one, other), told(other, one)]
    };
    let media = |to| of("GET /boats 200 media-type", "application/json", to);
    for (from, to, expected) in [
        (
            "application/json:\n              schema: { $ref: \"#/components/schemas/Boats\" }",
            "application/json: { schema: { $ref: \"#/components/schemas/Boats\" } }\n            text/csv: {}",
            media("application/json or text/csv"),
        ),
        ("application/json", "text/json", media("text/json")),
        // What a list of required properties leaves out is optional, whichever side has the list.
        (
            "required: [berth]",
            "required: [until, berth]",
            of("PUT /boats/{id} body until required", "false", "true"),
        ),
        (
            "required: [berth]",
            "required: []",
            of("PUT /boats/{id} body berth required", "true", "false"),
        ),
        (
            "type: integer, default: 20",
            "type: integer, default: \"20\"",
            of("GET /boats query limit default", "20", "\"20\""),
        ),
    ] {
        answers(from, to, [&expected[0], &expected[1]]);
    }
}

#[test]
fn what_one_alone_says_is_answered() {
    answers(
        "tags: [Boats]",
        "deprecated: true",
        [
            "only-theirs GET /boats operation deprecated:  / true",
            "only-ours GET /boats operation deprecated: true / ",
        ],
    );
    answers(
        "required: [boats]",
        "required: [boats, harbour]",
        [
            "only-theirs GET /boats 200 harbour required:  / true",
            "only-ours GET /boats 200 harbour required: true / ",
        ],
    );
    let folder = Folder::harbour();
    folder.write(
        "theirs.yaml",
        DESCRIPTION
            .replace("tags: [Boats]", "deprecated: true")
            .replace("required: [boats]", "required: [boats, harbour]")
            .replace("servers:", "security: [{ key: [] }]\nservers:"),
    );
    insta::assert_snapshot!(folder.session(&["compare", "theirs.yaml"]));
}

#[test]
fn security_is_compared_by_what_it_is() {
    let secured = |scheme: &str, name: &str, ways: &str| {
        let schemes = format!("components:\n  securitySchemes: {{ {name}: {{ {scheme} }} }}");
        let security = format!("security: {ways}\nservers:");
        DESCRIPTION
            .replace("components:", &schemes)
            .replace("servers:", &security)
    };
    let key = "type: apiKey, in: header, name: X-Harbour-Key";
    let folder = Folder::harbour();
    std::fs::remove_file(folder.path("witness.toml")).expect("it was there");
    folder.write("openapi.yaml", secured(key, "key", "[{ key: [] }]"));
    for (theirs, contradicted) in [
        (secured(key, "pass", "[{ pass: [] }]"), ""),
        (
            secured(
                &key.to_lowercase().replace("apikey", "apiKey"),
                "key",
                "[{ key: [] }]",
            ),
            "",
        ),
        (
            secured("type: http, scheme: bearer", "key", "[{ key: [] }]"),
            "bearer, http",
        ),
        (
            secured(
                "type: apiKey, in: header, name: X-Pass",
                "key",
                "[{ key: [] }]",
            ),
            "apiKey, in=header, name=X-Pass",
        ),
        (
            secured(key, "key", "[{ key: [] }, {}]"),
            "apiKey, in=header, name=X-Harbour-Key, none",
        ),
        (
            secured(key, "key", "[{ key: [] }]").replace("tags: [Boats]", "security: []"),
            "none",
        ),
    ] {
        folder.write("theirs.yaml", theirs);
        let session = folder.session(&["compare", "theirs.yaml", "openapi.yaml"]);
        let found = session.lines().find_map(|it| it.split_once("theirs "));
        assert_eq!(found.map_or("", |it| it.1), contradicted, "{session}");
    }
}
