//! Two editions of one document: what makes no claim, and what only documents have.

/// Checks edits, row by row: pointer, value and what people read.
macro_rules! table {
    ($($pointer:expr, $value:tt => $($words:expr),+;)+) => {
        $(crate::diff::check_at($pointer, serde_json::json!($value), &[$($words),+]);)+
    };
}

mod around;
mod change_log;
mod names;
pub(crate) mod rules;

use changes::diff::{Diff, Revision, diff};
use serde_json::{Value, json};

/// One operation with what documents have.
fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Harbour", "version": "0.1.0"},
        "servers": [{"url": "https://one.example"}, {"url": "https://two.example"}],
        "tags": [{"name": "boats"}, {"name": "crew"}],
        "paths": {"/boats/{id}": {"post": {
            "operationId": "renameBoat",
            "summary": "Rename a Boat",
            "tags": ["boats"],
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"$ref": "#/components/parameters/Trace"},
            ],
            "requestBody": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Boat"},
            }}},
            "responses": {
                "200": {"description": "Done.", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Boat"},
                    "examples": {"one": {"summary": "A sloop", "value": {"name": "Ann"}}},
                }}},
                "404": {"$ref": "#/components/responses/NotFound"},
            },
        }}},
        "components": {
            "parameters": {"Trace": {"name": "trace", "in": "header", "schema": {"type": "string"}}},
            "responses": {"NotFound": {"description": "No such boat."}},
            "schemas": {
                "Boat": {
                    "type": "object",
                    "description": "A boat.",
                    "properties": {
                        "name": {"type": "string", "maxLength": 20},
                        "owner": {"$ref": "#/components/schemas/Owner"},
                    },
                },
                "Owner": {"type": "object", "properties": {"name": {"type": "string"}}},
            },
        },
    })
}

/// The changes as people read them: class, operation and words.
fn changes(old: &Value, new: &Value) -> Vec<String> {
    let change = |change: &Revision| {
        let one = Diff {
            changes: vec![change.clone()],
        };
        let text = super::drift::plain(&changes::diff::text(&one));
        let text = String::from_utf8(text).expect("text");
        let mut lines = text.lines().map(str::trim);
        let head = lines.next().unwrap_or_default();
        format!("{head}: {}", lines.next().unwrap_or_default())
    };
    diff(old, new).changes.iter().map(change).collect()
}

/// Checks what people read after an edit.
#[track_caller]
fn check(edit: impl FnOnce(&mut Value), expected: &[&str]) {
    let (old, mut new) = (document(), document());
    edit(&mut new);
    assert_ne!(old, new, "invalid test case");
    let found = changes(&old, &new);
    assert_eq!(found, expected);
}

/// Checks what people read after an edit of what a pointer leads to; of a member that is not there
/// yet, and of one that goes where the value is null.
#[track_caller]
fn check_at(pointer: &str, value: Value, expected: &[&str]) {
    let (holder, member) = pointer.rsplit_once('/').expect("a member");
    let member = claims::Pointer::unescape(member);
    check(
        |new| match new.pointer_mut(holder) {
            Some(Value::Array(items)) if value.is_null() => {
                drop(items.remove(member.parse().expect("an index")));
            }
            Some(Value::Object(members)) if value.is_null() => {
                drop(members.shift_remove(&*member));
            }
            Some(holder) => holder[&*member] = value,
            None => panic!("invalid test case: {holder}"),
        },
        expected,
    );
}

/// The operation that the sample is about.
fn post(document: &mut Value) -> &mut Value {
    &mut document["paths"]["/boats/{id}"]["post"]
}

const POST: &str = "operation POST /boats/{id}";
const AT: &str = "/paths/~1boats~1{id}/post";

#[test]
fn labels_and_order_are_wording() {
    let example = "200 · examples";
    let summary = format!("{AT}/responses/200/content/application~1json/examples/one/summary");
    table! {
        "/info/title", "Port" => "document as a whole: wording info/title reworded";
        "/components/schemas/Boat/description", "Any boat." =>
            "component schemas/Boat: wording description reworded";
        &summary, "A ketch" => &format!("{POST}: wording {example} reworded");
        &format!("{AT}/x-colour"), "red" =>
            &format!("{POST}: wording x-colour is now `red`");
    }
}

