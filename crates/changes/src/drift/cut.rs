//! What stands behind the end of a cut capture is not gone: nobody saw it.

mod completed;

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Aspect, Element};

use super::elements::Said;
use super::{Change, Event};

pub(super) use completed::completed;

/// Makes one change of all that a cut capture does not show of an operation.
pub(super) fn unseen(changes: Vec<Change>, old: &Said, new: &Said) -> Vec<Change> {
    let mut changes = changes;
    if new.is_cut() {
        changes = collapse(changes, shared(old, new), end(new), Side::Old);
    }
    if old.is_cut() {
        changes = collapse(changes, shared(new, old), end(old), Side::New);
    }
    changes
}

/// The page that has what the other one does not show.
#[derive(Clone, Copy)]
enum Side {
    Old,
    New,
}

impl Side {
    /// Lines and values of the page that has them, then those of the other.
    fn of(self, change: &Change) -> [(&[u32], &[Arc<str>]); 2] {
        let old = (&*change.old_lines, &*change.old);
        let new = (&*change.new_lines, &*change.new);
        match self {
            Self::Old => [old, new],
            Self::New => [new, old],
        }
    }
}

/// The last line of a page of which the cut other page says the same, as a whole: of the last line
/// that it reads it may say less.
fn shared(page: &Said, other: &Said) -> u32 {
    let end = other.last();
    let mut last = (0, false);
    for (element, statements) in &page.0 {
        let Some(others) = other.0.get(element) else {
            continue;
        };
        for aspect in Aspect::ALL.iter().filter(|aspect| **aspect != Aspect::Cut) {
            let others = others.values(*aspect);
            for (value, lines) in statements.values(*aspect) {
                // What is said twice here and once there is shared once, where it comes first.
                let twins = others.get(value).into_iter().flatten();
                for (line, twin) in lines.iter().zip(twins) {
                    last = last.max((*line, *twin == end));
                }
            }
        }
    }
    let (line, is_end) = last;
    line.saturating_sub(u32::from(is_end))
}

/// The element that the end of a capture cuts.
fn end(page: &Said) -> Option<&Element> {
    let mut statements = page.0.iter();
    let end = statements.find(|(_, statements)| !statements.values(Aspect::Cut).is_empty());
    end.map(|(element, _)| element)
}

/// `last` is the last line that both pages have, and `end` the element in which the cut one ends: what
/// else is said of that element stands wherever the page has it.
fn collapse(changes: Vec<Change>, last: u32, end: Option<&Element>, side: Side) -> Vec<Change> {
    let mut kept = Vec::new();
    let mut behind: BTreeMap<Arc<str>, Vec<Change>> = BTreeMap::new();
    for change in changes {
        let [(lines, _), (others, values)] = side.of(&change);
        let first_unshared = match change.event {
            Event::Repeated => lines.get(others.len()),
            _ if others.is_empty() && values.is_empty() => lines.first(),
            _ => None,
        };
        let of_end = end.is_some_and(|end| {
            let at = (&change.operation, &change.place, &change.name);
            at == (&end.operation, &end.place, &end.name)
        });
        let unseen = first_unshared.is_some_and(|line| *line > last || of_end);
        if change.aspect != Aspect::Cut && unseen {
            let of_operation = behind.entry(Arc::clone(&change.operation));
            of_operation.or_default().push(change);
        } else {
            kept.push(change);
        }
    }
    kept.extend(behind.into_iter().map(|(operation, changes)| {
        let whole = Element {
            operation,
            place: "operation".into(),
            name: "".into(),
        };
        let mut unseen = Change::new(&whole, Event::Unseen, Aspect::Cut);
        let lines = changes.iter().flat_map(|change| side.of(change)[0].0);
        let first: Vec<u32> = lines
            .copied()
            .filter(|line| *line > last)
            .min()
            .into_iter()
            .collect();
        match side {
            Side::Old => unseen.old_lines = first,
            Side::New => unseen.new_lines = first,
        }
        unseen.within = changes.iter().map(|change| 1 + change.within).sum();
        unseen
    }));
    kept
}
