//! The generated part of a change log.

use changes::diff::{diff, markdown};
use serde_json::json;

use super::{document, post};

#[test]
fn the_change_log_names_each_change_once() {
    let (old, mut new) = (document(), document());
    new["components"]["schemas"]["Boat"]["properties"]["name"]["maxLength"] = json!(30);
    new["components"]["schemas"]["Owner"]["properties"]["age"] = json!({"type": "integer"});
    new["info"]["title"] = json!("Port");
    let post = post(&mut new).clone();
    let mut old = old;
    for index in 0..4 {
        let mut one = post.clone();
        one["operationId"] = json!(format!("op{index}"));
        for document in [&mut old, &mut new] {
            document["paths"][format!("/boats{index}/{{id}}")] = json!({"post": one});
        }
    }
    insta::assert_snapshot!(markdown(&diff(&old, &new)));
}

/// A change says whose it is and which operations it concerns; those that it does not name are counted.
#[test]
fn the_change_log_counts_operations() {
    let (old, mut new) = (document(), document());
    post(&mut new)["operationId"] = json!("name");
    let changes = diff(&old, &new).changes;
    let [change] = changes.as_slice() else {
        panic!("invalid test case: {changes:?}");
    };
    let said = "operationId was `renameBoat`, is `name`";
    for (subject, operations, due) in [
        ("", &[][..], format!("the document: {said}")),
        ("GET /a", &["GET /a"], format!("`GET /a`: {said}")),
        (
            "schemas/Boat",
            &["GET /a", "GET /b", "GET /c"],
            format!("`schemas/Boat`: {said} (`GET /a`, `GET /b`, `GET /c`)"),
        ),
        (
            "schemas/Boat",
            &["GET /a", "GET /b", "GET /c", "GET /d"],
            format!("`schemas/Boat`: {said} (`GET /a`, `GET /b`, `GET /c` and 1 more)"),
        ),
    ] {
        let mut change = change.clone();
        change.subject = subject.into();
        change.operations = operations.iter().map(|it| (*it).into()).collect();
        change.concerned = change.operations.len() as u64;
        let text = markdown(&changes::diff::Diff {
            changes: vec![change],
        });
        assert!(text.contains(&format!("\n- {due}\n")), "{text}");
    }
}
