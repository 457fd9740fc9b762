//! Tags, paths, components and the members of the document itself.

use serde_json::json;

use super::{check, check_all};

#[test]
fn labels_of_the_document_say_nothing() {
    check_all(
        r#"
        { "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base", "x-tagGroups": [{ "name": "A", "tags": ["a"] }], "tags": [{ "name": "a", "x-displayName": "A" }], "paths": {}, "components": { "schemas": {} } }
        "#,
    );
}

#[test]
fn an_unknown_member_of_the_document_is_said() {
    check_all(
        r#"
        { "webhooks": { "a": {} } } => document · keyword = webhooks={"a":{}} @ /webhooks
        { "x-a": 1 } => document · keyword = x-a=1 @ /x-a
        { "tags": {} } => document · keyword = tags={} @ /tags
        { "paths": [] } => document · keyword = paths=[] @ /paths
        "#,
    );
    check(&json!([]), &["document · keyword = value=[] @ "]);
}

#[test]
fn a_tag_is_a_page() {
    let docs = json!({ "description": "A - Documentation", "url": "https://a.example" });
    check(
        &json!({ "tags": [{ "name": "a", "description": "Of it.", "externalDocs": docs }] }),
        &[
            "page · a · title = A - Documentation @ /tags/0/externalDocs/description",
            "page · a · description = stated @ /tags/0/description",
            "page · a · url = https://a.example @ /tags/0/externalDocs/url",
        ],
    );
    check_all(
        r#"
        { "tags": [{ "name": "a", "x-a": 1, "externalDocs": { "x-b": 2 } }] }
            => page · a · keyword = x-a=1 @ /tags/0/x-a
            => page · a · keyword = x-b=2 @ /tags/0/externalDocs/x-b
        { "tags": [5, { "name": 6, "externalDocs": [] }] }
            => page · keyword = externalDocs=[] @ /tags/1/externalDocs
            => page · keyword = name=6 @ /tags/1/name
            => page · keyword = value=5 @ /tags/0
        "#,
    );
}

#[test]
fn an_unknown_member_of_a_path_item_is_said() {
    check(
        &json!({ "paths": { "/a": { "summary": "A", "parameters": [], "get": 5 }, "/b": {} } }),
        &[
            "/a · path item · keyword = get=5 @ /paths/~1a/get",
            "/a · path item · keyword = parameters=[] @ /paths/~1a/parameters",
            r#"/a · path item · keyword = summary="A" @ /paths/~1a/summary"#,
            "/b · path item · keyword = value={} @ /paths/~1b",
        ],
    );
}

#[test]
fn every_method_is_an_operation() {
    for method in [
        "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
    ] {
        let operation = format!("{} /a", method.to_uppercase());
        let said = format!("{operation} · operation · documented @ /paths/~1a/{method}");
        check(&json!({ "paths": { "/a": { method: {} } } }), &[&said]);
    }
    check(
        &json!({ "paths": { "/a": { "additionalOperations": { "COPY": {} } } } }),
        &["COPY /a · operation · documented @ /paths/~1a/additionalOperations/COPY"],
    );
    check(
        &json!({ "paths": { "/a": { "copy": 1, "additionalOperations": { "COPY": {} } } } }),
        &[
            "/a · path item · keyword = copy=1 @ /paths/~1a/copy",
            "COPY /a · operation · documented @ /paths/~1a/additionalOperations/COPY",
        ],
    );
    check(
        &json!({ "paths": { "/a": { "additionalOperations": { "copy": {} } } } }),
        &["COPY /a · operation · documented @ /paths/~1a/additionalOperations/copy"],
    );
    check(
        &json!({ "paths": { "/a": { "additionalOperations": {} } } }),
        &["/a · path item · keyword = additionalOperations={} @ /paths/~1a/additionalOperations"],
    );
    check(
        &json!({ "paths": { "/a": { "additionalOperations": { "COPY": 5 } } } }),
        &[
            r#"/a · path item · keyword = additionalOperations={"COPY":5} @ /paths/~1a/additionalOperations"#,
        ],
    );
    check(
        &json!({ "paths": { "/a": { "search": {} } } }),
        &["/a · path item · keyword = search={} @ /paths/~1a/search"],
    );
}

#[test]
fn a_component_that_nothing_uses_is_said() {
    check_all(
        r#"
        { "components": { "schemas": { "A": { "type": "string" } }, "securitySchemes": { "B": {} }, "headers": { "C/D": 1 }, "x-a": true } }
            => components · headers · keyword = C/D=1 @ /components/headers/C~1D
            => components · schemas · keyword = A={"type":"string"} @ /components/schemas/A
            => components · securitySchemes · keyword = B={} @ /components/securitySchemes/B
            => components · x-a · keyword = value=true @ /components/x-a
        { "components": 5 } => document · keyword = components=5 @ /components
        "#,
    );
}

#[test]
fn a_reference_that_leads_nowhere_or_to_itself_is_a_problem_with_its_place() {
    let document = json!({
        "paths": { "/boats": {
            "get": { "responses": { "200": { "$ref": "#/components/responses/Fleet" } } },
            "x-note": { "$ref": "#/nowhere" },
        } },
        "components": { "schemas": {
            "Boat": { "properties": {
                "$ref": { "type": "string" },
                "example": { "$ref": "#/components/schemas/Hull" },
                "mast": { "$ref": "#mast" },
                "owner": { "$ref": "owner.json" },
                "tender": { "$ref": "#/components/schemas/Boat" },
            }, "example": { "$ref": "#/nowhere" } },
            "Rig": { "$ref": "#/components/schemas/Sail" },
            "Sail": { "$ref": "#/components/schemas/Rig" },
            "All": { "items": { "$ref": "#" } },
        } },
    });
    let found = |at: &str, found: &str| {
        format!(
            "{at}: expected a reference to something, but found {found} instead; mend the reference, \
             or add what it names"
        )
    };
    let schema = |name: &str| format!("/components/schemas/{name}");
    let itself = |name: &str| format!("one that leads to itself at `#{}`", schema(name));
    let due = [
        found(
            "/paths/~1boats/get/responses/200",
            "nothing at `#/components/responses/Fleet`",
        ),
        found(
            &schema("Boat/properties/example"),
            "nothing at `#/components/schemas/Hull`",
        ),
        found(&schema("Rig"), &itself("Sail")),
        found(&schema("Sail"), &itself("Rig")),
        found(&schema("All/items"), "the whole document at `#`"),
    ];
    assert_eq!(claims::openapi::dangling(&document), due);
}
