//! `spec/README.md`: what each file is, for whom, and how to take it.

use std::fmt::Write as _;

use document::Documents;

/// The text of `spec/README.md`.
pub(crate) fn readme(documents: &Documents) -> String {
    let mut providers = String::new();
    for id in documents.providers.keys() {
        let what = "the same of one page alone | reviewers of that page";
        let _ = writeln!(providers, "| `providers/{id}.json` | {what} |");
    }
    let mut schemas = String::new();
    for vendor in documents.schemas.keys() {
        let what = "JSON Schema 2020-12 of the types | validators, form builders";
        let _ = writeln!(schemas, "| `schemas/{vendor}.schema.json` | {what} |");
    }
    include_str!("readme.md")
        .replace("{providers}\n", &providers)
        .replace("{schemas}\n", &schemas)
}
