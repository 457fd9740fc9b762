//! Schemas within schemas, and what ties properties to each other.

use serde_json::Value;

use crate::drift::Event;

use super::super::member::Means;
use super::super::reach::Way;
use super::super::walk::{Pair, Unit, Walk};
use super::Both;

impl<'d> Walk<'d> {
    /// A keyword that holds one schema; where it is absent, everything is allowed.
    pub(super) fn child(&mut self, both: &Both<'d>, keyword: &'d str, way: Way) {
        let schemas = [0, 1].map(|side| both.shapes[side].nodes(&mut self.sides[side], keyword));
        // Tuples of older drafts: a list of schemas, each at its place.
        if schemas.iter().flatten().any(|it| it.value.is_array()) {
            return self.in_order(both, keyword);
        }
        match (&*schemas[0], &*schemas[1]) {
            ([_], [_]) | ([], _) | (_, []) => {
                self.each(both, keyword, |walk, pair, _| walk.schema(pair, way));
            }
            (old, new) => {
                let at = [old[0].at, new[0].at];
                self.open(Unit { schemas, at, way });
            }
        }
    }

    /// A keyword that limits what is allowed by what it leads to: one that comes or goes allows less or
    /// more, and of what changes within it nobody can tell.
    pub(super) fn condition(&mut self, both: &Both<'d>, keyword: &'d str) {
        let [old, new] = both
            .shapes
            .each_ref()
            .map(|it| it.all(keyword).next().is_some());
        if old == new {
            return self.child(both, keyword, Way::Condition);
        }
        let stating = &both.shapes[usize::from(new)];
        let effective = |keyword: &str| stating.all(keyword).next().is_some();
        let idle = match keyword {
            "if" => !effective("then") && !effective("else"),
            "then" | "else" => !effective("if"),
            _ => false,
        };
        let event = match (idle, new) {
            (true, _) => Event::SaidOtherwise,
            (false, true) => Event::Narrowed,
            (false, false) => Event::Widened,
        };
        self.each(both, keyword, |walk, pair, way| {
            walk.found.say(event, way, pair.spot());
        });
    }

    /// A keyword that holds schemas by name.
    pub(super) fn children(&mut self, both: &Both<'d>, keyword: &'d str, way: Way) {
        self.each(both, keyword, |walk, pair, here| {
            for (_, pair) in walk.map(pair, here) {
                match pair.both() {
                    Some(_) => walk.schema(pair, way),
                    None if way == Way::Nowhere => {
                        walk.found.say(Event::SaidOtherwise, way, pair.spot());
                    }
                    None => walk.schema(pair, here),
                }
            }
        });
    }

    /// A keyword that holds schemas in an order that counts.
    pub(super) fn in_order(&mut self, both: &Both<'d>, keyword: &'d str) {
        self.each(both, keyword, |walk, pair, way| {
            let lists = pair.nodes;
            if lists.iter().flatten().any(|it| !it.value.is_array()) {
                return walk.whole(pair, way);
            }
            let [old, new] = [0, 1].map(|side| {
                lists[side]
                    .map(|it| walk.sides[side].items(it))
                    .unwrap_or_default()
            });
            for index in 0..old.len().max(new.len()) {
                let nodes = [old.get(index).copied(), new.get(index).copied()];
                let at = [0, 1].map(|side| nodes[side].map_or(pair.at[side], |it| it.at));
                walk.schema(Pair { nodes, at }, way);
            }
        });
    }

    /// Properties that must be there if another one is.
    pub(super) fn dependent(&mut self, both: &Both<'d>, keyword: &'d str) {
        self.each(both, keyword, |walk, pair, way| {
            for (_, pair) in walk.map(pair, way) {
                let named = |value: Option<&Value>| -> Option<Vec<String>> {
                    let Some(value) = value else {
                        return Some(Vec::new());
                    };
                    let names = value
                        .as_array()?
                        .iter()
                        .map(|it| it.as_str().map(str::to_owned));
                    let mut names: Vec<String> = names.collect::<Option<_>>()?;
                    names.sort_unstable();
                    names.dedup();
                    Some(names)
                };
                let event = match pair.values().map(named) {
                    [Some(old), Some(new)] if old == new => Event::SaidOtherwise,
                    [Some(old), Some(new)] if old.iter().all(|it| new.contains(it)) => {
                        Event::BecameRequired
                    }
                    [Some(old), Some(new)] if new.iter().all(|it| old.contains(it)) => {
                        Event::BecameOptional
                    }
                    [Some(_), Some(_)] => Event::Replaced,
                    _ => Event::NotJudged,
                };
                walk.member(pair, way, Means::Always(event));
            }
        });
    }
}
