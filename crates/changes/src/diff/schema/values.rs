//! Listed values, and what is said where one is left out.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::drift::Event;

use super::super::reach::Way;
use super::super::value::{key, shown};
use super::super::walk::{Pair, Walk};
use super::Both;
use super::allowed::{bits_of, types};
use super::shape::Shape;

/// Listed values by what tells them apart, with how they are shown and what types they are of.
pub(super) type Listed = BTreeMap<String, (String, u8)>;

impl<'d> Walk<'d> {
    /// The listed values, as `enum` or as `const`.
    pub(super) fn enums(&mut self, both: &Both<'d>) {
        let [old, new] = both.shapes.each_ref().map(enums);
        let pairs = self.listing(both);
        let Some(pair) = pairs.first().copied() else {
            return;
        };
        let (Ok(old), Ok(new)) = (old, new) else {
            for pair in pairs {
                self.whole(pair, both.way);
            }
            return;
        };
        self.lists(pair, both.way, &[old, new]);
    }

    /// What changed between two lists; a list that is not there lists every value.
    fn lists(&mut self, pair: Pair<'d>, way: Way, lists: &[Option<Listed>; 2]) {
        let [gone, come] = match lists {
            [Some(old), Some(new)] => [only(old, new), only(new, old)],
            [old, new] => [old, new].map(|it| {
                it.as_ref()
                    .map(|it| only(it, &Listed::new()))
                    .unwrap_or_default()
            }),
        };
        let event = match lists.each_ref().map(Option::is_some) {
            [false, true] => Event::Narrowed,
            [true, false] => Event::Widened,
            _ if gone.is_empty() && come.is_empty() => {
                let [old, new] = pair.values();
                return if old == new {
                } else if old.is_some_and(Value::is_array) && new.is_some_and(Value::is_array) {
                    self.reordered(pair.at, way, Event::Reordered);
                } else {
                    self.found.say(Event::SaidOtherwise, way, pair.spot());
                };
            }
            _ => {
                for (event, values) in [
                    (Event::ValueRemoved, [gone, Vec::new()]),
                    (Event::ValueAdded, [Vec::new(), come]),
                ] {
                    if values.iter().any(|it| !it.is_empty()) {
                        self.found.say_of(event, way, pair.spot(), values);
                    }
                }
                return;
            }
        };
        self.found.say_of(event, way, pair.spot(), [gone, come]);
    }

