//! The operations that a document has, before anything within them is read.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{ADDITIONAL, METHODS};
use crate::Pointer;
use crate::reader::members;

/// An operation of a document, by method and path.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// In capitals: `GET`.
    pub method: String,
    /// As the document writes it: `/boats/{boatId}`.
    pub path: &'d str,
    /// Where the document has it.
    pub pointer: Pointer,
    /// What the document has there.
    pub value: &'d Value,
    pub(super) node: Arc<str>,
    /// The path item that it is in, whose parameters and servers are in effect for it too.
    pub(super) item: Item<'d>,
}

impl Operation<'_> {
    /// What claims call it: `GET /boats/{boatId}`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// A path item, where it is defined.
#[derive(Clone, Debug)]
pub(super) struct Item<'d> {
    pub(super) node: Arc<str>,
    pub(super) value: &'d Value,
}

impl<'d> Item<'d> {
    /// The path item at a path; a reference to a component is followed.
    pub(super) fn of(document: &'d Value, path: &str, value: &'d Value) -> Self {
        let reference = members(value).filter(|it| it.len() == 1);
        let reference = reference.and_then(|it| it.get("$ref")?.as_str()?.strip_prefix('#'));
        let target = reference.and_then(|it| Some((it, document.pointer(it)?)));
        match target {
            Some((node, value)) => Self {
                node: node.into(),
                value,
            },
            None => Self {
                node: Pointer::step("/paths", path),
                value,
            },
        }
    }

    /// The operations of other methods, if each is one.
    pub(super) fn other(&self) -> Option<&'d Map<String, Value>> {
        let other = self.value.get(ADDITIONAL).and_then(members)?;
        other.values().all(Value::is_object).then_some(other)
    }

    pub(super) fn operations(&self, path: &'d str) -> impl Iterator<Item = Operation<'d>> {
        let methods = members(self.value).into_iter().flatten();
        let methods = methods.filter(|(it, _)| METHODS.contains(&it.as_str()));
        let methods = methods.map(|it| (Arc::clone(&self.node), it));
        let others = self.other().into_iter().flatten();
        let others = others.map(|it| (Pointer::step(&self.node, ADDITIONAL), it));
        let all = methods.chain(others).filter(|(_, it)| it.1.is_object());
        all.map(move |(node, (method, value))| {
            let node = Pointer::step(&node, method);
            Operation {
                method: method.to_uppercase(),
                path,
                pointer: Pointer::to(&node),
                value,
                node,
                item: self.clone(),
            }
        })
    }
}

/// Returns the operations of a document, in its order; nothing within them is read.
#[must_use]
pub fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document
        .get("paths")
        .and_then(members)
        .into_iter()
        .flatten();
    let of = |path, item| -> Vec<_> { Item::of(document, path, item).operations(path).collect() };
    paths.flat_map(|(path, item)| of(path, item)).collect()
}
