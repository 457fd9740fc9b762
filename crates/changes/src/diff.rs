//! What changed between two editions of one document, and who is concerned.
//!
//! Both documents are walked together, each by the objects that OpenAPI and JSON Schema name. Every
//! member of every object has a rule: what it means to those who send and to those who read is in
//! the table that [`drift`](crate::drift) uses. What no rule knows is a change that counts as
//! breaking. Three things are no change: the order of an object's members, white space, and
//! `info.version`, which a release sets.
//!
//! A component is compared once in each direction, however many operations lead to it: the time
//! grows with the size of the documents, not with the number of ways through them.

mod body;
mod components;
mod document;
mod found;
mod life;
mod member;
mod names;
mod node;
mod operation;
mod parameter;
mod paths;
mod reach;
mod render;
mod response;
mod revisions;
mod schema;
mod security;
mod server;
mod subject;
mod value;
mod walk;

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::drift::{Class, Direction, Event, Kind};

pub use render::{json, markdown, text};

/// The classes that changes of a document have, the worst first: a document leaves nothing open, and
/// none is cut.
pub const CLASSES: [Class; 3] = [Class::Breaking, Class::Compatible, Class::Wording];

/// What changed between two editions of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The changes, in the order of their subjects.
    pub changes: Vec<Revision>,
}

/// One change: what two places say otherwise, and what that means wherever they are used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Revision {
    /// The operation or the component that says it, such as `GET /boats` or `schemas/Boat`; empty for
    /// the document as a whole.
    pub subject: Arc<str>,
    /// What of it: a place such as `body`, `200` or `header`, names and the keyword.
    pub name: String,
    /// What it was called before, where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What sort of change it is.
    pub kind: Kind,
    /// Whether it breaks somebody; the worst of all directions.
    pub class: Class,
    /// The rule that decided so.
    pub event: Event,
    /// Why it is of that class.
    pub reason: &'static str,
    /// Whether callers send it, or read it, or both; neither, where nothing leads to it.
    #[serde(serialize_with = "directions")]
    pub directions: Vec<Direction>,
    /// The values that only the old document has.
    pub old: Vec<String>,
    /// The values that only the new document has.
    pub new: Vec<String>,
    /// A JSON pointer (RFC 6901) into the old document, if it is there.
    pub old_pointer: Option<String>,
    /// A JSON pointer into the new document, if it is there.
    pub new_pointer: Option<String>,
    /// The operations that it concerns, in the order of the documents; the first 20 of them.
    pub operations: Vec<Arc<str>>,
    /// How many operations it concerns.
    pub concerned: u64,
}

fn directions<S: serde::Serializer>(all: &[Direction], serializer: S) -> Result<S::Ok, S::Error> {
    let word = |direction: &Direction| match direction {
        Direction::Request => "request",
        Direction::Response => "response",
        Direction::Unknown | Direction::Page => "unknown",
    };
    serializer.collect_seq(all.iter().map(word))
}

impl Diff {
    /// How many changes are of a class.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        self.changes.iter().filter(|it| it.class == class).count()
    }

    /// The worst class of all changes; none without changes.
    #[must_use]
    pub fn worst(&self) -> Option<Class> {
        self.changes.iter().map(|it| it.class).max()
    }
}

/// What `new` says and `old` did not, and the other way round.
///
/// Both are OpenAPI documents of version 3.0, 3.1 or 3.2. Whatever else is given is compared as it is.
#[must_use]
pub fn diff(old: &Value, new: &Value) -> Diff {
    if old == new {
        return Diff::default();
    }
    Diff {
        changes: revisions::revisions(walk::Walk::through(old, new)),
    }
}
