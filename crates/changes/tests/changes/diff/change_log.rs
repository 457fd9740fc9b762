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

/// What concerns the document too says so, and counts the operations that it does not name.
#[test]
fn the_change_log_counts_operations() {
    let (old, mut new) = (document(), document());
    post(&mut new)["operationId"] = json!("name");
    let changes = diff(&old, &new).changes;
    let [change] = changes.as_slice() else {
        panic!("invalid test case: {changes:?}");
    };
    for (operations, whose) in [
        (&[""][..], "the document"),
        (
            &["GET /a", "GET /b", "GET /c"],
            "`GET /a`, `GET /b`, `GET /c`",
        ),
        (
            &["", "GET /a", "GET /b", "GET /c"],
            "the document, `GET /a`, `GET /b`, `GET /c`",
        ),
        (
            &["", "GET /a", "GET /b", "GET /c", "GET /d"],
            "the document, `GET /a`, `GET /b`, `GET /c` and 1 more",
        ),
    ] {
        let of = |operation: &&str| {
            let mut change = change.clone();
            change.change.operation = (*operation).into();
            change
        };
        let changes = operations.iter().map(of).collect();
        let text = markdown(&changes::diff::Diff { changes });
        assert!(
            text.contains(&format!("\n- {whose}: operationId")),
            "{text}"
        );
    }
}
