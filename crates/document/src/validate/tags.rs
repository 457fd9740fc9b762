//! Tags of OpenAPI 3.2 are nested in tags.

use std::collections::BTreeMap;

use serde_json::Value;

use super::problem::Problem;
use crate::json::elements;

/// Every tag whose parent does not exist, or that is its own ancestor.
pub(super) fn nested(document: &Value) -> Vec<Problem> {
    let tags: BTreeMap<&str, Option<&str>> = elements(&document["tags"])
        .filter_map(|tag| Some((tag["name"].as_str()?, tag["parent"].as_str())))
        .collect();
    let mut problems = Vec::new();
    for (index, tag) in elements(&document["tags"]).enumerate() {
        let Some(parent) = tag["parent"].as_str() else {
            continue;
        };
        let pointer = format!("/tags/{index}/parent");
        if !tags.contains_key(parent) {
            let problem = "expected a tag of the document as parent, but found none instead";
            problems.push(Problem::new(pointer, problem));
            continue;
        }
        // No chain of parents is longer than the list of tags, unless it leads back.
        let mut outer = Some(parent);
        let mut steps = 0;
        while let Some(name) = outer.filter(|_| steps <= tags.len()) {
            outer = tags.get(name).copied().flatten();
            steps += 1;
        }
        if outer.is_some() {
            let problem =
                "expected tags that end in one without parent, but found a circle instead";
            problems.push(Problem::new(pointer, problem));
        }
    }
    problems
}
