//! Canonical text: the same value gives the same bytes on any machine.

use serde_json::Value;

/// The document as JSON (RFC 8259), indented by two, with a final line end.
#[must_use]
pub fn json(document: &Value) -> String {
    format!("{document:#}\n")
}

/// The document as YAML 1.2, below a line that says what wrote it.
///
/// # Panics
///
/// Never: every JSON value is a YAML value.
#[must_use]
pub fn yaml(document: &Value) -> String {
    let body = serde_yaml_ng::to_string(document).expect("every JSON value is a YAML value");
    format!("# Written by `cargo xtask export`; do not edit.\n{body}")
}
