//! References lead somewhere, and components are used.

use std::collections::BTreeSet;

use serde_json::Value;

use super::problem::Problem;
use crate::json::{elements, members, step};
use crate::walk::{Kind, walk};

/// Every `$ref` that does not resolve within the document, which is of this kind.
pub(super) fn resolve(document: &Value, kind: Kind) -> Vec<Problem> {
    let mut problems = Vec::new();
    walk(document, kind, &mut |node| {
        let Some(target) = node.value.get("$ref").and_then(Value::as_str) else {
            return;
        };
        let path = target.strip_prefix('#');
        if path.and_then(|path| document.pointer(path)).is_none() {
            problems.push(Problem::new(
                format!("{node}/$ref"),
                format!("expected a reference that resolves, but found `{target}` instead"),
            ));
        }
    });
    problems
}

/// Every component that nothing refers to, and every security requirement that refers to nothing.
pub(super) fn used(document: &Value) -> Vec<Problem> {
    let mut used = BTreeSet::new();
    let mut problems = Vec::new();
    walk(document, Kind::Document, &mut |node| {
        if let Some(target) = node.value.get("$ref").and_then(Value::as_str) {
            used.extend(target.strip_prefix('#').map(str::to_owned));
        }
        if !matches!(node.kind, Kind::Document | Kind::Operation) {
            return;
        }
        for (index, requirement) in elements(&node.value["security"]).enumerate() {
            for (scheme, _) in members(requirement) {
                let target = step("/components/securitySchemes", scheme);
                if document.pointer(&target).is_none() {
                    problems.push(Problem::new(
                        step(&format!("{node}/security/{index}"), scheme),
                        "expected a security scheme of the document, but found none instead",
                    ));
                }
                used.insert(target);
            }
        }
    });
    for kind in ["schemas", "securitySchemes", "parameters", "responses"] {
        for (name, _) in members(&document["components"][kind]) {
            let pointer = step(&format!("/components/{kind}"), name);
            if !used.contains(&pointer) {
                let problem = "expected a use of this component, but found none instead";
                problems.push(Problem::new(pointer, problem));
            }
        }
    }
    problems
}
