//! The names that a query may have: whatever means one element finds it.

use review::Readings;
use review::Reviewed;
use review::explain::{Explanation, Unknown, decision, explain};
use serde_json::{Value, json};

use crate::support::{page, readings};
use crate::trial::reviewed;

/// Two operations of one path, a parameter, two schemas, a security scheme and a tag.
pub(super) fn document() -> Value {
    let error = json!({ "description": "Refused.", "content": { "application/json": {
        "schema": { "$ref": "#/components/schemas/Trouble" },
    } } });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Ours" },
        "tags": [{ "name": "bank", "x-displayName": "Bank", "description": "A bank." }],
        "paths": { "/a": {
            "get": {
                "operationId": "getA",
                "parameters": [
                    { "name": "uuid", "in": "header", "schema": { "type": "string" } },
                ],
                "security": [{ "token": [] }],
                "responses": {
                    "200": { "description": "Done.", "content": { "application/json": {
                        "schema": { "$ref": "#/components/schemas/Sail" },
                    } } },
                    "400": error,
                    "500": error,
                },
            },
            "put": { "operationId": "putA", "responses": { "500": error } },
        }, "/b": { "get": { "operationId": "getB", "responses": { "500": error } } } },
        "components": {
            "schemas": {
                "Sail": {
                    "description": "A sail.",
                    "type": "object",
                    "properties": {
                        "rig": {
                            "description": "How it\nis rigged.",
                            "type": "string",
                            "enum": ["sloop", "ketch", "cat"],
                        },
                        "code": { "type": "string" },
                    },
                },
                "Trouble": {
                    "type": "object",
                    "properties": { "code": { "type": "string" } },
                },
            },
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
        "x-tagGroups": [{ "name": "Banks", "tags": ["bank"] }],
    })
}

/// The listed values stand on two lines; a reading supplies the token.
const PAGE: &str = "
    1 | GET /a | operation |      | listed      | bank
    2 | GET /a | operation |      | documented  |
    3 | GET /a | 200       | rig  | listed      |
    4 | GET /a | 200       | rig  | description | stated | the rig
    5 | GET /a | 200       | rig  | enum        | sloop
    5 | GET /a | 200       | rig  | enum        | cat
    4 | GET /a | 200       | rig  | enum        | ketch
    6 | GET /a | header    | Accept | listed    |";

const TOKEN: &str = r#"supply vendor | { place = "operation", aspect = "documented" }
    | says = [{ place = "security", name = "token", aspect = "listed" }, { place = "security", name = "token", aspect = "type", value = "http" }]"#;

const ACCEPT: &str = r#"omit vendor | { name = "Accept", aspect = "listed", value = "" }"#;

pub(super) fn with<T>(ask: impl FnOnce(&Reviewed) -> T) -> (T, Readings) {
    let (document, readings) = (document(), readings(&[TOKEN, ACCEPT]));
    let sources = reviewed(&document, &page("bank", PAGE), &readings);
    (ask(&sources), readings)
}

pub(super) fn ask(query: &str) -> Result<Explanation, Unknown> {
    with(|sources| explain(sources, query)).0
}

#[track_caller]
fn finds(query: &str, title: &str, pointer: &str) {
    let found = ask(query).unwrap_or_else(|unknown| panic!("{query}: {unknown:?}"));
    assert_eq!((&*found.title, &*found.pointer), (title, pointer));
    assert!(!found.within, "{query}");
}

const RIG: &str = "/components/schemas/Sail/properties/rig";

#[test]
fn a_name_that_only_one_element_has_is_enough() {
    for query in ["rig", "RIG", "Sail.rig", "sail.Rig", "Sail/rig", "sail/rig"] {
        finds(query, "Sail.rig", RIG);
    }
    let get = "/paths/~1a/get";
    for query in ["get /a", "GET /A", "GETA", "getA"] {
        finds(query, "GET /a (getA)", get);
    }
    finds("/b", "GET /b (getB)", "/paths/~1b/get");
    finds("sail", "Sail", "/components/schemas/Sail");
    let uuid = "/paths/~1a/get/parameters/0";
    for query in ["uuid", "get /a header uuid", "GET /a · header · uuid"] {
        finds(query, "GET /a · header · uuid", uuid);
    }
    finds("token", "token", "/components/securitySchemes/token");
    finds("Bank", "bank", "/tags/0");
}

