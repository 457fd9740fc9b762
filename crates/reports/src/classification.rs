//! The class of each property and parameter, as an overlay (OpenAPI Overlay 1.0.0) that adds
//! `x-data-classification` to its schema.

use std::fmt::Write as _;

use review::classes::{Class, DPV, FIDESLANG};
use review::{Basis, Reviewed};
use serde_json::{Value, json};

use crate::Tool;
use crate::elements::elements;

/// The overlay, as YAML whose leaves are one line each. The registry has the key on schemas only, so
/// security schemes have none.
#[must_use]
pub fn classification(reviewed: &Reviewed, tool: &Tool) -> String {
    let mut overlay = format!(
        "# Written by `{}`; do not edit.\n\
         overlay: 1.0.0\n\
         extends: ../openapi.json\n\
         info:\n  title: What kind of data each field and parameter is\n  version: 1.0.0\n  \
         x-vocabularies: {}\n\
         actions:\n",
        tool.export,
        json!([DPV, FIDESLANG])
    );
    let all = elements(reviewed.document).into_iter();
    for element in all.filter(|it| !it.pointer.starts_with("/components/securitySchemes/")) {
        let Some(class) = reviewed.classed.at(&element.pointer) else {
            continue;
        };
        let node = reviewed.document.pointer(&element.pointer);
        let is_parameter = node.is_some_and(|node| node["in"].is_string());
        let path = element.path + if is_parameter { "['schema']" } else { "" };
        let _ = write!(
            overlay,
            "  - target: {}\n    update:\n      x-data-classification: {}\n",
            json!(path),
            value(class)
        );
    }
    overlay
}

/// The members of OpenAPI's registry, then ours.
fn value(class: &Class) -> Value {
    let mut value = json!({
        "category": class.category.as_str(),
        "sensitivity": class.sensitivity.as_str(),
        "masking": class.masking,
        "fideslang": class.fideslang,
        "class": class.id(),
        "basis": Basis::Inferred.as_str(),
    });
    if let Some(term) = &class.dpv {
        value["dpv"] = json!(format!("https://w3id.org/dpv/pd#{term}"));
    }
    value
}
