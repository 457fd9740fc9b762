//! Members of objects: each has a meaning, and what has none is a change that no rule knows.

use serde_json::{Map, Value};

use crate::drift::Event;

use super::found::Spot;
use super::node::Node;
use super::reach::Way;
use super::value::{same, shown};
use super::walk::{Pair, Walk};

/// What another value of a member means.
#[derive(Clone, Copy)]
pub(super) enum Means {
    /// It is compared by its own rules.
    Elsewhere,
    /// It is for people to read.
    Words,
    /// Whatever it says, another value is this.
    Always(Event),
    /// The same, where leaving it out says this.
    Unless(Otherwise, Event),
}

/// What leaving a member out says.
#[derive(Clone, Copy)]
pub(super) enum Otherwise {
    False,
    One,
    Text(&'static str),
}

impl Otherwise {
    fn is(self, value: &Value) -> bool {
        match self {
            Self::False => value == false,
            Self::One => value
                .as_f64()
                .is_some_and(|it| (it - 1.0).abs() < f64::EPSILON),
            Self::Text(text) => value == text,
        }
    }
}

/// Members that are for people, in whatever object they are.
const WORDS: [&str; 7] = [
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
    "$comment",
];

/// What a member means that the rules of its object do not name.
pub(super) fn otherwise(name: &str) -> Means {
    match name {
        "x-reference-data" | "x-reference-code" => Means::Always(Event::LookupChanged),
        "x-fields" => Means::Always(Event::NotJudged),
        "$self" | "x-examples" | "x-displayName" => Means::Words,
        _ if WORDS.contains(&name) => Means::Words,
        _ if name.starts_with("x-") => Means::Always(Event::ExtensionChanged),
        _ => Means::Always(Event::NotJudged),
    }
}

impl<'d> Walk<'d> {
    /// Compares all members of two objects by what each means; returns whether both are objects.
    pub(super) fn members(
        &mut self,
        both: [Node<'d>; 2],
        way: Way,
        means: impl Fn(&str) -> Option<Means>,
    ) -> bool {
        if both.iter().any(|it| !it.value.is_object()) {
            self.whole(Pair::of(both), way);
            return false;
        }
        let [old, new] = both.map(|it| it.members());
        let alike = |name: &str| {
            let value =
                |members: Option<&'d Map<String, Value>>| members.and_then(|it| it.get(name));
            value(old) == value(new)
        };
        let names = |members: Option<&'d Map<String, Value>>| members.into_iter().flatten();
        let after = names(new).filter(|(name, _)| old.is_none_or(|old| !old.contains_key(*name)));
        for (name, _) in names(old).chain(after) {
            let means = means(name).unwrap_or_else(|| otherwise(name));
            if !matches!(means, Means::Elsewhere) && !alike(name) {
                let pair = self.pair(both, name);
                self.member(pair, way, means);
            }
        }
        true
    }

    /// What a reference says beside `$ref`: words of its own (OpenAPI 3.1, section 4.8.23).
    pub(super) fn beside_a_reference(&mut self, both: [Node<'d>; 2], way: Way) {
        self.members(both, way, |name| {
            (name == "$ref").then_some(Means::Elsewhere)
        });
    }

    /// Compares a member by what it means.
    pub(super) fn member(&mut self, pair: Pair<'d>, way: Way, means: Means) {
        let values = pair.values();
        let [old, new] = values;
        if old == new {
            return;
        }
        let event = match means {
            Means::Elsewhere => return,
            Means::Words => Event::Reworded,
            Means::Always(_) | Means::Unless(..) if alike(old, new) => Event::SaidOtherwise,
            Means::Always(event) => event,
            Means::Unless(otherwise, event) => {
                let said = |value: Option<&Value>| value.is_some_and(|it| !otherwise.is(it));
                if said(old) || said(new) {
                    event
                } else {
                    Event::SaidOtherwise
                }
            }
        };
        let values = values.map(|it| it.into_iter().map(shown).collect());
        let values = if event == Event::Reworded {
            <[Vec<String>; 2]>::default()
        } else {
            values
        };
        self.found.say_of(event, way, pair.spot(), values);
    }

    /// Compares a flag that is `otherwise` where it is not said: set now, or no longer set.
    pub(super) fn flag(&mut self, pair: Pair<'d>, way: Way, otherwise: bool, events: [Event; 2]) {
        let is = |value: Option<&Value>| value.map_or(Some(otherwise), Value::as_bool);
        let event = match pair.values().map(is) {
            [Some(false), Some(true)] => events[0],
            [Some(true), Some(false)] => events[1],
            [Some(_), Some(_)] => Event::SaidOtherwise,
            _ => Event::NotJudged,
        };
        self.member(pair, way, Means::Always(event));
    }

    /// Compares what no rule looks into.
    pub(super) fn whole(&mut self, pair: Pair<'d>, way: Way) {
        self.member(pair, way, Means::Always(Event::NotJudged));
    }

    /// One thing is there and was not, or the other way round.
    pub(super) fn only(&mut self, pair: Pair<'d>, way: Way, removed: Event, added: Event) {
        let event = if pair.nodes[0].is_some() {
            removed
        } else {
            added
        };
        self.found.say(event, way, pair.spot());
    }

    /// The same stands in another order.
    pub(super) fn reordered(&mut self, at: [super::node::At; 2], way: Way, event: Event) {
        let there = [true, true];
        self.found.say(event, way, Spot { at, there });
    }
}

fn alike(old: Option<&Value>, new: Option<&Value>) -> bool {
    matches!((old, new), (Some(old), Some(new)) if same(old, new))
}
