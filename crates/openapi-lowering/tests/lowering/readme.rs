//! The README's example is what the crate does.

use openapi_lowering::lower;
use serde_json::Value;

/// Returns the block of code that follows a heading.
fn block<'r>(readme: &'r str, heading: &str) -> &'r str {
    let (_, after) = readme.split_once(heading).expect("a heading of the README");
    let mut fences = after.split("```");
    let block = fences.nth(1).expect("a block of code");
    block.split_once('\n').expect("a block of code").1
}

#[test]
fn the_example_of_the_readme_is_true() {
    let readme = include_str!("../../README.md");
    let document: Value = serde_json::from_str(block(readme, "OpenAPI 3.1:")).expect("JSON");
    let lowered: Value = serde_json::from_str(block(readme, "OpenAPI 3.0:")).expect("JSON");
    let found = lower(&document).expect("an OpenAPI 3.1 document");
    assert_eq!(found.document, lowered);
    let losses: Vec<String> = found.losses().map(ToString::to_string).collect();
    assert_eq!(losses.join("\n"), block(readme, "The loss:").trim_end());
}