#[test]
fn a_name_that_several_elements_have_is_answered_with_all_of_them() {
    let called = |query: &str| ask(query).expect_err("two are called so").matches;
    assert_eq!(called("code"), ["Sail.code", "Trouble.code"]);
    assert_eq!(called("CODE"), ["Sail.code", "Trouble.code"]);
    assert_eq!(called("/a"), ["GET /a", "PUT /a"]);
    let problem = ask("code").expect_err("two are called so").to_string();
    assert_eq!(
        problem,
        "expected one element, but found 2 that are called `code` instead"
    );
}

#[test]
fn what_finds_nothing_is_told_where_to_look() {
    let hint = |query: &str| {
        let unknown = ask(query).expect_err("nothing is called so");
        assert_eq!(unknown.closest, [""; 0], "{query}");
        unknown.hint.expect("a hint")
    };
    for query in ["", "qqqqqqqq", "-"] {
        assert!(hint(query).contains("--help"), "{query}");
    }
    let members = "the document has /openapi, /info, /tags, /paths, /components, …";
    assert!(hint("/servers/0/url/what").starts_with(members));
    let there =
        hint("/components/securitySchemes/token/what/is/there/and/what/is/there/not/at/all");
    assert!(there.contains("/components/securitySchemes/token has /type, /scheme;"));
    // Who asks for an operation sees which there are.
    let unknown = ask("DELETE /qqqqqqqqqqqqqqqqqqqqqqqqqqqq").expect_err("there is none");
    assert_eq!(unknown.closest.len(), 3, "{unknown:?}");
    let unknown = ask("/aa").expect_err("there is none");
    assert!(
        unknown.closest.contains(&"GET /a".to_owned()),
        "{unknown:?}"
    );
}

#[test]
fn what_is_within_an_element_rests_on_what_that_rests_on() {
    let found = ask(&format!("{RIG}/enum/1")).expect("it is a listed value");
    assert!(found.within);
    assert_eq!(found.pointer, format!("{RIG}/enum"));
    assert_eq!(found.statements.len(), 3);
    let whole = ask(&format!("{RIG}/enum")).expect("it is a list");
    assert!(!whole.within);
    assert_eq!(whole.statements, found.statements);
    let name = ask("/paths/~1a/get/parameters/0/name").expect("it is a name");
    assert_eq!(name.pointer, "/paths/~1a/get/parameters/0");
}

#[test]
fn a_label_says_who_wrote_it() {
    for (query, who) in [
        ("/info/title", "maintainers say here what the document is"),
        ("/info", "maintainers say here what the document is"),
        ("/openapi", "exporter"),
        ("/x-tagGroups/0/name", "portals"),
        ("/tags/0/x-displayName", "portals"),
        ("/paths/~1a/get/operationId", "generated code"),
        (
            "/components/schemas/Sail/description",
            "component as a whole",
        ),
    ] {
        let unknown = ask(query).expect_err("a label");
        assert!(unknown.label, "{query}");
        let problem = unknown.to_string();
        assert!(problem.contains("label of ours"), "{query}: {problem}");
        assert!(problem.contains(who), "{query}: {problem}");
    }
}

#[test]
fn a_reading_is_found_by_its_id() {
    let (covered, _) = with(|sources| decision(sources, "R0").map(|found| found.claims));
    assert_eq!(covered, Some(2));
    let (none, _) = with(|sources| decision(sources, "r9").is_none());
    assert!(none);
    assert!(
        ask("r9")
            .expect_err("no reading")
            .closest
            .contains(&"r0".to_owned())
    );
}

/// Each of these took minutes if it were compared with every name, or looked up step by step.
#[test]
fn a_query_that_nobody_types_is_shown_in_part_and_like_nothing() {
    const HALF: usize = 500_000;
    for query in [
        "x".repeat(2 * HALF),
        format!("GET /{}", "a/".repeat(HALF)),
        "Sail.".repeat(2 * HALF / 5),
        format!("/{}{}", "a".repeat(HALF), "/".repeat(HALF)),
        format!("#/components{}", "/schemas".repeat(HALF / 8)),
        "ä".repeat(HALF),
    ] {
        let unknown = ask(&query).expect_err("nothing is called so");
        let problem = unknown.to_string();
        assert!(problem.len() < 300, "{problem}");
        let size = format!("…` of {} bytes instead", query.len());
        assert!(problem.ends_with(&size), "{problem}");
    }
}
