//! Paths, webhooks and callbacks: which operations there are on both sides.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use claims::openapi::METHODS;

use crate::drift::Event;

use super::member::Means::Elsewhere;
use super::node::Node;
use super::operation::{Operation, Whose};
use super::reach::Way;
use super::walk::{Pair, Walk};

impl<'d> Walk<'d> {
    /// All paths: an operation that is at another path is found again by its id.
    pub(super) fn paths(&mut self, paths: Pair<'d>, way: Way) {
        let entries = self.map(paths, way);
        let (items, others): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|(name, _)| name.starts_with('/'));
        for (name, pair) in others {
            self.member(pair, way, super::member::otherwise(name));
        }
        let mut single: [Vec<Operation<'d>>; 2] = Default::default();
        for (names, pair) in by_shape(items) {
            self.item((names, Whose::Callers), pair, way, &mut single);
        }
        let [gone, came] = single;
        let mut by_id: HashMap<&str, Vec<Operation<'d>>> = HashMap::new();
        for operation in &came {
            if let Some(id) = operation.node.text("operationId") {
                by_id.entry(id).or_default().push(*operation);
            }
        }
        let mut found = HashSet::new();
        for old in gone {
            let moved = old.node.text("operationId").and_then(|id| by_id.get(id));
            match moved.map(Vec::as_slice) {
                Some([new]) if found.insert(new.node.identity()) => {
                    self.operation([old, *new], way, Some(Event::Renamed));
                }
                _ => self.single([Some(old), None], way),
            }
        }
        for new in came {
            if !found.contains(&new.node.identity()) {
                self.single([None, Some(new)], way);
            }
        }
    }

