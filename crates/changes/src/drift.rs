//! What changed between two captures of one page, and whom it concerns.
//!
//! Two sets of claims are compared without their lines: what only moved is no drift. Each change is
//! one [`Event`], and [`rule`] says what that means in a request and in a response.

mod bind;
mod class;
mod cut;
mod direction;
mod effect;
pub(crate) mod elements;
mod handles;
mod places;
mod rename;
pub(crate) mod render;
mod rules;

use std::sync::Arc;

use claims::{Aspect, Element, PageClaims};
use serde::{Serialize, Serializer};

pub use bind::{bind, is_lossy};
pub use class::{Class, Kind, Rule};
pub use direction::Direction;
pub use render::{json, text};
pub use rules::{Event, rule};

use effect::{Effect, effects};
use elements::{Placed, Requirement, Said, Statements};
use rename::Renamed;

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
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The operation, as the newer page that has it calls it; empty for the page as a whole.
    pub operation: Arc<str>,
    /// The place, or several with commas between them: one line said it of all of them.
    pub place: Arc<str>,
    /// The name; empty for the place itself.
    pub name: Arc<str>,
    /// What it was called before, where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Arc<str>>,
    /// What it may be called otherwise, where it came or went and one of another type and a name
    /// much like it, or of the same wording, went or came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perhaps: Option<Arc<str>>,
    /// What sort of change it is.
    pub kind: Kind,
    /// Whether it breaks somebody.
    pub class: Class,
    /// The rule that decided so.
    pub event: Event,
    /// What is said of the element that was not so before; `listed` for the element as a whole.
    #[serde(serialize_with = "aspect")]
    pub aspect: Aspect,
    /// The values that only the old page has; digests, for wordings.
    pub old: Vec<Arc<str>>,
    /// The values that only the new page has.
    pub new: Vec<Arc<str>>,
    /// The lines of the old page, from 1.
    pub old_lines: Vec<u32>,
    /// The lines of the new page, from 1.
    pub new_lines: Vec<u32>,
    /// How many claims within the element came or went with it.
    pub within: usize,
    /// Why it is of that class.
    pub reason: &'static str,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes fields by reference"
)]
fn aspect<S: Serializer>(aspect: &Aspect, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(aspect.as_str())
}

impl Change {
    /// What was changed.
    pub(crate) fn element(&self) -> Element {
        Element {
            operation: Arc::clone(&self.operation),
            place: Arc::clone(&self.place),
            name: Arc::clone(&self.name),
        }
    }

    pub(crate) fn new(element: &Element, event: Event, aspect: Aspect) -> Self {
        let (class, reason) =
            rule(event).judge(Direction::within(&element.operation, &element.place));
        Self {
            operation: Arc::clone(&element.operation),
            place: Arc::clone(&element.place),
            name: Arc::clone(&element.name),
            was: None,
            perhaps: None,
            kind: event.kind(),
            class,
            event,
            aspect,
            old: Vec::new(),
            new: Vec::new(),
            old_lines: Vec::new(),
            new_lines: Vec::new(),
            within: 0,
            reason,
        }
    }
}

/// What `new` says and `old` did not, and the other way round.
#[must_use]
pub fn drift(old: &PageClaims, new: &PageClaims) -> Drift {
    let mut changes = changes(Said::of(old), &Said::of(new));
    rename::mark(&mut changes, old, new);
    Drift {
        page: new.page.clone(),
        changes: places::together(changes),
    }
}

/// What one side says and the other does not, in the order of operations, places and names.
pub(crate) fn changes(mut old: Said, new_said: &Said) -> Vec<Change> {
    let renamed = rename::apply(&mut old, new_said);
    let mut changes: Vec<Change> = renamed.iter().map(Renamed::change).collect();
    for (element, statements) in &old.0 {
        match new_said.0.get(element) {
            Some(others) => changes.extend(differences(element, statements, others)),
            None if old.is_outermost(element, new_said) => {
                changes.push(removed(element, statements, &old));
            }
            None => {}
        }
    }
    for (element, statements) in &new_said.0 {
        if !old.0.contains_key(element) && new_said.is_outermost(element, &old) {
            changes.push(added(element, statements, new_said));
        }
    }
    changes = cut::unseen(changes, &old, new_said);
    sort(&mut changes);
    changes
}

/// Sorts changes by operation, place, name and what happened.
pub(crate) fn sort(changes: &mut [Change]) {
    let key = |change: &Change| {
        (
            [&change.operation, &change.place, &change.name].map(Arc::clone),
            change.aspect,
            change.event,
        )
    };
    changes.sort_by_key(key);
}

/// What is said of an element that both pages have.
fn differences(element: &Element, old: &Statements, new: &Statements) -> Vec<Change> {
    let mut changes = Vec::new();
    for aspect in Aspect::ALL {
        let (was, is) = (old.values(*aspect), new.values(*aspect));
        for Effect { event, old, new } in effects(*aspect, was, is) {
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

fn added(element: &Element, statements: &Statements, page: &Said) -> Change {
    let mut change = if statements.are_only_cut() {
        let mut change = Change::new(element, Event::CutElsewhere, Aspect::Cut);
        change.new.push("".into());
        change
    } else {
        let event = element.added(page.requirement(element));
        Change::new(element, event, Aspect::Listed)
    };
    change.new_lines = statements.first_lines();
    change.within = page.within(element);
    change
}
