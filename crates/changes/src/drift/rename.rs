//! What went and what came under another name is one element that was renamed.

mod alike;
mod perhaps;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Element};

use super::elements::{Placed, Said};
use super::{Change, Event};

pub(super) use perhaps::mark;

/// An element under its new name.
#[derive(Debug)]
pub(super) struct Renamed {
    now: Element,
    was: Arc<str>,
    old_lines: Vec<u32>,
    new_lines: Vec<u32>,
}

impl Renamed {
    pub(super) fn change(&self) -> Change {
        let Element {
            operation,
            place,
            name,
        } = &self.now;
        let same_on_the_wire = if self.now.is_operation() {
            alike::shape(&self.was) == alike::shape(operation)
        } else {
            &**place == "path"
        };
        let event = if same_on_the_wire {
            Event::PlaceholderRenamed
        } else {
            Event::Renamed
        };
        let mut change = Change::new(&self.now, event, Aspect::Listed);
        let now = if name.is_empty() { operation } else { name };
        (change.old, change.new) = (vec![Arc::clone(&self.was)], vec![Arc::clone(now)]);
        change.old_lines.clone_from(&self.old_lines);
        change.new_lines.clone_from(&self.new_lines);
        change.was = Some(Arc::clone(&self.was));
        change
    }
}

/// Finds what was renamed, from the outside inwards, and calls it in `old` as the new page does.
pub(super) fn apply(old: &mut Said, new: &Said) -> Vec<Renamed> {
    let mut renamed = operations(old, new);
    // What is renamed stays as deep as it was.
    let both = old.0.keys().chain(new.0.keys());
    let levels: BTreeSet<usize> = both.map(depth).collect();
    for level in levels {
        let mut families = Families::new();
        for element in missing(old, new, level) {
            families
                .entry(parent(&element))
                .or_default()
                .0
                .push(element);
        }
        for element in missing(new, old, level) {
            families
                .entry(parent(&element))
                .or_default()
                .1
                .push(element);
        }
        families.retain(|_, (gone, come)| !gone.is_empty() && !come.is_empty());
        for (gone, come) in families.into_values() {
            let gone = alike::candidates(&gone, |element| alike::keys(old, element));
            let come = alike::candidates(&come, |element| alike::keys(new, element));
            let likeness = |was: &_, now: &_| alike::elements(old, new, was, now);
            for (was, now) in alike::pairs(&gone, &come, likeness) {
                renamed.push(rename(old, new, was, now));
            }
        }
    }
    renamed
}

/// How many elements an element is within.
fn depth(element: &Element) -> usize {
    element.name.matches('.').count()
}

/// By what both are within, the elements that only the one and only the other page has.
type Families = BTreeMap<[Arc<str>; 3], (Vec<Element>, Vec<Element>)>;

fn parent(element: &Element) -> [Arc<str>; 3] {
    let outer = element.outer().unwrap_or_default();
    let Element {
        operation, place, ..
    } = element;
    [Arc::clone(operation), Arc::clone(place), outer.into()]
}

/// The named elements of a depth that one page has and the other has not, though it has what is
/// around them.
fn missing<'s>(
    here: &'s Said,
    there: &'s Said,
    level: usize,
) -> impl Iterator<Item = Element> + 's {
    let mut outermost = here.outermost(there);
    let missing = here.0.keys().filter(move |element| {
        !element.name.is_empty()
            && depth(element) == level
            && !there.0.contains_key(*element)
            && outermost(element)
    });
    missing.cloned()
}

/// Calls an element in `old`, and all that is within it, as the new page does.
fn rename(old: &mut Said, new: &Said, was: &Element, now: &Element) -> Renamed {
    let renamed = Renamed {
        now: now.clone(),
        was: Arc::clone(&was.name),
        old_lines: old.0[was].first_lines(),
        new_lines: new.0[now].first_lines(),
    };
    let inner: Vec<Element> = old.inner(was).map(|(inner, _)| inner.clone()).collect();
    for element in inner.into_iter().chain([was.clone()]) {
        let rest = &element.name[was.name.len()..];
        let name = format!("{}{rest}", now.name).into();
        move_to(
            old,
            &element,
            Element {
                name,
                ..now.clone()
            },
        );
    }
    renamed
}

/// Moves what is said of one element to another.
fn move_to(said: &mut Said, from: &Element, to: Element) {
    if let Some(statements) = said.0.remove(from) {
        said.0.insert(to, statements);
    }
}

/// Operations of one method that are called alike or described alike, or whose paths are the same
/// but for what stands between braces.
fn operations(old: &mut Said, new: &Said) -> Vec<Renamed> {
    let only = |here: &Said, there: &Said| -> Vec<Element> {
        let only = here
            .0
            .keys()
            .filter(|element| element.is_operation() && !there.0.contains_key(*element));
        only.cloned().collect()
    };
    let (gone, come) = (only(old, new), only(new, old));
    let mut renamed = Vec::new();
    let gone_keys = alike::candidates(&gone, |element| alike::operation_keys(old, element));
    let come_keys = alike::candidates(&come, |element| alike::operation_keys(new, element));
    let likeness = |was: &_, now: &_| alike::operations(old, new, was, now);
    for (was, now) in alike::pairs(&gone_keys, &come_keys, likeness) {
        renamed.push(Renamed {
            now: now.clone(),
            was: Arc::clone(&was.operation),
            old_lines: old.0[was].first_lines(),
            new_lines: new.0[now].first_lines(),
        });
        let inner: Vec<Element> = old.inner(was).map(|(inner, _)| inner.clone()).collect();
        for element in inner.into_iter().chain([was.clone()]) {
            let operation = Arc::clone(&now.operation);
            let to = Element {
                operation,
                ..element.clone()
            };
            move_to(old, &element, to);
        }
    }
    renamed
}
