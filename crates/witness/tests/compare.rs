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
