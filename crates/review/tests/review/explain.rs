//! What a query about a document finds, and on what it rests.

use review::Readings;
use review::explain::{Explanation, Stated, Unknown, explain, text};
use serde_json::{Value, json};

use crate::support::{page, readings};
use crate::trial::reviewed;

mod names;
mod told;

const PAGE: &str = "
    1 | GET /a/{id} | operation |      | listed      | bank
    2 | GET /a/{id} | operation |      | documented  |
    3 | GET /a/{id} | 200       |      | listed      |
    4 | GET /a/{id} | 200       |      | type        | nested
    5 | GET /a/{id} | 200       | mail | listed      |
    6 | GET /a/{id} | 200       | mail | type        | object
    7 | GET /a/{id} | 200       | mail | required    | true
    8 | GET /a/{id} | 200       | mail.key | listed  |
    9 | GET /a/{id} | 200       | mail.key | type    | string
   10 | GET /a/{id} | header    | Accept | listed    |";

const OBJECT: &str = r#"bind same-page | { value = "nested" } | becomes = "object""#;

const ACCEPT: &str = r#"omit vendor | { name = "Accept", aspect = "listed", value = "" }"#;

/// A document that says more than the page: the maximum length.
fn document() -> Value {
    json!({
        "info": { "title": "Ours" },
        "paths": { "/a/{id}": { "get": {
            "operationId": "getA",
            "tags": ["bank"],
            "responses": { "200": { "$ref": "#/components/responses/Ok" } },
        } } },
        "components": {
            "responses": { "Ok": { "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/A" },
            } } } },
            "schemas": {
                "A": {
                    "type": "object",
                    "required": ["mail"],
                    "properties": { "mail": { "$ref": "#/components/schemas/Mail" } },
                },
                "Mail": {
                    "type": "object",
                    "properties": { "key": { "type": "string", "maxLength": 9 } },
                },
                "Loop": { "$ref": "#/components/schemas/Loop" },
            },
        },
    })
}

fn ask(query: &str) -> (Result<Explanation, Unknown>, Readings) {
    let (document, readings) = (document(), readings(&[OBJECT, ACCEPT]));
    let sources = reviewed(&document, &page("bank", PAGE), &readings);
    (explain(&sources, query), readings)
}

/// Checks the statements, each with what it rests on.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let (explanation, readings) = ask(query);
    let explanation = explanation.unwrap_or_else(|unknown| panic!("{unknown:?}"));
    let mut found = Vec::new();
    for Stated {
        statement, origins, ..
    } in &explanation.statements
    {
        for ((ground, by), lines) in origins {
            let by: Vec<_> = by.iter().map(|index| readings.all()[*index].id()).collect();
            let lines: Vec<_> = lines.values().flatten().map(u32::to_string).collect();
            let said = format!(
                "{} {statement} @{} {}",
                ground.name(),
                lines.join(","),
                by.join(",")
            );
            found.push(said.trim_end().trim_end_matches(" @").to_owned());
        }
    }
    assert_eq!(found, expected, "{query}");
}

const KEY: &[&str] = &[
    "documented listed @8",
    "documented type = string @9",
    "unsupported max-length = 9",
];

#[test]
fn a_property_is_found_by_name_and_by_pointer() {
    check("Mail.key", KEY);
    check("A.mail.key", KEY);
    check("/components/schemas/Mail/properties/key", KEY);
    check("#/components/schemas/Mail/properties/key", KEY);
    check("/components/schemas/A/properties/mail/properties/key", KEY);
    check("/components/schemas/Mail/properties/key/type", &KEY[1..2]);
}

/// It stands beside the properties, and the type in the schema that the property refers to.
#[test]
fn a_property_is_what_is_said_beside_it_and_where_it_refers_to() {
    for query in ["A.mail", "/components/schemas/A/properties/mail"] {
        check(
            query,
            &[
                "documented listed @5",
                "documented type = object @6",
                "documented required = true @7",
                "documented key · listed @8",
                "documented key · type = string @9",
                "unsupported key · max-length = 9",
            ],
        );
    }
}

#[test]
fn a_schema_names_its_properties() {
    check(
        "A",
        &[
            "same-page type = object @4 r0",
            "documented mail · listed @5",
            "documented mail · required = true @7",
        ],
    );
}

#[test]
fn what_is_only_likely_is_called_so() {
    let likely = OBJECT.replace("same-page", "same-page likely");
    let (document, readings) = (document(), readings(&[&likely, ACCEPT]));
    let sources = reviewed(&document, &page("bank", PAGE), &readings);
    let explanation = explain(&sources, "A").expect("it is there");
    let text = text(&explanation, &readings, false);
    assert!(text.contains("same-page (likely)"), "{text}");
    let grounds = explanation.grounds().into_keys();
    let names: Vec<_> = grounds.map(review::explain::Ground::name).collect();
    assert!(names.contains(&"same-page (likely)".into()), "{names:?}");
}

#[test]
fn an_operation_is_found_by_method_and_path_by_id_and_by_pointer() {
    let (by_name, readings) = ask("GET /a/{id}");
    let by_name = by_name.expect("the operation is there");
    for query in ["getA", "/paths/~1a~1{id}/get"] {
        assert_eq!(ask(query).0.as_ref(), Ok(&by_name), "{query}");
    }
    let grounds: Vec<_> = by_name
        .grounds()
        .into_iter()
        .map(|(ground, number)| format!("{number} {}", ground.name()))
        .collect();
    assert_eq!(
        grounds,
        ["8 documented", "1 same-page", "2 unsupported", "1 omitted"]
    );
    let text = text(&by_name, &readings, false);
    assert!(text.contains("GET /a/{id} (getA)"), "{text}");
    assert!(
        text.contains("header · Accept · listed (bank, line 10) by r1"),
        "{text}"
    );
}

/// Checks what is said where nothing is found.
#[track_caller]
fn refuses(query: &str, closest: &[&str]) {
    let unknown = ask(query).0.expect_err("nothing is called so");
    assert!(
        unknown.to_string().contains(&format!("`{query}`")),
        "{unknown}"
    );
    assert_eq!(unknown.closest, closest, "{query}");
}

#[test]
fn what_is_not_there_is_answered_with_the_closest_names() {
    refuses("GET /a/{ip}", &["GET /a/{id}"]);
    refuses("getB", &["getA"]);
    refuses("Mial.key", &["Mail.key"]);
    refuses("kei", &["Mail.key"]);
    refuses("Mail.kex", &["Mail.key", "A.mail", "Mail"]);
    refuses("Nothing of the kind", &[]);
    let unknown = ask("").0.expect_err("nothing is asked for");
    assert!(unknown.to_string().ends_with("found nothing instead"));
    let unknown = ask("/components/schemas/Mail/properties/kex").0;
    let closest = unknown.expect_err("nothing is there").closest;
    assert_eq!(closest[0], "/components/schemas/Mail/properties/key");
    refuses("/", &[]);
}

#[test]
fn what_states_nothing_says_so() {
    refuses("/info/title", &[]);
    assert!(
        ask("/info/title")
            .0
            .expect_err("a label")
            .to_string()
            .contains("label of ours")
    );
}

#[test]
fn references_in_a_circle_end() {
    let unknown = ask("/components/schemas/Loop/properties")
        .0
        .expect_err("it has none");
    assert!(
        unknown
            .closest
            .contains(&"/components/schemas/Loop".to_owned())
    );
    assert!(ask("Loop.a").0.is_err());
}
