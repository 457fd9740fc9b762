//! The walk through both documents, and what is still to be compared.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use serde_json::Value;

use crate::drift::Event;

use super::found::{Found, Spot};
use super::names::Names;
use super::node::{At, Node, Side};
use super::reach::{Owner, Reach, Way};

/// Two sets of schemas, each of which a value has to meet as a whole.
pub(super) struct Unit<'d> {
    pub(super) schemas: [Vec<Node<'d>>; 2],
    /// Where the schemas are, or would be.
    pub(super) at: [At; 2],
    pub(super) way: Way,
}

/// Both documents, what was found, and what is still to be compared.
pub(super) struct Walk<'d> {
    pub(super) sides: [Side<'d>; 2],
    pub(super) names: Names,
    pub(super) found: Found,
    pub(super) reach: Reach,
    /// The operations that anything can concern.
    pub(super) operations: Vec<Arc<str>>,
    /// What an operation goes by, wherever it is stated, by identity.
    pub(super) used: HashSet<usize>,
    open: VecDeque<Unit<'d>>,
    /// Values that have been compared, by identity.
    met: HashSet<([usize; 2], Way)>,
    /// Sets of them.
    sets: HashSet<([Vec<usize>; 2], Way)>,
}

/// A member of two objects: of one of them at least.
#[derive(Clone, Copy)]
pub(super) struct Pair<'d> {
    pub(super) nodes: [Option<Node<'d>>; 2],
    pub(super) at: [At; 2],
}

impl<'d> Pair<'d> {
    pub(super) fn of([old, new]: [Node<'d>; 2]) -> Self {
        Self {
            nodes: [Some(old), Some(new)],
            at: [old.at, new.at],
        }
    }

    pub(super) fn spot(&self) -> Spot {
        Spot {
            at: self.at,
            there: self.nodes.map(|it| it.is_some()),
        }
    }

    pub(super) fn both(&self) -> Option<[Node<'d>; 2]> {
        Some([self.nodes[0]?, self.nodes[1]?])
    }

    pub(super) fn values(&self) -> [Option<&'d Value>; 2] {
        self.nodes.map(|it| Some(it?.value))
    }
}

impl<'d> Walk<'d> {
    /// Comes upon all changes between two documents.
    pub(super) fn through(old: &'d Value, new: &'d Value) -> Self {
        let mut walk = Self {
            sides: [old, new].map(Side::of),
            names: Names::between(old, new),
            found: Found::default(),
            reach: Reach::default(),
            operations: Vec::new(),
            used: HashSet::new(),
            open: VecDeque::new(),
            met: HashSet::new(),
            sets: HashSet::new(),
        };
        walk.document();
        walk.empty();
        walk.components();
        walk.empty();
        walk
    }

    /// Compares all schemas that are still open, and those that they lead to.
    fn empty(&mut self) {
        while let Some(unit) = self.open.pop_front() {
            self.schemas(unit);
        }
    }

    /// Has two sets of schemas compared, once in each direction.
    pub(super) fn open(&mut self, unit: Unit<'d>) {
        let first = match &unit.schemas {
            [old, new] if old.len() == 1 && new.len() == 1 => self.meet([old[0], new[0]], unit.way),
            sets => {
                let of = |nodes: &Vec<Node<'d>>| nodes.iter().map(Node::identity).collect();
                self.sets.insert((sets.each_ref().map(of), unit.way))
            }
        };
        if first {
            self.open.push_back(unit);
        }
    }

    /// Whether two values meet in this direction for the first time.
    pub(super) fn meet(&mut self, nodes: [Node<'d>; 2], way: Way) -> bool {
        self.met.insert((nodes.map(|it| it.identity()), way))
    }

    /// Whether two values have met in any direction.
    pub(super) fn have_met(&self, nodes: [Node<'d>; 2]) -> bool {
        let met = nodes.map(|it| it.identity());
        let ways = [Way::Request, Way::Response, Way::Condition];
        ways.iter().any(|way| self.met.contains(&(met, *way)))
    }

    /// A member of both objects.
    pub(super) fn pair(&mut self, [old, new]: [Node<'d>; 2], name: &'d str) -> Pair<'d> {
        let nodes = [
            self.sides[0].member(old, name),
            self.sides[1].member(new, name),
        ];
        let place = |side: &mut Side<'d>, node: Option<Node<'d>>, of: Node<'d>| {
            node.map_or_else(|| side.place(of.at, name), |it| it.at)
        };
        let at = [
            place(&mut self.sides[0], nodes[0], old),
            place(&mut self.sides[1], nodes[1], new),
        ];
        Pair { nodes, at }
    }

    /// The same where one of the objects may not be there; nothing has no members.
    pub(super) fn within(&mut self, pair: Pair<'d>, name: &'d str) -> Pair<'d> {
        let mut nodes = [None; 2];
        let mut at = pair.at;
        for side in 0..2 {
            nodes[side] = pair.nodes[side].and_then(|it| self.sides[side].member(it, name));
            at[side] = match nodes[side] {
                Some(node) => node.at,
                None => self.sides[side].place(pair.at[side], name),
            };
        }
        Pair { nodes, at }
    }

    /// The entries of two maps, in the order of the old one and then of the new one.
    pub(super) fn entries(&mut self, maps: Pair<'d>) -> Vec<(&'d str, Pair<'d>)> {
        let [old, new] = maps.nodes.map(|it| it.and_then(|it| it.members()));
        let before = old.into_iter().flatten().map(|(name, _)| name.as_str());
        let after = new.into_iter().flatten().map(|(name, _)| name.as_str());
        let after = after.filter(|name| old.is_none_or(|old| !old.contains_key(*name)));
        let names = before.chain(after);
        names.map(|name| (name, self.within(maps, name))).collect()
    }

    /// What both lead to, once references are followed; what a reference says beside itself is
    /// compared here.
    pub(super) fn resolved(&mut self, pair: [Node<'d>; 2], way: Way) -> [Node<'d>; 2] {
        let mut found = pair;
        for side in 0..2 {
            found[side] = self.sides[side].resolved(pair[side]);
            self.lead(side, pair[side].at, found[side].at, way);
        }
        let refers = |at: usize| pair[at].value.get("$ref").is_some();
        if refers(0) || refers(1) {
            let to = |at: usize| pair[at].text("$ref");
            let [old, new] = [to(0).map(|it| self.names.now(it)), to(1).map(Into::into)];
            if old != new {
                let at = [0, 1].map(|side| match to(side) {
                    Some(_) => self.sides[side].place(pair[side].at, "$ref"),
                    None => pair[side].at,
                });
                let there = [true, true];
                self.found
                    .say(Event::SaidOtherwise, way, Spot { at, there });
            }
            if refers(0) && refers(1) {
                self.beside_a_reference(pair, way);
            }
        }
        found
    }

    /// What owns one place leads to what owns another.
    pub(super) fn lead(&mut self, side: usize, from: At, to: At, way: Way) {
        let owner = |at| self.sides[side].owner(at);
        let [from, to] = [owner(from), owner(to)].map(|at| Owner { side, at, way });
        self.reach.leads(from, to);
    }
}
