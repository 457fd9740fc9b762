//! Types and listed values.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::drift::Event;

use super::super::found::Spot;
use super::super::node::Node;
use super::super::reach::Way;
use super::super::value::{key, shown};
use super::super::walk::{Pair, Walk};
use super::Both;
use super::shape::Shape;

/// The types of JSON Schema, each with the bits of what it allows: an integer is a number.
const TYPES: [(&str, u8); 7] = [
    ("null", 0b1),
    ("boolean", 0b10),
    ("integer", 0b100),
    ("number", 0b1100),
    ("string", 0b1_0000),
    ("array", 0b10_0000),
    ("object", 0b100_0000),
];

/// Every type.
const ANY: u8 = 0b111_1111;

/// Listed values by what tells them apart, with how they are shown and what types they are of.
type Listed = BTreeMap<String, (String, u8)>;

impl<'d> Walk<'d> {
    /// The types that are allowed; where values are listed on both sides, the values say it.
    pub(super) fn types(&mut self, both: &Both<'d>) {
        let listed = both
            .shapes
            .iter()
            .all(|it| matches!(enums(it), Ok(Some(_))));
        let event = match both.shapes.each_ref().map(types) {
            [Some(_), Some(_)] if listed => Event::SaidOtherwise,
            [Some(old), Some(new)] if old == new => Event::SaidOtherwise,
            [Some(old), Some(new)] if old & new == new => Event::Narrowed,
            [Some(old), Some(new)] if old & new == old => Event::Widened,
            [Some(_), Some(_)] => Event::Replaced,
            _ => Event::NotJudged,
        };
        let mut said = false;
        for keyword in ["type", "nullable"] {
            let raw = both.shapes.each_ref().map(|it| it.all(keyword));
            let [old, new] = raw.map(|it| it.map(|(_, value)| value).collect::<Vec<_>>());
            said |= old != new;
            self.each(both, keyword, |walk, pair, way| {
                let values = pair.values();
                if values[0] != values[1] {
                    let values = values.map(|it| it.into_iter().map(shown).collect());
                    walk.found.say_of(event, way, pair.spot(), values);
                }
            });
        }
        // A choice between types, or `null` beside a reference, is no keyword of its own.
        let choices = both.shapes.each_ref().map(|it| {
            let parts = it.parts.iter();
            let keywords = parts.map(|part| ["oneOf", "anyOf"].map(|it| part.members.get(it)));
            keywords
                .filter(|_| !it.type_choices.is_empty())
                .collect::<Vec<_>>()
        });
        if !said && (event != Event::SaidOtherwise || choices[0] != choices[1]) {
            let values = both.shapes.each_ref().map(|shape| {
                let names = types(shape).map(names);
                names.into_iter().collect()
            });
            let spot = Spot {
                at: both.at,
                there: [true, true],
            };
            self.found.say_of(event, both.way, spot, values);
        }
    }

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

/// The types that all parts allow; nothing if one is not understood.
fn types(shape: &Shape<'_>) -> Option<u8> {
    let mut allowed = ANY;
    for part in &shape.parts {
        let mut here = match part.members.get("type") {
            None => continue,
            Some(ty) => stated(ty)?,
        };
        if part.or_null || part.members.get("nullable") == Some(&Value::Bool(true)) {
            here |= 1;
        }
        allowed &= here;
    }
    for list in &shape.type_choices {
        allowed &= choice(list)?;
    }
    Some(allowed)
}

fn bits(name: &str) -> Option<u8> {
    let found = TYPES.iter().find(|(it, _)| *it == name);
    found.map(|(_, bits)| *bits)
}

/// The types that one of several branches allows.
fn choice(list: &Node<'_>) -> Option<u8> {
    let branches = list.value.as_array()?.iter();
    branches
        .map(|it| stated(it.get("type")?))
        .try_fold(0, |all, bits| Some(all | bits?))
}

/// The types that `type` states.
fn stated(ty: &Value) -> Option<u8> {
    match ty {
        Value::String(name) => bits(name),
        Value::Array(names) => {
            let mut each = names.iter().map(|name| bits(name.as_str()?));
            each.try_fold(0, |all, bits| Some(all | bits?))
        }
        _ => None,
    }
}

/// The bits of the types that a value is of.
fn bits_of(value: &Value) -> u8 {
    match value {
        Value::Null => 0b1,
        Value::Bool(_) => 0b10,
        Value::Number(number) if number.as_f64().is_some_and(|it| it.fract() == 0.0) => 0b1100,
        Value::Number(_) => 0b1000,
        Value::String(_) => 0b1_0000,
        Value::Array(_) => 0b10_0000,
        Value::Object(_) => 0b100_0000,
    }
}

/// Whether only integers are allowed.
pub(super) fn is_integer(shape: &Shape<'_>) -> bool {
    types(shape) == Some(0b100)
}

/// The types of a set, `string|null`.
fn names(bits: u8) -> String {
    if bits == ANY {
        return "any".to_owned();
    }
    let named = TYPES.iter().rev().filter(|(name, of)| match *name {
        "integer" => bits & 0b1100 == 0b0100,
        _ => bits & of == *of,
    });
    named.map(|(name, _)| *name).collect::<Vec<_>>().join("|")
}

/// The values that all parts list; nothing if none lists any, an error if a list is none.
fn enums(shape: &Shape<'_>) -> Result<Option<Listed>, ()> {
    let mut found: Option<Listed> = None;
    for part in &shape.parts {
        let lists = [
            part.members
                .get("enum")
                .map(|it| it.as_array().map(|it| listed(it)).ok_or(())),
            part.members
                .get("const")
                .map(|it| Ok(listed(std::slice::from_ref(it)))),
        ];
        for list in lists.into_iter().flatten() {
            let mut list = list?;
            if part.or_null {
                list.extend(listed(&[Value::Null]));
            }
            found = Some(match found {
                None => list,
                Some(mut all) => {
                    all.retain(|key, _| list.contains_key(key));
                    all
                }
            });
        }
    }
    if let (Some(found), Some(types)) = (&mut found, types(shape)) {
        found.retain(|_, (_, of)| types & *of != 0);
    }
    Ok(found)
}

fn listed(values: &[Value]) -> Listed {
    let each = values.iter().map(|it| (key(it), (shown(it), bits_of(it))));
    each.collect()
}

fn only(these: &Listed, others: &Listed) -> Vec<String> {
    let only = these.iter().filter(|(key, _)| !others.contains_key(*key));
    only.map(|(_, (shown, _))| shown.clone()).collect()
}
