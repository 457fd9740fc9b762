//! Schemas: what values they allow, whatever they are put together from.

mod allowed;
mod bounds;
mod children;
mod keywords;
mod object;
mod shape;
mod types;
mod union;
mod values;

use serde_json::Value;

use crate::drift::Event;

use super::found::Spot;
use super::member::{Means, otherwise};
use super::node::Node;
use super::reach::Way;
use super::walk::{Pair, Unit, Walk};
use keywords::Families;
use shape::Shape;

/// Both sides of a comparison.
struct Both<'d> {
    shapes: [Shape<'d>; 2],
    /// Where each is, or would be.
    at: [super::node::At; 2],
    way: Way,
}

impl<'d> Walk<'d> {
    /// Has a schema compared that is a member of both; where it is absent, everything is allowed.
    pub(super) fn schema(&mut self, pair: Pair<'d>, way: Way) {
        let Some([old, new]) = pair.both() else {
            let Some(only) = pair.nodes.into_iter().flatten().next() else {
                return;
            };
            let event = match pair.nodes[0] {
                _ if is_any(only.value) => Event::SaidOtherwise,
                Some(_) => Event::Widened,
                None => Event::Narrowed,
            };
            return self.found.say(event, way, pair.spot());
        };
        if old.value.is_boolean() != new.value.is_boolean()
            && is_any(old.value)
            && is_any(new.value)
        {
            return self.found.say(Event::SaidOtherwise, way, pair.spot());
        }
        let [old, new] = self.targets([old, new], way);
        if old.value != new.value || !is_leaf(old.value) {
            self.open(Unit {
                schemas: [vec![old], vec![new]],
                at: [old.at, new.at],
                way,
            });
        }
    }

    /// What two references lead to that say nothing else but words.
    fn targets(&mut self, both: [Node<'d>; 2], way: Way) -> [Node<'d>; 2] {
        let found = [0, 1].map(|side| {
            let mut others = both[side].members()?.keys().filter(|it| *it != "$ref");
            let only_words = others.all(|it| is_words(it));
            let reference = both[side].text("$ref").filter(|_| only_words)?;
            Some((reference, self.sides[side].find(reference)?))
        });
        let [Some((was, old)), Some((is, new))] = found else {
            return both;
        };
        let now = self.names.now(was);
        if now != is {
            // An address can be written in more than one way.
            let leads = format!("#{}", self.sides[1].pointer(new.at));
            let event = if now == leads {
                Event::SaidOtherwise
            } else {
                Event::CodeNameChanged
            };
            let pair = self.pair(both, "$ref");
            let shown = [was, is].map(|it| vec![it.to_owned()]);
            self.found.say_of(event, way, pair.spot(), shown);
        }
        self.beside_a_reference(both, way);
        self.lead(0, both[0].at, old.at, way);
        self.lead(1, both[1].at, new.at, way);
        [old, new]
    }

    /// Compares what two sets of schemas allow.
    pub(super) fn schemas(&mut self, unit: Unit<'d>) {
        let Unit { schemas, at, way } = unit;
        let shapes = [0, 1].map(|side| {
            let shape = Shape::of(&mut self.sides[side], &schemas[side]);
            for [from, to] in &shape.edges {
                let [from, to] = [*from, *to].map(|at| super::reach::Owner {
                    side,
                    at: self.sides[side].owner(at),
                    way,
                });
                self.reach.leads(from, to);
            }
            shape
        });
        let mut shapes = shapes;
        if shapes.iter().any(|it| it.chooses) {
            for shape in &mut shapes {
                shape.type_choices.clear();
                shape.value_choices.clear();
            }
        }
        let both = Both { shapes, at, way };
        self.built(&both);
        let spot = Spot {
            at,
            there: [true, true],
        };
        match both.shapes.each_ref().map(|it| it.never) {
            [true, true] => return,
            [false, true] => return self.found.say(Event::Narrowed, way, spot),
            [true, false] => return self.found.say(Event::Widened, way, spot),
            [false, false] => {}
        }
        self.odd(&both);
        if self.one_of_a_union(&both) {
            return;
        }
        let families = Families::that_differ(&both);
        self.keywords(&both, &families);
    }

    /// How the schemas are put together: which references, in which order.
    fn built(&mut self, both: &Both<'d>) {
        let Both {
            shapes: [old, new],
            at,
            way,
        } = both;
        let spot = Spot {
            at: *at,
            there: [true, true],
        };
        let mut was: Vec<String> = old
            .references
            .iter()
            .map(|it| self.names.now(it).into_owned())
            .collect();
        let mut is: Vec<String> = new.references.iter().map(|it| (*it).to_owned()).collect();
        if was == is {
            if old.wrappers != new.wrappers || !keywords::stand_alike(old, new) {
                self.found.say(Event::SaidOtherwise, *way, spot);
            }
            return;
        }
        let shown = [&old.references, &new.references]
            .map(|all| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        was.sort_unstable();
        is.sort_unstable();
        let event = if was.len() == is.len() && was != is {
            Event::CodeNameChanged
        } else {
            Event::SaidOtherwise
        };
        let at = [0, 1].map(|side| both.shapes[side].reference.unwrap_or(at[side]));
        self.found.say_of(event, *way, Spot { at, ..spot }, shown);
    }

    /// Schemas that are none, and references that lead nowhere.
    fn odd(&mut self, both: &Both<'d>) {
        let [old, new] = both.shapes.each_ref().map(|it| &it.odd);
        for index in 0..old.len().max(new.len()) {
            let nodes = [old.get(index).copied(), new.get(index).copied()];
            let at = [0, 1].map(|side| nodes[side].map_or(both.at[side], |it| it.at));
            self.whole(Pair { nodes, at }, both.way);
        }
    }
}

/// Whether a schema allows everything: it says nothing, or only words.
fn is_any(schema: &Value) -> bool {
    let mut members = schema.as_object().into_iter().flatten();
    *schema == Value::Bool(true) || schema.is_object() && members.all(|(name, _)| is_words(name))
}

/// Whether a keyword says nothing about what values are allowed.
fn is_words(keyword: &str) -> bool {
    let means = otherwise(keyword);
    !["x-precision", "x-extensible-enum"].contains(&keyword)
        && matches!(means, Means::Words | Means::Always(Event::ExtensionChanged))
}

/// Whether a schema leads to no other one.
fn is_leaf(schema: &Value) -> bool {
    let members = schema.as_object().into_iter().flatten();
    let mut members = members.map(|(_, value)| value);
    schema.get("$ref").is_none()
        && members.all(|value| match value {
            Value::Object(_) => false,
            Value::Array(items) => items.iter().all(|it| !it.is_object()),
            _ => true,
        })
}
