//! Which parts of a document the changes of its claims are about.

use std::collections::BTreeSet;

use claims::{Aspect, Pointer};
use serde_json::Value;

use crate::drift::{Change, Kind};

/// Pointers to what changes are about, with all that is within.
pub(super) struct Covered(BTreeSet<String>);

impl Covered {
    /// What the changes of one side are about, with their pointers into its document.
    pub(super) fn by<'c>(
        document: &Value,
        changes: impl Iterator<Item = (&'c Change, &'c Vec<String>)>,
    ) -> Self {
        let mut covered = BTreeSet::new();
        for (change, pointers) in changes {
            for pointer in pointers {
                match (change.aspect, change.place.as_ref()) {
                    // Said where the operation is, and all of the operation is not meant.
                    (Aspect::Documented, _) => {
                        covered.insert(format!("{pointer}/x-documentation"));
                    }
                    // A server is called by its address.
                    (Aspect::Listed, "server") => {
                        covered.extend(pointer.strip_suffix("/url").map(str::to_owned));
                    }
                    _ => {}
                }
                if change.aspect != Aspect::Documented {
                    covered.insert(pointer.clone());
                }
                // Two keywords that are one rule.
                if let Some(schema) = pointer.strip_suffix("/if") {
                    covered.insert(format!("{schema}/then"));
                }
            }
            if change.aspect == Aspect::Listed
                && matches!(change.kind, Kind::Added | Kind::Removed)
                && !pointers.is_empty()
            {
                covered.extend(anchor(document, change));
            }
        }
        Self(covered)
    }

    /// Whether a change is about what is at the pointer, or around it.
    pub(super) fn has(&self, pointer: &str) -> bool {
        let ends = pointer.match_indices('/').map(|(at, _)| at).skip(1);
        let mut around = ends.chain([pointer.len()]).map(|end| &pointer[..end]);
        around.any(|outer| self.0.contains(outer))
    }

    /// Whether a change is about something within what is at the pointer.
    pub(super) fn within(&self, pointer: &str) -> bool {
        let inner = format!("{pointer}/");
        let mut from = self.0.range(inner.clone()..);
        from.next().is_some_and(|next| next.starts_with(&inner))
    }
}

/// Where an operation or its body is, to which no claim leads.
fn anchor(document: &Value, change: &Change) -> Option<String> {
    let (method, path) = change.operation.split_once(' ')?;
    let operation = Pointer::step(&Pointer::step("/paths", path), &method.to_lowercase());
    document.pointer(&operation)?;
    match (&*change.place, &*change.name) {
        ("operation", "") => Some(operation.to_string()),
        ("body", "") => Some(Pointer::step(&operation, "requestBody").to_string()),
        _ => None,
    }
}
