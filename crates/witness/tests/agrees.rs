//! What is no difference, and what a reading explains.

use crate::check::found;
use crate::folder::Folder;

#[test]
fn what_is_not_on_the_wire_is_no_difference() {
    for (from, to) in [
        ("operationId: findBoats", "operationId: other"),
        ("tags: [Boats]", "tags: [A, B]"),
        ("summary: All boats", "summary: Some"),
        ("/boats/{id}:", "/boats/{name}:"),
        ("x-harbour", "X-HARBOUR"),
        (
            "limit, in: query, schema: { type: integer",
            "limit, in: query, schema: { type: integer, format: ascii",
        ),
        ("default: 20", "default: 2e1"),
        (
            "required: true, schema",
            "required: true, deprecated: false, schema",
        ),
        (
            "length: { type: number }",
            "length: { type: number, nullable: false, minLength: 0 }",
        ),
    ] {
        let folder = Folder::harbour();
        folder.edit("openapi.yaml", from, to);
        if from.starts_with("/boats") {
            folder.edit("openapi.yaml", "name: id,", "name: name,");
        }
        assert_eq!(found(&folder), [""; 0], "{from} → {to}");
    }
}

/// Who leaves out an element leaves out all that is said of it.
#[test]
fn an_element_is_left_out_with_all_that_is_within_it() {
    let folder = Folder::harbour();
    folder.edit("openapi.yaml", "        owner:\n          type: object\n          required: [name]\n          properties:\n            name: { type: string }\n", "");
    assert_eq!(found(&folder).len(), 1);
    folder.write("witness.toml", "description = \"openapi.yaml\"\nreadings = \"readings.toml\"\n[[page]]\nfile = \"boats.md\"\n");
    folder.write(
        "readings.toml",
        r#"
[[reading]]
id = "no-owner"
page = "boats"
kind = "omit"
applies-to = [{ operation = "PUT /boats/{id}", place = "body", name = "owner", aspect = "listed" }]
basis = "inferred"
reason = "Nobody sends it."
evidence = "boats line 57."
"#,
    );
    assert_eq!(found(&folder), [""; 0]);
}

/// What stands beside a reference is ignored, and an example is one wherever it stands.
#[test]
fn words_and_examples_are_no_difference() {
    let folder = Folder::harbour();
    folder.edit(
        "openapi.yaml",
        "- { name: limit, in: query, schema: { type: integer, default: 20 } }",
        "- { $ref: '#/components/parameters/Limit', description: Mine }",
    );
    folder.edit(
        "openapi.yaml",
        "components:\n",
        "components:\n  parameters:\n    Limit: { name: limit, in: query, examples: { a: { value: 7 } }, \
         schema: { type: integer, default: 20 } }\n  examples:\n    Seven: { dataValue: 7 }\n",
    );
    folder.edit(
        "openapi.yaml",
        "application/json:\n",
        "application/json:\n              example: { a: 1 }\n              examples: \
         { x: { $ref: '#/components/examples/Seven' }, y: { externalValue: 'https://x.example' } }\n",
    );
    assert_eq!(found(&folder), [""; 0]);
}

/// A description must say what stands in the braces of an address, and a page need not.
#[test]
fn a_variable_of_a_server_needs_no_words() {
    let folder = Folder::harbour();
    let url = "https://api.harbour.example/v1";
    folder.edit("boats.md", url, "https://{port}.harbour.example/v1");
    folder.edit(
        "openapi.yaml",
        &format!("- url: {url}"),
        "- url: https://{port}.harbour.example/v1\n    variables: { port: { default: api } }",
    );
    assert_eq!(found(&folder), [""; 0]);
}

#[test]
fn a_reading_explains_a_difference_and_is_stale_without_one() {
    let folder = Folder::harbour();
    folder.edit("openapi.yaml", "default: 20", "default: 30");
    folder.write("witness.toml", "description = \"openapi.yaml\"\nreadings = \"readings.toml\"\n[[page]]\nfile = \"boats.md\"\n");
    folder.write("readings.toml", r#"
[[reading]]
id = "thirty"
page = "boats"
kind = "override"
applies-to = [{ operation = "GET /boats", place = "query", name = "limit", aspect = "default", value = "20" }]
becomes = "30"
basis = "inferred"
reason = "The service shows thirty."
evidence = "boats line 19."
"#);
    assert_eq!(found(&folder), [""; 0]);
    folder.edit("readings.toml", "value = \"20\"", "value = \"25\"");
    let found = found(&folder);
    assert_eq!(
        found[0],
        "contradicted GET /boats · query · limit · default = 20 @ limit"
    );
    assert!(found[1].starts_with("stale-reading"), "{found:?}");
    // What is misspelt has a name close to it.
    for (from, to, tip) in [
        ("\"limit\"", "\"limmit\"", "did you mean the name `limit`?"),
        (
            "GET /boats",
            "GET /v1/boats",
            "did you mean the operation `GET /boats`?",
        ),
        (
            "page = \"boats\"",
            "page = \"boots\"",
            "did you mean the page `boats`?",
        ),
        (
            "page = \"boots\"",
            "page = \"piers\"",
            "there is no page `piers`",
        ),
    ] {
        folder.edit("readings.toml", from, to);
        let told = folder.session(&["check"]);
        assert!(told.contains(tip), "{told}");
    }
}
