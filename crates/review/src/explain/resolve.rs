//! Where pointers and references of a document lead.

use std::collections::BTreeMap;

use serde_json::Value;

/// Where a pointer leads when every reference on the way, but not at its end, is followed.
pub(super) fn resolve(document: &Value, pointer: &str) -> Option<String> {
    let mut resolved = String::new();
    for step in pointer.split('/').skip(1) {
        let below = |node: &str| format!("{node}/{step}");
        let here = document.pointer(&below(&resolved)).is_some();
        if !here {
            referred(document, &resolved)?.clone_into(&mut resolved);
        }
        resolved = below(&resolved);
        document.pointer(&resolved)?;
    }
    Some(resolved)
}

/// A pointer and what it is within, outwards to the document as a whole.
pub(super) fn outwards(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |node| Some(node.rsplit_once('/')?.0))
}

/// What a node refers to in the end.
pub(super) fn referred<'d>(document: &'d Value, node: &str) -> Option<&'d str> {
    /// References may lead in a circle.
    const MOST: usize = 32;
    let next = |node: &str| {
        let reference = document.pointer(node)?.get("$ref")?.as_str()?;
        reference.strip_prefix('#')
    };
    std::iter::successors(next(node), |node| next(node))
        .take(MOST)
        .last()
}

/// The schema of the body of each status of an operation, where it has a name.
pub(super) fn bodies(document: &Value, operation: &str) -> BTreeMap<String, String> {
    let mut bodies = BTreeMap::new();
    let responses = format!("{operation}/responses");
    let statuses = document.pointer(&responses).and_then(Value::as_object);
    for status in statuses.into_iter().flat_map(|statuses| statuses.keys()) {
        let response = format!("{responses}/{status}");
        let response = referred(document, &response).unwrap_or(&response);
        let content = document.pointer(&format!("{response}/content"));
        let mut types = content.and_then(Value::as_object).into_iter().flatten();
        let schema = |(_, content): (_, &Value)| {
            let reference = content.pointer("/schema/$ref")?.as_str()?;
            Some(reference.rsplit('/').next()?.to_owned())
        };
        if let Some(schema) = types.find_map(schema) {
            bodies.insert(status.clone(), schema);
        }
    }
    bodies
}
