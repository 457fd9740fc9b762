//! Shapes at choice: the branches of `oneOf` and `anyOf`, and what tells them apart.

use std::collections::HashMap;

use crate::drift::Event;

use super::super::member::Means;
use super::super::node::Node;
use super::super::reach::Way;
use super::super::value::key;
use super::super::walk::{Pair, Unit, Walk};
use super::Both;
use super::shape::{Shape, only_branch};

/// The branches of one keyword.
struct Group<'d> {
    keyword: &'static str,
    list: Node<'d>,
    branches: Vec<Node<'d>>,
}

/// Members of a schema that say nothing about what values are allowed.
const SILENT: [&str; 10] = [
    "oneOf",
    "anyOf",
    "discriminator",
    "description",
    "title",
    "example",
    "examples",
    "externalDocs",
    "$comment",
    "deprecated",
];

impl<'d> Walk<'d> {
    /// A schema that became one of several, or one of several that is alone now: returns whether it
    /// is, and compares it then.
    pub(super) fn one_of_a_union(&mut self, both: &Both<'d>) -> bool {
        let groups = [0, 1].map(|side| self.groups(both, side));
        let (wide, group) = match &groups {
            [old, new] if old.is_empty() && new.len() == 1 => (1, &new[0]),
            [old, new] if new.is_empty() && old.len() == 1 => (0, &old[0]),
            _ => return false,
        };
        let [single, holder] = [&both.shapes[1 - wide], &both.shapes[wide]];
        let silent = holder.parts.iter().all(|part| {
            let mut members = part.members.keys();
            members.all(|it| SILENT.contains(&it.as_str()) || it.starts_with("x-"))
        });
        if !silent {
            return false;
        }
        // It may be alone in a list, too.
        let found = single.parts.iter().find_map(|part| {
            let alone = self.branch_key(1 - wide, part.node);
            let mut branches = group.branches.iter();
            let found = branches.position(|branch| self.branch_key(wide, *branch) == alone)?;
            Some((found, part))
        });
        let Some((found, alone)) = found else {
            return false;
        };
        let mut schemas = [Vec::new(), Vec::new()];
        schemas[wide] = vec![group.branches[found]];
        schemas[1 - wide] = vec![alone.node];
        let mut at = both.at;
        at[wide] = group.branches[found].at;
        self.open(Unit {
            schemas,
            at,
            way: both.way,
        });
        for (index, branch) in group.branches.iter().enumerate() {
            if index != found {
                let mut pair = Pair {
                    nodes: [None; 2],
                    at: [branch.at; 2],
                };
                pair.at[1 - wide] = both.at[1 - wide];
                pair.nodes[wide] = Some(*branch);
                self.only(pair, both.way, Event::BranchRemoved, Event::BranchAdded);
            }
        }
        true
    }

    /// Compares the branches of both sides.
    pub(super) fn unions(&mut self, both: &Both<'d>) {
        let [old, new] = [0, 1].map(|side| self.groups(both, side));
        for index in 0..old.len().max(new.len()) {
            match (old.get(index), new.get(index)) {
                (Some(old), Some(new)) => self.union([old, new], both.way),
                // One more choice to be met allows less.
                (old, new) => {
                    let event = if new.is_some() {
                        Event::Narrowed
                    } else {
                        Event::Widened
                    };
                    let nodes = [old, new].map(|it| it.map(|it| it.list));
                    let at = [0, 1].map(|side| nodes[side].map_or(both.at[side], |it| it.at));
                    self.found.say(event, both.way, Pair { nodes, at }.spot());
                }
            }
        }
    }