    /// Where the lists are that differ: the first of each side.
    fn listing(&mut self, both: &Both<'d>) -> Vec<Pair<'d>> {
        let [old, new] = [0, 1].map(|side| {
            let mut all = both.shapes[side].nodes(&mut self.sides[side], "enum");
            all.extend(both.shapes[side].nodes(&mut self.sides[side], "const"));
            all.extend(&both.shapes[side].value_choices);
            all
        });
        let mut pairs = Vec::new();
        for index in 0..old.len().max(new.len()) {
            let nodes = [old.get(index).copied(), new.get(index).copied()];
            let at = [0, 1].map(|side| match nodes[side] {
                Some(node) => node.at,
                None => self.would_be(both, side, "enum"),
            });
            pairs.push(Pair { nodes, at });
        }
        // What is the same on both sides is not where the change is.
        pairs.sort_by_key(|pair| pair.values()[0] == pair.values()[1]);
        pairs
    }

    /// A list of values that stands by itself, as that of a server variable.
    pub(in super::super) fn listed(&mut self, pair: Pair<'d>, way: Way) {
        if pair.nodes.iter().flatten().any(|it| !it.value.is_array()) {
            return self.whole(pair, way);
        }
        let lists = pair.values().map(|it| Some(listed(it?.as_array()?)));
        self.lists(pair, way, &lists);
    }

    /// Known values of an open list: readers are told to expect others.
    pub(super) fn extensible(&mut self, both: &Both<'d>) {
        self.each(both, "x-extensible-enum", |walk, pair, way| {
            if pair.nodes.iter().flatten().any(|it| !it.value.is_array()) {
                return walk.whole(pair, way);
            }
            let [old, new] = pair
                .values()
                .map(|it| it.and_then(Value::as_array).map(|it| listed(it)));
            let [old, new] = [old, new].map(Option::unwrap_or_default);
            let (gone, come) = (only(&old, &new), only(&new, &old));
            let stated = pair.nodes.iter().all(Option::is_some);
            if pair.values()[0] != pair.values()[1]
                && (!stated || gone.is_empty() && come.is_empty())
            {
                walk.found.say(Event::SaidOtherwise, way, pair.spot());
            }
            if stated && !gone.is_empty() {
                walk.found
                    .say_of(Event::ValueRemoved, way, pair.spot(), [gone, Vec::new()]);
            }
            if stated && !come.is_empty() {
                // Whoever reads it was told that others may come.
                walk.found
                    .say_of(Event::Opened, way, pair.spot(), [Vec::new(), come]);
            }
        });
    }

    pub(super) fn default(&mut self, both: &Both<'d>) {
        self.each(both, "default", |walk, pair, way| {
            let event = match pair.nodes {
                [None, Some(_)] => Event::DefaultAdded,
                _ => Event::DefaultChanged,
            };
            walk.member(pair, way, super::super::member::Means::Always(event));
        });
    }

    /// The words that explain listed values: the same words at other values are another meaning.
    pub(super) fn meanings(&mut self, both: &Both<'d>) {
        self.each(both, "x-enumDescriptions", |walk, pair, way| {
            let [old, new] = pair.values();
            if old == new {
                return;
            }
            let words = |value: Option<&Value>, changed: bool| {
                let other = if changed { new } else { old };
                let members = value.and_then(Value::as_object).into_iter().flatten();
                let differ = members.filter(|(name, words)| {
                    other
                        .and_then(|it| it.get(name.as_str()))
                        .is_some_and(|it| it != *words)
                });
                let mut words: Vec<String> = differ.map(|(_, words)| words.to_string()).collect();
                words.sort_unstable();
                words
            };
            let (before, after) = (words(old, true), words(new, false));
            let event = if !before.is_empty() && before == after {
                Event::MeaningsSwapped
            } else {
                Event::Reworded
            };
            walk.found.say(event, way, pair.spot());
        });
    }
}

/// The values that all parts list; nothing if none lists any, an error if a list is none.
pub(super) fn enums(shape: &Shape<'_>) -> Result<Option<Listed>, ()> {
    let mut lists = Vec::new();
    for part in &shape.parts {
        for list in stated(part.node.value) {
            let mut list = list?;
            if part.or_null {
                list.extend(listed(&[Value::Null]));
            }
            lists.push(list);
        }
    }
    for choice in &shape.value_choices {
        let branches = choice.value.as_array().into_iter().flatten();
        let lists_of_branches: Result<Vec<Listed>, ()> = branches.flat_map(stated).collect();
        lists.push(lists_of_branches?.into_iter().flatten().collect());
    }
    let mut found = lists.into_iter().reduce(|mut all, list| {
        all.retain(|key, _| list.contains_key(key));
        all
    });
    if let (Some(found), Some(types)) = (&mut found, types(shape)) {
        found.retain(|_, (_, of)| types & *of != 0);
    }
    Ok(found)
}

/// What a schema lists, as `enum` and as `const`.
fn stated(schema: &Value) -> impl Iterator<Item = Result<Listed, ()>> {
    let list = schema.get("enum");
    let list = list.map(|it| it.as_array().map(|it| listed(it)).ok_or(()));
    let one = schema.get("const");
    let one = one.map(|it| Ok(listed(std::slice::from_ref(it))));
    list.into_iter().chain(one)
}

fn listed(values: &[Value]) -> Listed {
    let each = values.iter().map(|it| (key(it), (shown(it), bits_of(it))));
    each.collect()
}

fn only(these: &Listed, others: &Listed) -> Vec<String> {
    let only = these.iter().filter(|(key, _)| !others.contains_key(*key));
    only.map(|(_, (shown, _))| shown.clone()).collect()
}
