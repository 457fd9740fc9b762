//! What is explained: an operation, or what stands at a pointer.

use claims::{Claim, Pointer};
use serde_json::Value;

use super::resolve::referred;

/// What is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An operation as a whole, whatever its claims' pointers.
    Operation {
        /// As claims call it.
        name: String,
        /// Its id, where it has one.
        id: Option<String>,
        pointer: String,
    },
    /// What stands at or below a pointer, and at or below what it refers to.
    Node {
        pointer: String,
        target: Option<String>,
    },
}

/// Every operation, in the order of the document.
pub(super) fn operations(document: &Value) -> impl Iterator<Item = Subject> {
    let paths = document.get("paths").and_then(Value::as_object);
    paths.into_iter().flatten().flat_map(|(path, item)| {
        let node = Pointer::step("/paths", path);
        let item = item.as_object().into_iter().flatten();
        let operations = item.filter(|(_, operation)| operation.get("responses").is_some());
        operations.map(move |(method, operation)| Subject::Operation {
            name: format!("{} {path}", method.to_uppercase()),
            id: operation["operationId"].as_str().map(str::to_owned),
            pointer: Pointer::step(&node, method).to_string(),
        })
    })
}

impl Subject {
    /// What stands at a pointer that leads somewhere.
    pub(super) fn at(document: &Value, pointer: &str) -> Self {
        let operation = operations(document).find(|operation| operation.pointer() == pointer);
        operation.unwrap_or_else(|| Self::node(document, pointer))
    }

    /// What stands at a pointer, operation or not.
    pub(super) fn node(document: &Value, pointer: &str) -> Self {
        Self::Node {
            pointer: pointer.to_owned(),
            target: referred(document, pointer).map(str::to_owned),
        }
    }

    pub(super) fn pointer(&self) -> &str {
        match self {
            Self::Operation { pointer, .. } | Self::Node { pointer, .. } => pointer,
        }
    }

    /// What within the subject a claim is about, if it is about the subject at all.
    pub(super) fn about(&self, claim: &Claim, at: &str) -> Option<String> {
        match self {
            Self::Operation { name, .. } => (*claim.operation == **name).then(|| within(claim)),
            Self::Node { pointer, target } => {
                let target = || target.as_ref().and_then(|target| below(target, claim, at));
                below(pointer, claim, at).or_else(target)
            }
        }
    }
}

/// What within a node a claim is about, if it is made at or below the node.
fn below(node: &str, claim: &Claim, at: &str) -> Option<String> {
    let last = claim.name.rsplit('.').next().unwrap_or_default();
    // Whether a property is required is said beside the properties, not below it.
    if let Some((schema, property)) = node.rsplit_once("/properties/") {
        let beside = ["required", "anyOf"].map(|keyword| format!("{schema}/{keyword}"));
        if beside.iter().any(|beside| beside == at) {
            return (*Pointer::step("", last) == *format!("/{property}")).then(String::new);
        }
    }
    let below = at.strip_prefix(node)?;
    match below {
        _ if !below.is_empty() && !below.starts_with('/') => None,
        _ if node.starts_with("/paths") => Some(within(claim)),
        "/required" | "/anyOf" => Some(last.to_owned()),
        below => Some(properties(below)),
    }
}

/// The properties on the way down, with dots between them.
fn properties(below: &str) -> String {
    let mut steps = below.split('/');
    let mut names = Vec::new();
    while let Some(step) = steps.next() {
        if step == "properties" {
            names.extend(steps.next().map(unescaped));
        }
    }
    names.join(".")
}

/// Place and name of a claim: `200 · emails.emailKey`.
pub(super) fn within(claim: &Claim) -> String {
    let parts = [&*claim.place, &*claim.name];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn unescaped(step: &str) -> String {
    claims::Pointer::unescape(step).into_owned()
}