    /// What the API calls: webhooks by their names, and callbacks by their expressions.
    pub(super) fn receivers(&mut self, receivers: Pair<'d>, way: Way, whose: Whose) {
        for (name, pair) in self.map(receivers, way) {
            match pair.both() {
                None if name.starts_with("x-") => {
                    self.member(pair, way, super::member::otherwise(name));
                }
                None => self.only(pair, way, Event::CallbackRemoved, Event::CallbackAdded),
                Some(_) => {
                    let mut single: [Vec<Operation<'d>>; 2] = Default::default();
                    self.item(([name; 2], whose), pair, way.turned(), &mut single);
                    let [gone, came] = single.map(|all| all.into_iter().map(|it| it.node));
                    let at = pair.at;
                    for node in gone {
                        let at = [node.at, at[1]];
                        let pair = Pair {
                            nodes: [Some(node), None],
                            at,
                        };
                        self.only(pair, way, Event::CallbackRemoved, Event::CallbackAdded);
                    }
                    for node in came {
                        let at = [at[0], node.at];
                        let pair = Pair {
                            nodes: [None, Some(node)],
                            at,
                        };
                        self.only(pair, way, Event::CallbackRemoved, Event::CallbackAdded);
                    }
                }
            }
        }
    }

    /// A path item; operations that only one side has are left to the caller.
    fn item(
        &mut self,
        (paths, whose): ([&'d str; 2], Whose),
        pair: Pair<'d>,
        way: Way,
        single: &mut [Vec<Operation<'d>>; 2],
    ) {
        if pair.nodes.iter().flatten().any(|it| !it.value.is_object()) {
            return self.whole(pair, way);
        }
        let nodes = if let Some(both) = pair.both() {
            self.resolved(both, way).map(Some)
        } else {
            [0, 1].map(|side| Some(self.sides[side].resolved(pair.nodes[side]?)))
        };
        if let [Some(old), Some(new)] = nodes {
            if !self.meet([old, new], way) {
                return;
            }
            self.members([old, new], way, |name| match name {
                "parameters" | "servers" | "additionalOperations" => Some(Elsewhere),
                _ if METHODS.contains(&name) => Some(Elsewhere),
                _ => None,
            });
        } else if nodes.iter().flatten().all(|it| methods(it).is_empty()) {
            self.found.say(Event::SaidOtherwise, way, pair.spot());
        }
        let mut all: [Vec<Operation<'d>>; 2] = Default::default();
        for side in 0..2 {
            let Some(item) = nodes[side] else { continue };
            let item = match whose {
                Whose::Part => item,
                _ => self.sides[side].own(item),
            };
            let more = self.sides[side].member(item, "additionalOperations");
            for (of, names) in [
                (Some(item), methods(&item)),
                (more, more.iter().flat_map(methods_of).collect()),
            ] {
                for method in names {
                    let node = of.and_then(|of| self.sides[side].member(of, method));
                    all[side].extend(node.map(|node| Operation {
                        node,
                        item,
                        path: paths[side],
                        method,
                        whose,
                    }));
                }
            }
        }
        let [old, new] = all;
        for before in &old {
            match new.iter().find(|it| it.method == before.method) {
                Some(after) => {
                    let renamed = (paths[0] != paths[1]).then_some(Event::PlaceholderRenamed);
                    self.operation([*before, *after], way, renamed);
                }
                None => single[0].push(*before),
            }
        }
        let came = new
            .iter()
            .filter(|it| old.iter().all(|old| old.method != it.method));
        single[1].extend(came);
        if let [Some(old), Some(new)] = nodes {
            self.overridden([old, new], way);
        }
    }

    /// A path item among the components, to which nothing leads.
    pub(super) fn unused_item(&mut self, pair: Pair<'d>, way: Way) {
        let mut single: [Vec<Operation<'d>>; 2] = Default::default();
        self.item(([""; 2], Whose::Part), pair, way, &mut single);
        for (side, operations) in single.into_iter().enumerate() {
            for operation in operations {
                let mut pair = Pair {
                    nodes: [None; 2],
                    at: pair.at,
                };
                pair.nodes[side] = Some(operation.node);
                pair.at[side] = operation.node.at;
                self.only(pair, way, Event::OperationRemoved, Event::OperationAdded);
            }
        }
    }

    /// An operation that only one side has.
    fn single(&mut self, one: [Option<Operation<'d>>; 2], way: Way) {
        for (side, operation) in one.into_iter().enumerate() {
            if let Some(operation) = operation {
                let (node, item) = (operation.node, operation.item);
                let number = self.number(operation.name());
                let node = self.owned(side, node, number);
                self.lead(side, node.at, item.at, way);
                let mut pair = Pair {
                    nodes: [None; 2],
                    at: [node.at; 2],
                };
                pair.nodes[side] = Some(node);
                self.use_up(side, operation);
                self.only(pair, way, Event::OperationRemoved, Event::OperationAdded);
            }
        }
    }
}

fn methods<'d>(item: &Node<'d>) -> Vec<&'d str> {
    let members = item.members().into_iter().flatten();
    let names = members.map(|(name, _)| name.as_str());
    names.filter(|name| METHODS.contains(name)).collect()
}

fn methods_of<'d>(more: &Node<'d>) -> Vec<&'d str> {
    let members = more.members().into_iter().flatten();
    members.map(|(name, _)| name.as_str()).collect()
}

/// Path items of both documents: alike in name, or else in all but the names in braces.
fn by_shape<'d>(items: Vec<(&'d str, Pair<'d>)>) -> Vec<([&'d str; 2], Pair<'d>)> {
    let (both, one): (Vec<_>, Vec<_>) = items
        .into_iter()
        .partition(|(_, pair)| pair.both().is_some());
    let mut found: Vec<_> = both
        .into_iter()
        .map(|(name, pair)| ([name; 2], pair))
        .collect();
    let (gone, came): (Vec<_>, Vec<_>) = one
        .into_iter()
        .partition(|(_, pair)| pair.nodes[0].is_some());
    let mut shapes: HashMap<Arc<str>, Vec<(&'d str, Pair<'d>)>> = HashMap::new();
    for (name, pair) in came.into_iter().rev() {
        shapes.entry(shape(name)).or_default().push((name, pair));
    }
    for (name, pair) in gone {
        match shapes.get_mut(&shape(name)).and_then(Vec::pop) {
            Some((now, other)) => found.push((
                [name, now],
                Pair {
                    nodes: [pair.nodes[0], other.nodes[1]],
                    at: [pair.at[0], other.at[1]],
                },
            )),
            None => found.push(([name; 2], pair)),
        }
    }
    let mut rest: Vec<_> = shapes.into_values().flatten().collect();
    rest.sort_unstable_by_key(|(name, _)| *name);
    found.extend(rest.into_iter().map(|(name, pair)| ([name; 2], pair)));
    found
}

/// A path without the names in its braces.
fn shape(path: &str) -> Arc<str> {
    let parts = path
        .split('{')
        .enumerate()
        .map(|(at, part)| match part.split_once('}') {
            Some((_, rest)) if at > 0 => format!("{{}}{rest}"),
            _ => part.to_owned(),
        });
    parts.collect::<String>().into()
}
