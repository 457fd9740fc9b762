//! OpenAPI 3.2: groups of tags are tags.

use document::{openapi_3_2, validate};
use serde_json::{Value, json};

fn document(tags: &Value, groups: Option<Value>) -> Value {
    let mut document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Sample", "version": "1", "summary": "It." },
        "tags": tags,
        "paths": { "/a": { "get": {
            "operationId": "getA",
            "tags": ["a"],
            "responses": { "200": { "description": "It." } },
        } } },
    });
    if let Some(groups) = groups {
        document["x-tagGroups"] = groups;
    }
    document
}

#[track_caller]
fn check(tags: &Value, groups: Option<Value>, expected: &Value) {
    let nested = openapi_3_2(&document(tags, groups));
    assert_eq!(&nested["tags"], expected, "{:#}", nested["tags"]);
    assert_eq!(validate::openapi_3_2(&nested), []);
    assert_eq!(nested["openapi"], "3.2.0");
    assert!(nested.get("x-tagGroups").is_none());
}

#[test]
fn a_group_is_the_parent_of_its_tags() {
    check(
        &json!([
            { "name": "a", "description": "A.", "x-displayName": "Page A", "x-own": 1 },
            { "name": "c", "summary": "Own", "x-displayName": "Page C" },
            { "name": "b" },
        ]),
        Some(json!([{ "name": "G", "tags": ["a", "b"] }])),
        &json!([
            { "name": "G", "summary": "G", "description": "The APIs of Page A and b.", "kind": "nav" },
            { "name": "a", "summary": "Page A", "description": "A.", "x-own": 1, "parent": "G", "kind": "nav" },
            { "name": "c", "summary": "Own", "kind": "nav" },
            { "name": "b", "parent": "G", "kind": "nav" },
        ]),
    );
}

#[test]
fn a_group_with_the_name_of_a_tag_is_that_tag() {
    check(
        &json!([{ "name": "a" }, { "name": "b", "kind": "badge" }]),
        Some(json!([{ "name": "a", "tags": ["a", "b"] }, { "name": "G", "tags": ["b"] }])),
        &json!([{ "name": "a", "kind": "nav" }, { "name": "b", "kind": "badge", "parent": "a" }]),
    );
}

#[test]
fn a_group_of_one_tag_that_is_shown_by_its_name_adds_nothing() {
    let alone = |name: &str| Some(json!([{ "name": name, "tags": ["a"] }]));
    check(
        &json!([{ "name": "a", "x-displayName": "A" }]),
        alone("A"),
        &json!([{ "name": "a", "summary": "A", "kind": "nav" }]),
    );
    check(
        &json!([{ "name": "a", "x-displayName": "A" }]),
        alone("B"),
        &json!([
            { "name": "B", "summary": "B", "description": "The API of A.", "kind": "nav" },
            { "name": "a", "summary": "A", "parent": "B", "kind": "nav" },
        ]),
    );
}

#[test]
fn a_group_of_many_names_them_all() {
    let tags = json!([{ "name": "a" }, { "name": "b" }, { "name": "c" }]);
    let groups = json!([{ "name": "G", "tags": ["a", "b", "c"] }]);
    let nested = openapi_3_2(&document(&tags, Some(groups)));
    let description = &nested["tags"][0]["description"];
    assert_eq!(description, "The APIs of a, b and c.");
}

#[test]
fn tags_without_groups_stand_alone() {
    check(
        &json!([{ "name": "a", "x-displayName": "A" }]),
        None,
        &json!([{ "name": "a", "summary": "A", "kind": "nav" }]),
    );
}

#[test]
fn all_else_stays() {
    let before = document(&json!([{ "name": "a" }]), None);
    let mut after = openapi_3_2(&before);
    after["openapi"] = before["openapi"].clone();
    after["tags"] = before["tags"].clone();
    assert_eq!(after, before);
    let mut bare = before.clone();
    bare.as_object_mut().expect("an object").remove("tags");
    let nested = openapi_3_2(&bare);
    assert!(nested.get("tags").is_none());
}

#[test]
fn a_parent_that_is_no_tag_or_leads_in_a_circle_is_a_problem() {
    let problems = |tags: Value| {
        let mut nested = openapi_3_2(&document(&json!([]), None));
        nested["tags"] = tags;
        let problems = validate::openapi_3_2(&nested).into_iter();
        problems
            .map(|it| format!("{}: {}", it.pointer, it.problem))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        problems(json!([{ "name": "a", "parent": "b" }])),
        ["/tags/0/parent: expected a tag of the document as parent, but found none instead"]
    );
    let circle = "expected tags that end in one without parent, but found a circle instead";
    assert_eq!(
        problems(json!([{ "name": "a", "parent": "a" }])),
        [format!("/tags/0/parent: {circle}")]
    );
    assert_eq!(
        problems(
            json!([{ "name": "a", "parent": "b" }, { "name": "b", "parent": "a" }, { "name": "c" }])
        ),
        [
            format!("/tags/0/parent: {circle}"),
            format!("/tags/1/parent: {circle}")
        ]
    );
    assert_eq!(
        problems(
            json!([{ "name": "a", "parent": "b" }, { "name": "b", "parent": "c" }, { "name": "c" }])
        ),
        Vec::<String>::new()
    );
    // The official schema is applied.
    assert_eq!(problems(json!([{ "name": "a", "kind": 5 }])).len(), 1);
}

/// What is not valid is left to the validator: nothing panics.
#[test]
fn what_is_no_object_stays() {
    for value in [json!(null), json!([]), json!("a"), json!(1)] {
        assert_eq!(openapi_3_2(&value), value);
    }
}
