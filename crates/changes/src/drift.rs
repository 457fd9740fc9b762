//! What changed between two captures of one page, and who is concerned.
//!
//! Two sets of claims are compared without their lines: what only moved is no drift. Each change is
//! one [`Event`], and [`rule`] says what that means in a request and in a response. The text of the
//! captures, where it is at hand, tells a deprecation and a completed cut from other words.

mod bind;
mod capture;
mod change;
mod class;
mod cut;
mod deprecated;
mod direction;
mod effect;
mod elements;
mod handles;
mod places;
mod rename;
pub(crate) mod render;
mod report;
mod requirement;
mod rules;

use std::sync::Arc;

use claims::{Aspect, Element};
use serde::Serialize;

pub use bind::{bind, is_lossy};
pub use capture::Capture;
pub use change::Change;
pub use class::{Class, Kind, Rule};
pub use direction::Direction;
pub use render::{json, text};
pub use report::{Format, report};
pub use rules::{Event, rule};

pub(crate) use effect::replaced;
use effect::{Effect, effects};
use elements::{Placed, Requirement, Said, Statements};
use rename::Renamed;
use requirement::Families;

/// What changed between two captures of one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drift {
    /// The page's id.
    pub page: String,
    /// The changes, in the order of operations, places and names.
    pub changes: Vec<Change>,
}

impl Drift {
    /// How many changes are of a class.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        let of_class = self.changes.iter().filter(|change| change.class == class);
        of_class.count()
    }

    /// How many ends are announced.
    #[must_use]
    pub fn deprecations(&self) -> usize {
        let changes = self.changes.iter();
        let announced = changes.filter(|change| change.event == Event::Deprecated);
        announced.count()
    }
}

/// What `new` says and `old` did not, and the other way round.
///
/// Claims alone are a capture without its text.
#[must_use]
pub fn drift<'c>(old: impl Into<Capture<'c>>, new: impl Into<Capture<'c>>) -> Drift {
    let (old, new) = (old.into(), new.into());
    let (mut old_said, new_said) = (Said::of(old.claims), Said::of(new.claims));
    let mut changes = changes(&mut old_said, &new_said);
    changes = cut::completed(changes, &old, &new);
    changes = cut::unseen(changes, &old_said, &new_said);
    rename::mark(&mut changes, old.claims, new.claims);
    deprecated::name(&mut changes, &old, &new);
    for change in &mut changes {
        change.quote(&old, &new);
    }
    sort(&mut changes);
    Drift {
        page: new.claims.page.clone(),
        changes: places::together(changes),
    }
}

/// What one side says and the other does not, in the order of operations, places and names; calls
/// what was renamed in `old` as the new page does.
fn changes(old: &mut Said, new_said: &Said) -> Vec<Change> {
    let renamed = rename::apply(old, new_said);
    let mut changes: Vec<Change> = renamed.iter().map(Renamed::change).collect();
    let mut families = Families::new();
    let mut outermost = old.outermost(new_said);
    for (element, statements) in &old.0 {
        match new_said.0.get(element) {
            Some(others) => changes.extend(differences(element, statements, others)),
            None if outermost(element) => {
                changes.push(removed(element, statements, old));
            }
            None => {}
        }
    }
    let mut outermost = new_said.outermost(old);
    for (element, statements) in &new_said.0 {
        if !old.0.contains_key(element) && outermost(element) {
            changes.push(added(element, statements, new_said, &mut families));
        }
    }
    sort(&mut changes);
    changes
}

/// Sorts changes by operation, place, name and what happened.
fn sort(changes: &mut [Change]) {
    fn key(change: &Change) -> ([&Arc<str>; 3], Aspect, Event) {
        let place = [&change.operation, &change.place, &change.name];
        (place, change.aspect, change.event)
    }
    changes.sort_by(|one, other| key(one).cmp(&key(other)));
}

/// What is said of an element that both pages have.
fn differences(element: &Element, old: &Statements, new: &Statements) -> Vec<Change> {
    let mut changes = Vec::new();
    for aspect in Aspect::ALL {
        let (was, is) = (old.values(*aspect), new.values(*aspect));
        let direction = Direction::within(&element.operation, &element.place);
        for Effect { event, old, new } in effects(*aspect, was, is, direction) {
            let event = if *aspect == Aspect::Listed && event != Event::Repeated {
                if old.is_empty() {
                    element.added(Requirement::Optional)
                } else {
                    element.removed()
                }
            } else {
                event
            };
            let mut change = Change::new(element, event, *aspect);
            change.old_lines = elements::lines(was, &old);
            change.new_lines = elements::lines(is, &new);
            (change.old, change.new) = (old, new);
            changes.push(change);
        }
    }
    changes
}

fn removed(element: &Element, statements: &Statements, page: &Said) -> Change {
    let mut change = if statements.are_only_cut() {
        let mut change = Change::new(element, Event::CutElsewhere, Aspect::Cut);
        change.old.push("".into());
        change
    } else {
        Change::new(element, element.removed(), Aspect::Listed)
    };
    change.old_lines = statements.first_lines();
    change.within = page.within(element);
    change
}

fn added(
    element: &Element,
    statements: &Statements,
    page: &Said,
    families: &mut Families,
) -> Change {
    let mut change = if statements.are_only_cut() {
        let mut change = Change::new(element, Event::CutElsewhere, Aspect::Cut);
        change.new.push("".into());
        change
    } else {
        let event = element.added(page.requirement(element, families));
        Change::new(element, event, Aspect::Listed)
    };
    change.new_lines = statements.first_lines();
    change.within = page.within(element);
    change
}