    /// The branches that a value can choose from: what has one branch is that branch.
    fn groups(&mut self, both: &Both<'d>, side: usize) -> Vec<Group<'d>> {
        let mut groups = Vec::new();
        let Shape {
            type_choices,
            value_choices,
            ..
        } = &both.shapes[side];
        let choices = || type_choices.iter().chain(value_choices);
        let is_plain = |list: Node<'d>| choices().any(|it| it.identity() == list.identity());
        for part in &both.shapes[side].parts {
            for keyword in ["oneOf", "anyOf"] {
                let Some(list) = self.sides[side].member(part.node, keyword) else {
                    continue;
                };
                let branches = self.sides[side].items(list);
                if only_branch(&branches).is_none() && !is_plain(list) {
                    groups.push(Group {
                        keyword,
                        list,
                        branches,
                    });
                }
            }
        }
        groups
    }

    fn union(&mut self, groups: [&Group<'d>; 2], way: Way) {
        let [old, new] = groups;
        let lists = Pair::of([old.list, new.list]);
        if groups.iter().any(|it| !it.list.value.is_array()) {
            return self.whole(lists, way);
        }
        match (old.keyword, new.keyword) {
            ("oneOf", "anyOf") => self.found.say(Event::Widened, way, lists.spot()),
            ("anyOf", "oneOf") => self.found.say(Event::Narrowed, way, lists.spot()),
            _ => {}
        }
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, branch) in new.branches.iter().enumerate().rev() {
            index
                .entry(self.branch_key(1, *branch))
                .or_default()
                .push(at);
        }
        let (mut order, mut gone) = (Vec::new(), Vec::new());
        for branch in &old.branches {
            match index
                .get_mut(&self.branch_key(0, *branch))
                .and_then(Vec::pop)
            {
                Some(at) => {
                    order.push(at);
                    self.schema(Pair::of([*branch, new.branches[at]]), way);
                }
                None => gone.push(*branch),
            }
        }
        if !order.is_sorted() {
            self.reordered(lists.at, way, Event::Reordered);
        }
        let mut came: Vec<usize> = index.into_values().flatten().collect();
        came.sort_unstable();
        let mut came: Vec<Node<'d>> = came.into_iter().map(|at| new.branches[at]).collect();
        // What is left of one type on both sides is one branch.
        gone.retain(|old| {
            let ty = |it: &Node<'d>| it.value.get("type").filter(|ty| **ty != "object");
            let same = |it: &Node<'d>| ty(it).is_some() && ty(it) == ty(old);
            let Some(at) = came.iter().position(same) else {
                return true;
            };
            self.schema(Pair::of([*old, came.remove(at)]), way);
            false
        });
        if gone.len() == came.len() {
            for (old, new) in gone.into_iter().zip(came) {
                self.schema(Pair::of([old, new]), way);
            }
            return;
        }
        for (side, branches) in [(0, gone), (1, came)] {
            for branch in branches {
                let mut pair = Pair {
                    nodes: [None; 2],
                    at: lists.at,
                };
                pair.nodes[side] = Some(branch);
                pair.at[side] = branch.at;
                self.only(pair, way, Event::BranchRemoved, Event::BranchAdded);
            }
        }
    }

    /// What tells a branch from the others: where it leads, or what it says.
    fn branch_key(&self, side: usize, branch: Node<'d>) -> String {
        match branch.text("$ref") {
            Some(reference) => self.reference_key(side, reference),
            None => key(branch.value),
        }
    }

    fn reference_key(&self, side: usize, reference: &str) -> String {
        if side == 0 {
            self.names.now(reference).into_owned()
        } else {
            reference.to_owned()
        }
    }

    /// The property by which readers choose a branch.
    pub(super) fn discriminator(&mut self, both: &Both<'d>) {
        self.each(both, "discriminator", |walk, pair, way| {
            let Some(both) = pair.both() else {
                return walk.only(pair, way, Event::DiscriminatorRemoved, Event::OptionalAdded);
            };
            let objects = walk.members(both, way, |name| match name {
                "propertyName" | "defaultMapping" => Some(Means::Always(Event::Replaced)),
                "mapping" => Some(Means::Elsewhere),
                _ => None,
            });
            if !objects {
                return;
            }
            let mapping = walk.pair(both, "mapping");
            for (name, pair) in walk.map(mapping, way) {
                // The name of a schema stands for it, said or not (OpenAPI 3.1, section 4.8.25.3).
                let named = |it: &str| {
                    if it.contains(['/', '#', '.']) {
                        it.to_owned()
                    } else {
                        format!("#/components/schemas/{it}")
                    }
                };
                let leads = |side: usize| {
                    let to = pair.nodes[side].map_or(Some(name), |it| it.value.as_str());
                    to.map(|it| walk.reference_key(side, &named(it)))
                };
                match pair.both() {
                    _ if leads(0).is_some() && leads(0) == leads(1) => {
                        walk.member(pair, way, Means::Always(Event::SaidOtherwise));
                    }
                    None => walk.only(pair, way, Event::ValueRemoved, Event::ValueAdded),
                    Some(_) => walk.member(pair, way, Means::Always(Event::Replaced)),
                }
            }
        });
    }
}
