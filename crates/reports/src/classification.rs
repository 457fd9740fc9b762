//! The class of each property and parameter, as an overlay (OpenAPI Overlay 1.0.0) that adds
//! `x-data-classification` to its schema.

use std::fmt::Write as _;

use review::Reviewed;
use review::classes::{BASIS, Category, Class, DPV, FIDESLANG, Masking, Sensitivity};
use serde::Serialize;
use serde_json::json;

use crate::Tool;
use crate::elements::elements;

/// `x-data-classification` as OpenAPI's registry has it, and what a class says beside that.
#[derive(Serialize)]
struct Classification<'c> {
    category: Category,
    sensitivity: Sensitivity,
    masking: &'c Masking,
    #[serde(skip_serializing_if = "Option::is_none")]
    dpv: Option<String>,
    fideslang: &'c str,
    class: &'c str,
    basis: &'static str,
}

impl<'c> Classification<'c> {
    fn of(class: &'c Class) -> Self {
        Self {
            category: class.category,
            sensitivity: class.sensitivity,
            masking: &class.masking,
            dpv: class
                .dpv
                .as_ref()
                .map(|term| format!("https://w3id.org/dpv/pd#{term}")),
            fideslang: &class.fideslang,
            class: class.id(),
            basis: BASIS.as_str(),
        }
    }
}

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
        json!([DPV.name, FIDESLANG.name])
    );
    let all = elements(reviewed.document).into_iter();
    for element in all.filter(|it| !it.pointer.starts_with("/components/securitySchemes/")) {
        let Some(given) = reviewed.classed.at(&element.pointer) else {
            continue;
        };
        let node = reviewed.document.pointer(&element.pointer);
        let is_parameter = node.is_some_and(|node| node["in"].is_string());
        let path = element.path + if is_parameter { "['schema']" } else { "" };
        let class = json!(Classification::of(given.class));
        let _ = write!(
            overlay,
            "  - target: {}\n    update:\n      x-data-classification: {class}\n",
            json!(path)
        );
    }
    overlay
}
