//! References lead somewhere, and components are used.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Problem, elements, members, step, walk};

/// Every `$ref` that does not resolve within the document.
pub(super) fn resolve(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    walk(document, &mut |place, member, value| {
        let (true, Some(target)) = (member == "$ref", value.as_str()) else {
            return;
        };
        let path = target.strip_prefix('#');
        if path.and_then(|path| document.pointer(path)).is_none() {
            problems.push(Problem::new(
                place.to_string(),
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
    walk(document, &mut |place, member, value| {
        if let ("$ref", Some(target)) = (member, value.as_str()) {
            used.extend(target.strip_prefix('#').map(str::to_owned));
        }
        if member == "security" {
            for (index, requirement) in elements(value).enumerate() {
                for (scheme, _) in members(requirement) {
                    let target = step("/components/securitySchemes", scheme);
                    if document.pointer(&target).is_none() {
                        problems.push(Problem::new(
                            step(&format!("{place}/{index}"), scheme),
                            "expected a security scheme of the document, but found none instead",
                        ));
                    }
                    used.insert(target);
                }
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
