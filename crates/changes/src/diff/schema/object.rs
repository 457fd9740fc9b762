//! Properties: which there are, which must be there, and what else may be.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::drift::Event;

use super::super::found::Spot;
use super::super::member::Means;
use super::super::node::Node;
use super::super::reach::Way;
use super::super::walk::{Pair, Unit, Walk};
use super::shape::Shape;
use super::{Both, is_any};

/// The properties of both sides, by name: one, or several that each have to be met.
type Properties<'d> = Vec<(&'d str, [Vec<Node<'d>>; 2])>;

impl<'d> Walk<'d> {
    /// Compares properties and whether they must be there.
    pub(super) fn properties(&mut self, both: &Both<'d>) {
        let properties = self.by_name(both);
        let required = both.shapes.each_ref().map(required);
        let mut known: HashMap<&str, Way> = HashMap::new();
        for (name, schemas) in properties {
            let way = self.way_of(&schemas, both.way);
            let at = [0, 1].map(|side| match schemas[side].first() {
                Some(node) => node.at,
                None => self.would_be(both, side, "properties"),
            });
            let pair = Pair {
                nodes: schemas.each_ref().map(|it| it.first().copied()),
                at,
            };
            match pair.nodes {
                [Some(_), Some(_)] => {
                    known.insert(name, way);
                    if let ([old], [new]) = (&*schemas[0], &*schemas[1]) {
                        self.schema(Pair::of([*old, *new]), way);
                    } else {
                        self.open(Unit { schemas, at, way });
                    }
                }
                [Some(_), None] => {
                    known.insert(name, Way::Nowhere);
                    self.found.say(Event::ElementRemoved, way, pair.spot());
                }
                _ => {
                    let event = if required[1].contains(name) {
                        Event::RequiredAdded
                    } else {
                        Event::OptionalAdded
                    };
                    known.insert(name, Way::Nowhere);
                    self.found.say(event, way, pair.spot());
                }
            }
            if pair.both().is_none() {
                // The change of the property says it.
                known.remove(name);
                continue;
            }
            self.demanded(both, name, way, &required);
            if required[1].contains(name) && self.comes_in(pair, way) {
                self.found.say(Event::RequiredAdded, way, pair.spot());
            }
        }
        self.demanded_only(both, &known, &required);
    }

    /// Names that must be there and are no properties here, and how the list is written.
    fn demanded_only(
        &mut self,
        both: &Both<'d>,
        known: &HashMap<&str, Way>,
        required: &[HashSet<&'d str>; 2],
    ) {
        let named = |side: usize, name: &str| {
            both.shapes[side]
                .all("properties")
                .any(|(_, it)| it.get(name).is_some())
        };
        let mut others: Vec<&'d str> = required.iter().flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        for name in others {
            if !known.contains_key(name) && !named(0, name) && !named(1, name) {
                self.demanded(both, name, both.way, required);
            }
        }
        let same = required[0] == required[1];
        self.each(both, "required", |walk, pair, way| {
            let lists = pair.values().map(|it| it.map(Value::as_array));
            let event = match lists {
                [Some(None), _] | [_, Some(None)] => Event::NotJudged,
                _ if same => match pair.both() {
                    Some(_) => Event::Reordered,
                    None => Event::SaidOtherwise,
                },
                _ => return,
            };
            walk.member(pair, way, Means::Always(event));
        });
    }

    /// Whether one name must be there.
    fn demanded(
        &mut self,
        both: &Both<'d>,
        name: &'d str,
        way: Way,
        required: &[HashSet<&str>; 2],
    ) {
        let event = match required.each_ref().map(|it| it.contains(name)) {
            [false, true] => Event::BecameRequired,
            [true, false] => Event::BecameOptional,
            _ => return,
        };
        let mut spot = Spot {
            at: both.at,
            there: [false; 2],
        };
        for side in 0..2 {
            let parts = &both.shapes[side].parts;
            let stated = parts.iter().find_map(|part| {
                let list = self.sides[side].member(part.node, "required")?;
                let mut items = self.sides[side].items(list).into_iter();
                items.find(|it| it.value == name)
            });
            let holder = parts.iter().find(|part| {
                part.members
                    .get("properties")
                    .is_some_and(|it| it.get(name).is_some())
            });
            let holder = holder
                .or(parts.first())
                .map_or(both.at[side], |it| it.node.at);
            spot.there[side] = stated.is_some();
            spot.at[side] = match stated {
                Some(item) => item.at,
                None => self.sides[side].place(holder, "required"),
            };
        }
        self.found.say(event, way, spot);
    }

    fn by_name(&mut self, both: &Both<'d>) -> Properties<'d> {
        let mut index: HashMap<&'d str, usize> = HashMap::new();
        let mut found: Properties<'d> = Vec::new();
        for side in 0..2 {
            let maps = both.shapes[side].nodes(&mut self.sides[side], "properties");
            for map in maps {
                for (name, node) in self.sides[side].entries(Some(map)) {
                    let at = *index.entry(name).or_insert_with(|| {
                        found.push((name, Default::default()));
                        found.len() - 1
                    });
                    found[at].1[side].push(node);
                }
            }
        }
        self.each(both, "properties", |walk, pair, way| {
            let odd = pair.nodes.iter().flatten().any(|it| !it.value.is_object());
            let empty = |it: &Option<Node<'d>>| {
                it.is_none_or(|it| it.members().is_some_and(serde_json::Map::is_empty))
            };
            if odd {
                walk.whole(pair, way);
            } else if pair.both().is_none() && pair.nodes.iter().all(empty) {
                walk.found.say(Event::SaidOtherwise, way, pair.spot());
            }
        });
        found
    }

    /// Which way a property goes: what is read only is in no request (OpenAPI 3.1, section 4.8.24;
    /// JSON Schema 2020-12 validation, section 9.4).
    fn way_of(&mut self, schemas: &[Vec<Node<'d>>; 2], way: Way) -> Way {
        let flag = match way {
            Way::Request => "readOnly",
            Way::Response => "writeOnly",
            way => return way,
        };
        let mut sides = (0..2).filter(|side| !schemas[*side].is_empty());
        let stays_out = sides.all(|side| {
            schemas[side].iter().any(|node| {
                let resolved = self.sides[side].resolved(*node);
                [node, &resolved]
                    .iter()
                    .any(|it| it.value.get(flag) == Some(&Value::Bool(true)))
            })
        });
        if stays_out { Way::Nowhere } else { way }
    }

    /// Whether a property that did not go this way does so now.
    fn comes_in(&mut self, pair: Pair<'d>, way: Way) -> bool {
        let stays_out = [0, 1].map(|side| {
            let mut one = [Vec::new(), Vec::new()];
            one[side] = pair.nodes[side].into_iter().collect();
            way != Way::Nowhere && self.way_of(&one, way) == Way::Nowhere
        });
        stays_out == [true, false]
    }

    /// Whether it goes only one way.
    pub(super) fn one_way(&mut self, both: &Both<'d>, keyword: &'d str, concerned: Way) {
        let is = both.shapes.each_ref().map(|it| it.is(keyword));
        let known = both
            .shapes
            .iter()
            .all(|it| it.all(keyword).all(|(_, it)| it.is_boolean()));
        let event = match is {
            _ if !known => Event::NotJudged,
            [false, true] if both.way == concerned || both.way == Way::Condition => {
                Event::WayClosed
            }
            [true, false] if both.way == concerned || both.way == Way::Condition => {
                Event::WayOpened
            }
            _ => Event::SaidOtherwise,
        };
        self.each(both, keyword, |walk, pair, way| {
            walk.member(pair, way, Means::Always(event));
        });
    }

    /// What may be there beside the named ones.
    pub(super) fn further(&mut self, both: &Both<'d>, keyword: &'d str) {
        let closed =
            |shape: &Shape<'d>| shape.all(keyword).any(|(_, it)| *it == Value::Bool(false));
        let typed = |shape: &Shape<'d>| {
            shape
                .all(keyword)
                .any(|(_, it)| !it.is_boolean() && !is_any(it))
        };
        let [old, new] = both.shapes.each_ref().map(|it| (closed(it), typed(it)));
        let event = match (old, new) {
            ((true, _), (true, _)) | ((false, false), (false, false)) => Event::SaidOtherwise,
            ((true, _), (false, false)) => Event::Opened,
            ((true, _), (false, true)) => Event::OptionalAdded,
            ((false, false), (true, _)) => Event::Closed,
            ((false, true), (true, _)) => Event::ElementRemoved,
            ((false, _), (false, _)) => return self.child(both, keyword, both.way),
        };
        self.each(both, keyword, |walk, pair, way| {
            walk.member(pair, way, Means::Always(event));
        });
    }
}

/// The names that must be there.
fn required<'d>(shape: &Shape<'d>) -> HashSet<&'d str> {
    let lists = shape.all("required").filter_map(|(_, it)| it.as_array());
    lists.flatten().filter_map(Value::as_str).collect()
}
