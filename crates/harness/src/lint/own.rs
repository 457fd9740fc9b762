//! Our own rules, which the public linters do not have.

use document::lint::{Broken, lint, schemas};

use super::linter::Problem;
use crate::documents::Document;

/// Returns every place where an OpenAPI document or a JSON Schema breaks one of our rules.
///
/// `cargo xtask check` applies them to the documents before they are written; this is about the files
/// in `spec/`.
#[must_use]
pub fn own(documents: &[Document]) -> Vec<Problem> {
    let broken = |document: &Document| {
        let broken: Vec<Broken> = match document.value.get("openapi") {
            Some(_) => lint(&document.value),
            None => schemas(&document.value),
        };
        let file = document.path.clone();
        broken.into_iter().map(move |broken| Problem {
            file: file.clone(),
            at: broken.pointer,
            rule: broken.rule.as_str().to_owned(),
            message: broken.problem,
        })
    };
    documents.iter().flat_map(broken).collect()
}