#[test]
fn what_no_rule_knows_is_breaking() {
    check(
        |new| new["servers"].as_array_mut().expect("servers").reverse(),
        &["document as a whole: breaking servers in another order"],
    );
    table! {
        "/webhooks", {} => "document as a whole: wording webhooks in other words";
        "/paths/~1boats~1{id}/parameters", [] =>
            "path /boats/{id}: wording parameters in other words";
        "/jsonSchemaDialect", "https://dialect.example" =>
            "document as a whole: breaking jsonSchemaDialect is now `https://dialect.example`";
        &format!("{AT}/deprecated"), true =>
            &format!("{POST}: compatible deprecated is now `true`");
        "/openapi", "3.2.0" => "document as a whole: breaking openapi was `3.1.0`, is `3.2.0`";
    }
}

/// The names in a map are no keywords, whatever they are called.
#[test]
fn a_name_like_a_keyword_is_none() {
    let hook = |pointer: &str, unknown: &str| {
        let (mut new, mut value) = (document(), json!({ "unknown": unknown }));
        for token in pointer.rsplit('/') {
            value = json!({ token: value });
        }
        new["webhooks"] = value;
        new
    };
    for pointer in [
        "title",
        "a/post/responses/200/headers/description",
        "a/post/responses/200/content/example",
        "a/post/responses/200/links/x-link",
        "a/post/callbacks/summary",
        "a/post/requestBody/content/a/encoding/title",
        "a/post/requestBody/content/a/schema/dependentSchemas/title",
        "a/post/requestBody/content/a/schema/discriminator/mapping/title",
    ] {
        let found = changes(&hook(pointer, "a"), &hook(pointer, "b"));
        let [found] = &*found else {
            panic!("{pointer}: {found:?}");
        };
        assert!(found.contains(": breaking "), "{pointer}: {found}");
        assert!(found.contains("unknown"), "{pointer}: {found}");
    }
    let reworded = changes(&hook("a/post/summary", "a"), &hook("a/post/summary", "b"));
    assert!(reworded[0].contains(": wording "), "{reworded:?}");
}

/// Servers and parameters are code in their order; the order of other lists states nothing.
#[test]
fn lists_in_another_order() {
    const LIST: [&str; 2] = ["a", "b"];
    check(
        |new| {
            let parameters = post(new)["parameters"].as_array_mut();
            parameters.expect("parameters").reverse();
        },
        &[&format!("{POST}: breaking parameters in another order")],
    );
    for (pointer, class) in [
        ("/x-list", "wording"),
        ("/webhooks/a/parameters", "breaking"),
        ("/webhooks/a/servers", "wording"),
        ("/servers", "breaking"),
        ("/components/examples/a/value/parameters", "wording"),
        ("/components/examples/a/value/servers", "wording"),
    ] {
        let with = |list: Value| {
            let (mut new, mut value) = (document(), list);
            let mut tokens: Vec<&str> = pointer.split('/').skip(1).collect();
            let first = tokens.remove(0);
            for token in tokens.iter().skip(usize::from(first == "components")).rev() {
                value = json!({ *token: value });
            }
            if first == "components" {
                new["components"][tokens[0]] = value;
            } else {
                new[first] = value;
            }
            new
        };
        let [one, other] = LIST;
        let found = changes(&with(json!([one, other])), &with(json!([other, one])));
        assert_eq!(found.len(), 1, "{found:?}");
        let due = format!(": {class} ");
        assert!(found[0].contains(&due), "{pointer}: {found:?}");
    }
}

/// A change in a shared schema is one, and the direction that it breaks decides.
#[test]
fn a_shared_schema_is_judged_where_it_is_used() {
    table! {
        "/components/schemas/Boat/properties/name/maxLength", 30 =>
            "component schemas/Boat: breaking name · maxLength was `20`, is `30`";
    }
}

#[test]
fn a_body_comes_and_goes() {
    table! {
        &format!("{AT}/requestBody"), null =>
            &format!("{POST}: breaking body removed");
    }
}
