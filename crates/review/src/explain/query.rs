//! What a query asks about.

use claims::{Claim, Pointer};
use serde_json::Value;

use super::names::{Named, SCHEMAS, named, operations};
use super::resolve::{referred, resolve};

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
    /// What stands at a pointer that leads somewhere.
    fn at(document: &Value, pointer: &str) -> Self {
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

    /// What it is called: as asked for if that is a pointer, as in the document otherwise.
    pub(super) fn title(&self, document: &Value, query: &str) -> String {
        match self {
            Self::Operation { name, id, .. } => match id {
                Some(id) => format!("{name} ({id})"),
                None => name.clone(),
            },
            Self::Node { pointer, .. } => {
                let mut named = named(document).into_iter();
                let named = named.find(|named| named.pointer == *pointer);
                let named = named.filter(|_| !query.starts_with(['/', '#']));
                named.map_or_else(|| query.to_owned(), |named| named.name)
            }
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

/// What a query finds in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(Subject),
    /// What it may mean, by name.
    Many(Vec<String>),
    Nothing,
}

/// What a query asks about.
pub(super) fn find(document: &Value, query: &str) -> Found {
    let pointer = query.strip_prefix('#').unwrap_or(query);
    if pointer.starts_with('/') {
        return match resolve(document, pointer) {
            Some(pointer) => Found::One(Subject::at(document, &pointer)),
            None => only(document, &at_path(document, query)),
        };
    }
    let all = named(document);
    let by = |same: &dyn Fn(&Named) -> bool| -> Vec<Named> {
        all.iter().filter(|named| same(named)).cloned().collect()
    };
    let bare = |name: &Named, same: &dyn Fn(&str) -> bool| name.bare.as_deref().is_some_and(same);
    let plain = plain(query);
    // The more of it that must be as asked for, the earlier.
    let exact = by(&|named| named.name == query);
    if let Some(found) = exact.first() {
        return Found::One(Subject::at(document, &found.pointer));
    }
    if let Some(pointer) = nested(document, &query.replace('/', ".")) {
        return Found::One(Subject::at(document, &pointer));
    }
    let alike: [&dyn Fn(&Named) -> bool; 3] = [
        &|named| self::plain(&named.name) == plain,
        &|named| bare(named, &|name| name == query),
        &|named| bare(named, &|name| self::plain(name) == plain),
    ];
    let mut found = alike.iter().map(|same| by(same));
    let found = found.find(|found| !found.is_empty());
    only(document, &found.unwrap_or_default())
}

fn only(document: &Value, found: &[Named]) -> Found {
    match found {
        [] => Found::Nothing,
        [one] => Found::One(Subject::at(document, &one.pointer)),
        many => Found::Many(many.iter().map(|named| named.name.clone()).collect()),
    }
}

/// A name whatever its case and what stands between its parts.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace(" · ", " ");
    match name.split_once(' ') {
        // An operation has a path.
        Some(_) => name,
        None => name.replace('/', "."),
    }
}

/// The operations of a path.
fn at_path(document: &Value, path: &str) -> Vec<Named> {
    let operations = operations(document).filter_map(|operation| match operation {
        Subject::Operation { name, pointer, .. } => {
            let same = name.split_once(' ')?.1.eq_ignore_ascii_case(path);
            let bare = None;
            same.then_some(Named {
                name,
                bare,
                pointer,
            })
        }
        Subject::Node { .. } => None,
    });
    operations.collect()
}

/// A property from the schema that it is in, through as many others as are named.
fn nested(document: &Value, query: &str) -> Option<String> {
    let mut names = query.split('.');
    let mut pointer = member(document, SCHEMAS, names.next()?)?;
    for name in names {
        // The properties of an array are those of its items.
        let own = resolve(document, &format!("{pointer}/properties"));
        let of_items = || resolve(document, &format!("{pointer}/items/properties"));
        pointer = member(document, &own.or_else(of_items)?, name)?;
    }
    Some(pointer)
}

/// The member of that name, or the only one if case does not matter.
fn member(document: &Value, node: &str, name: &str) -> Option<String> {
    let members = document.pointer(node)?.as_object()?;
    let at = |name: &str| Pointer::step(node, name).to_string();
    if members.contains_key(name) {
        return Some(at(name));
    }
    let mut alike = members
        .keys()
        .filter(|member| member.eq_ignore_ascii_case(name));
    let found = alike.next()?;
    alike.next().is_none().then(|| at(found))
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
