//! What changed between two editions of one document, and who is concerned.
//!
//! Their claims are compared by the rules of [`drift`]. What makes no claim (operation
//! ids, names of components, `info`, labels) is compared member by member: whatever differs and is
//! in no change yet becomes one, and what no rule rates counts as breaking. So nothing changes
//! silently, but for what nobody can see: the order of an object's members, white space, and
//! `info.version`, which a release sets.

mod covered;
mod renamed;
mod render;
mod residue;
mod said;
mod structure;

use claims::{Aspect, Element};
use serde_json::Value;

use crate::drift::{self, Change, Class, Event, Kind};
use covered::Covered;
use renamed::{components, operations};
use said::Edition;

pub use render::{json, markdown, text};

/// The classes that changes of a document have, the worst first: a document leaves nothing open, and
/// none is cut.
pub const CLASSES: [Class; 3] = [Class::Breaking, Class::Compatible, Class::Wording];

/// What changed between two editions of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The changes, in the order of operations, places and names.
    pub changes: Vec<Revision>,
}

/// One change, with where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The change; it has no lines.
    pub change: Change,
    /// JSON pointers (RFC 6901) into the old document, in order.
    pub old: Vec<String>,
    /// JSON pointers into the new document, in order.
    pub new: Vec<String>,
}

impl Diff {
    /// How many changes are of a class.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        let of_class = self.changes.iter().filter(|it| it.change.class == class);
        of_class.count()
    }

    /// The worst class of all changes; none without changes.
    #[must_use]
    pub fn worst(&self) -> Option<Class> {
        self.changes.iter().map(|it| it.change.class).max()
    }
}

/// What `new` says and `old` did not, and the other way round.
///
/// Both are OpenAPI 3.1 documents. A change of what many operations share is one change of each.
#[must_use]
pub fn diff(old: &Value, new: &Value) -> Diff {
    let (base, mut moves, mut changes) = components(old, new);
    let (before, after) = (Edition::of(&base), Edition::of(new));
    let found = drift::changes(&mut before.said.clone(), &after.said);
    let moved: Vec<&Change> = found.iter().filter(|it| is_moved(it)).collect();
    changes.extend(moved.iter().map(|change| Revision {
        old: before.pointers_of(&change.old_lines),
        new: after.pointers_of(&change.new_lines),
        change: (*change).clone(),
    }));
    let (base, before, found) = if moved.is_empty() {
        (base, before, found)
    } else {
        let base = operations(base, &moved, &mut moves);
        let before = Edition::of(&base);
        let found = drift::changes(&mut before.said.clone(), &after.said);
        (base, before, found)
    };
    let claimed = found.into_iter().filter(|it| it.event != Event::Repeated);
    let claimed = claimed.flat_map(|change| said::judged(change, &before, &after));
    let claimed: Vec<Revision> = claimed.collect();
    let covered = [
        Covered::by(&base, claimed.iter().map(|it| (&it.change, &it.old))),
        Covered::by(new, claimed.iter().map(|it| (&it.change, &it.new))),
    ];
    changes.extend(claimed);
    changes.extend(residue::residue(&base, new, &covered));
    for revision in &mut changes {
        for pointer in &mut revision.old {
            *pointer = moves.back(pointer);
        }
        revision.change.old_lines.clear();
        revision.change.new_lines.clear();
    }
    let key = |it: &Revision| {
        let Change {
            operation,
            place,
            name,
            aspect,
            event,
            ..
        } = &it.change;
        let subject = [operation, place, name].map(std::sync::Arc::clone);
        (subject, *aspect, *event, it.old.clone(), it.new.clone())
    };
    changes.sort_by_cached_key(key);
    Diff { changes }
}

/// Whether an operation as a whole is at another path.
fn is_moved(change: &Change) -> bool {
    change.was.is_some() && &*change.place == "operation" && change.name.is_empty()
}

/// A change of what makes no claim.
fn unclaimed(element: &Element, event: Event, values: [Option<&Value>; 2]) -> Change {
    let wording = event == Event::Reworded && values.iter().flatten().all(|it| it.is_string());
    let aspect = if wording {
        Aspect::Description
    } else {
        Aspect::Listed
    };
    let mut change = Change::new(element, event, aspect);
    let [old, new] = values.map(|value| {
        let value = value.map(|value| match (wording, value.as_str()) {
            (true, Some(text)) => claims::Digest::of(text).as_str().into(),
            _ => shown(value).into(),
        });
        value.into_iter().collect::<Vec<_>>()
    });
    // That something is there or not says it all.
    if !matches!(event.kind(), Kind::Added | Kind::Removed) {
        (change.old, change.new) = (old, new);
    }
    change
}

/// A value on one line, cut where that helps nobody.
fn shown(value: &Value) -> String {
    const MOST: usize = 80;
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    if text.chars().count() <= MOST {
        return text;
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{start}…")
}
