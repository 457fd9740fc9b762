//! What was found: each change once, with all who are concerned.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::drift::{Class, Direction, Event, Kind, rule};

use super::Revision;
use super::node::At;
use super::reach::{Owner, Way};
use super::subject::subject;
use super::walk::Walk;

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

    /// The changes as they are reported: what was seen in both directions is one change.
    pub(super) fn revisions(walk: &Walk<'_>) -> Vec<Revision> {
        type Key = (String, String, Event, [Option<String>; 2]);
        let mut folded: BTreeMap<Key, (Revision, Vec<Way>, Vec<Owner>)> = BTreeMap::new();
        for seen in &walk.found.0 {
            let Spot { at, there } = seen.spot;
            let shown = usize::from(there[1] || !there[0]);
            let (subject, name) = subject(&walk.sides[shown], at[shown]);
            let pointer = |side: usize| {
                let is = there[side] || !there[1 - side];
                is.then(|| walk.sides[side].pointer(at[side]))
            };
            let pointers = [pointer(0), pointer(1)];
            let owners = (0..2).filter(|side| there[*side]).map(|side| Owner {
                side,
                at: walk.sides[side].owner(at[side]),
                way: seen.way,
            });
            let key = (subject.clone(), name.clone(), seen.event, pointers.clone());
            let (_, ways, all) = folded.entry(key).or_insert_with(|| {
                let [old_pointer, new_pointer] = pointers;
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
                    old_pointer,
                    new_pointer,
                    operations: Vec::new(),
                };
                (revision, Vec::new(), Vec::new())
            });
            ways.push(seen.way);
            all.extend(owners);
        }
        let owners: Vec<Owner> = folded.values().flat_map(|it| it.2.clone()).collect();
        let concerned = walk.reach.concerned(&owners);
        let whole = |(mut revision, mut ways, owners): (Revision, Vec<Way>, Vec<Owner>)| {
            ways.sort_unstable();
            ways.dedup();
            // Where somebody is concerned, it does not matter that it can also be reached by nobody.
            if ways.len() > 1 {
                ways.retain(|way| *way != Way::Nowhere);
            }
            let judged = ways.iter().map(|way| judged(revision.event, *way));
            // The first of the worst.
            let worst = judged.reduce(|one, other| if other.0 > one.0 { other } else { one });
            (revision.class, revision.reason) = worst.unwrap_or((Class::Breaking, ""));
            revision.directions = ways.iter().filter_map(|way| way.direction()).collect();
            let mut numbers: Vec<usize> =
                owners.iter().flat_map(|it| concerned[it].clone()).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let named = numbers.iter().map(|it| Arc::clone(&walk.operations[*it]));
            revision.operations = named.collect();
            revision
        };
        folded.into_values().map(whole).collect()
    }
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
