//! Defaults, constants and listed values that their own schema does not accept.

use std::collections::BTreeSet;

use serde_json::Value;

use super::broken::{Broken, Rule};
use crate::json::elements;
use crate::validator::plain_validator;
use crate::walk::Node;

/// The values in a schema that do not fit it, and those that it lists twice.
pub(super) fn misfits(document: &Value, node: &Node) -> Vec<Broken> {
    let mut values = Vec::new();
    for keyword in ["default", "const"] {
        let value = node.value.get(keyword);
        values.extend(value.map(|value| (format!("{node}/{keyword}"), value)));
    }
    let listed = elements(&node.value["enum"]).enumerate();
    values.extend(listed.map(|(index, value)| (format!("{node}/enum/{index}"), value)));
    if values.is_empty() {
        return Vec::new();
    }
    let mut broken = repeated(node);
    // A schema that cannot be applied is another rule's.
    let Some(validator) = plain_validator(document, node.value) else {
        return broken;
    };
    let nullable = node.value["nullable"] == true;
    for (pointer, value) in values {
        if validator.is_valid(value) || (nullable && value.is_null()) {
            continue;
        }
        for error in validator.iter_errors(value) {
            let problem = format!(
                "expected a value that fits its own schema, but {}",
                error.masked_with("the value")
            );
            let pointer = format!("{pointer}{}", error.instance_path());
            broken.push(Broken::new(Rule::Value, pointer, problem));
        }
    }
    broken
}

fn repeated(node: &Node) -> Vec<Broken> {
    let mut known = BTreeSet::new();
    let listed = elements(&node.value["enum"]).enumerate();
    let twice = listed.filter(|(_, value)| !known.insert(value.to_string()));
    let broken = twice.map(|(index, _)| {
        let problem = "expected each value once, but found one that is listed before instead";
        Broken::new(Rule::Value, format!("{node}/enum/{index}"), problem)
    });
    broken.collect()
}
