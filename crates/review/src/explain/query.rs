//! What a query asks about.

use claims::{Claim, Pointer};
use serde_json::Value;

/// Where the schemas of a document are.
const SCHEMAS: &str = "/components/schemas";

/// What a query asks about.
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

impl Subject {
    pub(super) fn pointer(&self) -> &str {
        match self {
            Self::Operation { pointer, .. } | Self::Node { pointer, .. } => pointer,
        }
    }

    pub(super) fn title(&self, query: &str) -> String {
        match self {
            Self::Operation { name, id, .. } => match id {
                Some(id) => format!("{name} ({id})"),
                None => name.clone(),
            },
            Self::Node { .. } => query.to_owned(),
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

/// What a query asks about, if the document has it.
pub(super) fn find(document: &Value, query: &str) -> Option<Subject> {
    let pointer = query.strip_prefix('#').unwrap_or(query);
    if pointer.starts_with('/') {
        let pointer = resolve(document, pointer)?;
        let operation = operations(document).find(|operation| operation.pointer() == pointer);
        return Some(operation.unwrap_or_else(|| node(document, pointer)));
    }
    let asked = |operation: &Subject| match operation {
        Subject::Operation { name, id, .. } => name == query || id.as_deref() == Some(query),
        Subject::Node { .. } => false,
    };
    operations(document).find(asked).or_else(|| {
        let mut names = query.split('.');
        let mut pointer = Pointer::step(SCHEMAS, names.next()?).to_string();
        document.pointer(&pointer)?;
        for name in names {
            // The properties of an array are those of its items.
            let own = resolve(document, &format!("{pointer}/properties"));
            let of_items = || resolve(document, &format!("{pointer}/items/properties"));
            pointer = Pointer::step(&own.or_else(of_items)?, name).to_string();
            document.pointer(&pointer)?;
        }
        Some(node(document, pointer))
    })
}

fn node(document: &Value, pointer: String) -> Subject {
    let target = referred(document, &pointer).map(str::to_owned);
    Subject::Node { pointer, target }
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

/// Every schema and property, each with its pointer: `CitiEmail`, `CitiEmail.emailKey`.
pub(super) fn schemas(document: &Value) -> Vec<(String, String)> {
    let schemas = document.pointer(SCHEMAS).and_then(Value::as_object);
    let mut all = Vec::new();
    for (name, schema) in schemas.into_iter().flatten() {
        let pointer = Pointer::step(SCHEMAS, name);
        let properties = schema["properties"].as_object().into_iter().flatten();
        all.push((name.clone(), pointer.to_string()));
        all.extend(properties.map(|(property, _)| {
            let at = Pointer::step(&format!("{pointer}/properties"), property);
            (format!("{name}.{property}"), at.to_string())
        }));
    }
    all
}

/// Where a pointer leads when every reference on the way, but not at its end, is followed.
fn resolve(document: &Value, pointer: &str) -> Option<String> {
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

/// What a node refers to in the end.
fn referred<'d>(document: &'d Value, node: &str) -> Option<&'d str> {
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

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
