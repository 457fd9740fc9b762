//! What was found, as it is reported: each change once, with all who are concerned.

use std::cmp::Ordering;
use std::sync::Arc;

use roaring::RoaringBitmap;

use crate::drift::{Class, Direction, Event, Kind, rule};

use super::Revision;
use super::found::{Seen, Spot};
use super::reach::{Owner, Way};
use super::subject::subject;
use super::walk::Walk;

/// How many operations of one change are named at most.
const NAMED: usize = 20;

/// The changes as they are reported: what was seen in several directions is one change.
pub(super) fn revisions(mut walk: Walk<'_>) -> Vec<Revision> {
    let seen = std::mem::take(&mut walk.found.0).into_iter();
    let mut all: Vec<Reported> = seen.map(|seen| Reported::of(&walk, seen)).collect();
    all.sort_unstable_by(Reported::order);
    let owners: Vec<Owner> = all.iter().flat_map(|it| it.owners).flatten().collect();
    let concerned = walk.reach.concerned(&owners);
    let mut all = all.into_iter().peekable();
    let mut found = Vec::new();
    while let Some(first) = all.next() {
        let (mut ways, mut owners) = (vec![first.way], first.owners.to_vec());
        while let Some(same) = all.next_if(|it| it.is_of(&first.revision)) {
            ways.push(same.way);
            owners.extend(same.owners);
        }
        let owners = owners.into_iter().flatten();
        let numbers = owners.filter_map(|owner| concerned.get(&owner));
        let numbers = numbers.fold(RoaringBitmap::new(), |all, some| all | some);
        let named = numbers
            .iter()
            .take(NAMED)
            .filter_map(|it| usize::try_from(it).ok());
        let mut revision = first.revision;
        revision.operations = named.map(|it| Arc::clone(&walk.operations[it])).collect();
        revision.concerned = numbers.len();
        judge(&mut revision, ways);
        found.push(revision);
    }
    found
}

/// Gives a change its class: the worst of all directions.
fn judge(revision: &mut Revision, mut ways: Vec<Way>) {
    ways.sort_unstable();
    ways.dedup();
    // Where somebody is concerned, it does not matter that nobody is elsewhere.
    if ways.len() > 1 {
        ways.retain(|way| *way != Way::Nowhere);
    }
    let judged = ways.iter().map(|way| judged(revision.event, *way));
    // The first of the worst.
    let worst = judged.reduce(|one, other| if other.0 > one.0 { other } else { one });
    (revision.class, revision.reason) = worst.unwrap_or((Class::Breaking, ""));
    revision.directions = ways.iter().filter_map(|way| way.direction()).collect();
}

/// A change in one direction, with what says it; its class is still open.
struct Reported {
    revision: Revision,
    way: Way,
    owners: [Option<Owner>; 2],
}

impl Reported {
    fn of(walk: &Walk<'_>, seen: Seen) -> Self {
        let Spot { at, there } = seen.spot;
        let shown = usize::from(there[1] || !there[0]);
        let (subject, name) = subject(&walk.sides[shown], at[shown]);
        let pointer = |side: usize| {
            let is = there[side] || !there[1 - side];
            is.then(|| walk.sides[side].pointer(at[side]))
        };
        let owner = |side: usize| {
            there[side].then(|| Owner {
                side,
                at: walk.sides[side].owner(at[side]),
                way: seen.way,
            })
        };
        let kind = kind(&seen);
        let [old, new] = seen.values;
        let revision = Revision {
            subject: subject.into(),
            name,
            was: seen.was,
            kind,
            class: Class::Wording,
            event: seen.event,
            reason: "",
            directions: Vec::new(),
            old,
            new,
            old_pointer: pointer(0),
            new_pointer: pointer(1),
            operations: Vec::new(),
            concerned: 0,
        };
        Self {
            revision,
            way: seen.way,
            owners: [owner(0), owner(1)],
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        fn key(it: &Reported) -> impl Ord + '_ {
            let Revision {
                subject,
                name,
                event,
                old_pointer,
                new_pointer,
                old,
                new,
                ..
            } = &it.revision;
            (
                subject,
                name,
                event,
                old_pointer,
                new_pointer,
                it.way,
                old,
                new,
            )
        }
        key(self).cmp(&key(other))
    }

    /// Whether it is the same change as another one, in whatever direction.
    fn is_of(&self, other: &Revision) -> bool {
        let this = &self.revision;
        this.event == other.event
            && this.subject == other.subject
            && this.name == other.name
            && this.old_pointer == other.old_pointer
            && this.new_pointer == other.new_pointer
    }
}

/// What an event means this way.
fn judged(event: Event, way: Way) -> (Class, &'static str) {
    if let Some(direction) = way.direction() {
        let (class, reason) = rule(event).judge(direction);
        return match (way, event.kind()) {
            (Way::Condition, Kind::Added | Kind::Removed | Kind::Retyped) => (
                Class::Breaking,
                "it is part of a condition, so it may break either side",
            ),
            _ => (class, reason),
        };
    }
    // What is in no message can break code that is generated from it, and no caller.
    let (class, reason) = rule(event).judge(Direction::Unknown);
    match event.kind() {
        Kind::Reworded => (class, reason),
        _ => (Class::Compatible, "no message of an operation holds it"),
    }
}

/// What sort of change it is: what no rule knows may be there only before, or only now.
fn kind(seen: &Seen) -> Kind {
    match (seen.event, seen.spot.there) {
        (Event::NotJudged, [false, true]) => Kind::Added,
        (Event::NotJudged, [true, false]) => Kind::Removed,
        (event, _) => event.kind(),
    }
}
