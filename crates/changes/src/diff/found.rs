//! What was found: each change once, with all who are concerned.

use std::sync::Arc;

use roaring::RoaringBitmap;

use crate::drift::{Class, Direction, Event, Kind, rule};

use super::Revision;
use super::node::At;
use super::reach::{Owner, Way};
use super::subject::subject;
use super::walk::Walk;

/// How many operations of one change are named at most.
const NAMED: usize = 20;

/// Where a change is in both documents, or would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) at: [At; 2],
    pub(super) there: [bool; 2],
}

/// One change in one direction.
#[derive(Clone, Debug)]
struct Seen {
    event: Event,
    way: Way,
    spot: Spot,
    was: Option<String>,
    values: [Vec<String>; 2],
}

/// All changes, as the walk comes upon them.
#[derive(Default)]
pub(super) struct Found(Vec<Seen>);

impl Found {
    /// There is a change, and its event says it all.
    pub(super) fn say(&mut self, event: Event, way: Way, spot: Spot) {
        self.say_of(event, way, spot, <[Vec<String>; 2]>::default());
    }

    /// There is a change of values.
    pub(super) fn say_of(&mut self, event: Event, way: Way, spot: Spot, values: [Vec<String>; 2]) {
        self.0.push(Seen {
            event,
            way,
            spot,
            was: None,
            values,
        });
    }

    /// Something has another name.
    pub(super) fn rename(&mut self, event: Event, way: Way, spot: Spot, was: &str) {
        self.0.push(Seen {
            event,
            way,
            spot,
            was: Some(was.to_owned()),
            values: <[Vec<String>; 2]>::default(),
        });
    }

    /// The changes as they are reported: what was seen in several directions is one change.
    pub(super) fn revisions(walk: &Walk<'_>) -> Vec<Revision> {
        let mut all: Vec<(Revision, Way, [Option<Owner>; 2])> = walk
            .found
            .0
            .iter()
            .map(|seen| reported(walk, seen))
            .collect();
        all.sort_by(|(one, way, _), (other, other_way, _)| {
            let key = |it: &Revision| (it.event, it.was.is_some());
            let order = one
                .subject
                .cmp(&other.subject)
                .then_with(|| one.name.cmp(&other.name));
            let order = order.then(key(one).cmp(&key(other)));
            let order = order.then_with(|| one.old_pointer.cmp(&other.old_pointer));
            let order = order.then_with(|| one.new_pointer.cmp(&other.new_pointer));
            order.then(way.cmp(other_way))
        });
        let owners: Vec<Owner> = all.iter().flat_map(|it| it.2).flatten().collect();
        let concerned = walk.reach.concerned(&owners);
        let mut found: Vec<Revision> = Vec::new();
        let alike = |one: &Revision, other: &Revision| {
            one.event == other.event
                && one.subject == other.subject
                && one.name == other.name
                && one.old_pointer == other.old_pointer
                && one.new_pointer == other.new_pointer
        };
        let same = all.chunk_by(|(one, ..), (other, ..)| alike(one, other));
        for same in same {
            let mut revision = same[0].0.clone();
            // Where somebody is concerned, it does not matter that nobody is elsewhere.
            let anybody = same.iter().any(|(_, way, _)| *way != Way::Nowhere);
            let ways = same.iter().map(|(_, way, _)| *way);
            let mut ways: Vec<Way> = ways
                .filter(|way| !anybody || *way != Way::Nowhere)
                .collect();
            ways.dedup();
            let judged = ways.iter().map(|way| judged(revision.event, *way));
            // The first of the worst.
            let worst = judged.reduce(|one, other| if other.0 > one.0 { other } else { one });
            (revision.class, revision.reason) = worst.unwrap_or((Class::Breaking, ""));
            revision.directions = ways.iter().filter_map(|way| way.direction()).collect();
            let owners = same.iter().flat_map(|(.., owners)| owners).flatten();
            let numbers = owners.filter_map(|owner| concerned.get(owner));
            let numbers = numbers.fold(RoaringBitmap::new(), |all, some| all | some);
            let named = numbers
                .iter()
                .take(NAMED)
                .filter_map(|it| usize::try_from(it).ok());
            revision.operations = named.map(|it| Arc::clone(&walk.operations[it])).collect();
            revision.concerned = numbers.len();
            found.push(revision);
        }
        found
    }
}

/// A change in one direction, with what says it; its class is still open.
fn reported(walk: &Walk<'_>, seen: &Seen) -> (Revision, Way, [Option<Owner>; 2]) {
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
    let [old, new] = seen.values.clone();
    let revision = Revision {
        subject: subject.into(),
        name,
        was: seen.was.clone(),
        kind: kind(seen),
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
    (revision, seen.way, [owner(0), owner(1)])
}

/// What an event means this way.
fn judged(event: Event, way: Way) -> (Class, &'static str) {
    if let Some(direction) = way.direction() {
        return rule(event).judge(direction);
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
