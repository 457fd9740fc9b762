//! Canonical text: the same value gives the same bytes on any machine.

mod yaml;

use serde_json::Value;

/// The document as JSON (RFC 8259), indented by two, with a final line end.
#[must_use]
pub fn json(document: &Value) -> String {
    format!("{document:#}\n")
}

/// The document as YAML that readers of 1.1 and of 1.2 read alike, below a line that says what
/// wrote it.
#[must_use]
pub fn yaml(document: &Value) -> String {
    let body = yaml::body(document);
    format!("# Written by `cargo xtask export`; do not edit.\n{body}")
}
