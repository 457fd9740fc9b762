//! Tags are pages; in OpenAPI 3.2, a tag may be no more than the parent of others.

use serde_json::json;

use super::{check, check_all};

#[test]
fn how_tags_are_nested_and_shown_is_a_label() {
    check_all(
        r#"
        { "tags": [ { "name": "G", "summary": "G", "description": "Of it.", "kind": "nav" }, { "name": "a", "summary": "A", "description": "Of it.", "parent": "G", "kind": "nav" } ] }
            => page · a · description = stated @ /tags/1/description
        "#,
    );
}

#[test]
fn a_parent_that_operations_have_is_a_page() {
    check_all(
        r#"
        { "tags": [ { "name": "G", "description": "Of it." }, { "name": "a", "description": "Of it.", "parent": "G" } ], "paths": { "/a": { "get": { "tags": ["G"], "x-documentation": "listed" } } } }
            => page · G · description = stated @ /tags/0/description
            => page · a · description = stated @ /tags/1/description
            => GET /a · operation · listed = G @ /paths/~1a/get/tags
        "#,
    );
}

#[test]
fn a_tag_that_nothing_uses_and_nothing_is_within_is_a_page() {
    check(
        &json!({ "tags": [{ "name": "a", "description": "Of it.", "parent": "other" }] }),
        &["page · a · description = stated @ /tags/0/description"],
    );
}
