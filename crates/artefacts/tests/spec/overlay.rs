//! The overlay of provenance fits the document that it is for.

use std::collections::BTreeSet;

use serde_json::Value;
use serde_json_path::JsonPath;

use super::text;

/// Every element that is declared in a place, by what is counted there.
fn elements(value: &Value, within: &str, found: &mut usize) {
    match value {
        Value::Object(members) => {
            let declares = ["responses", "properties", "schemas", "securitySchemes"];
            for (name, member) in members {
                let own = member.is_object() && member.get("$ref").is_none();
                let property = within == "properties" && member.is_object();
                let body = name == "requestBody" && within != "properties";
                if declares.contains(&within) && (own || property) || body && own {
                    *found += 1;
                }
                elements(member, name, found);
            }
        }
        Value::Array(items) => {
            let own = items.iter().filter(|item| item.get("$ref").is_none());
            if ["tags", "servers", "parameters"].contains(&within) {
                *found += own.filter(|item| item.is_object()).count();
            }
            for item in items {
                elements(item, "", found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_element_is_the_target_of_one_action() {
    let document: Value = serde_json::from_str(&text("openapi.json")).expect("JSON");
    let overlay = text("overlays/provenance.overlay.yaml");
    let mut selected = BTreeSet::new();
    let mut targets = 0;
    for line in overlay.lines() {
        let Some(target) = line.strip_prefix("  - target: ") else {
            continue;
        };
        targets += 1;
        let target: String = serde_json::from_str(target).expect("a quoted string");
        let path = JsonPath::parse(&target).expect("a JSONPath");
        let nodes = path.query_located(&document);
        let node = nodes.exactly_one().expect(&target);
        assert!(node.node().is_object(), "{target} selects an element");
        selected.insert(node.location().to_json_pointer());
    }
    assert_eq!(selected.len(), targets, "each element is a target once");
    let mut declared = 0;
    elements(&document, "", &mut declared);
    let operations = overlay.matches("']['get']\"").count()
        + ["put", "post", "delete", "patch"]
            .map(|method| overlay.matches(&format!("']['{method}']\"")).count())
            .iter()
            .sum::<usize>();
    assert_eq!(targets, declared + operations, "no element is left out");
}

#[test]
fn no_document_of_ours_has_provenance_in_it() {
    for file in ["openapi.json", "openapi.yaml"] {
        assert!(!text(file).contains("x-provenance"), "{file}");
    }
}
