//! The same documents give the same text, and the text gives the same documents.

use document::{json, yaml};
use serde_json::Value;

fn documents() -> Vec<Value> {
    let documents = crate::documents();
    let consolidated = [documents.consolidated].into_iter();
    consolidated
        .chain(documents.providers.into_values())
        .chain(documents.schemas.into_values())
        .collect()
}

#[test]
fn json_reads_back_as_the_document() {
    for document in documents() {
        assert_eq!(
            serde_json::from_str::<Value>(&json(&document)).unwrap(),
            document
        );
    }
}

#[test]
fn the_same_catalogue_gives_the_same_bytes() {
    // utoipa keeps extensions in hash maps, which differ from one to the next even in one process.
    let render = || -> Vec<String> {
        documents()
            .iter()
            .flat_map(|it| [json(it), yaml(it)])
            .collect()
    };
    let first = render();
    for _ in 0..8 {
        assert!(render() == first, "two renderings differ");
    }
}

#[test]
fn text_ends_with_one_line_end_and_has_no_trailing_space() {
    for document in documents() {
        for text in [json(&document), yaml(&document)] {
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
            assert!(!text.contains('\r'));
            assert!(text.lines().all(|line| line == line.trim_end()));
        }
    }
    assert!(yaml(&Value::Null).starts_with("# Written by `cargo xtask export`; do not edit.\n"));
}
