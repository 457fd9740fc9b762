//! How long something lasts: deprecation, the announced end, and the promised stability.

use jiff::civil::Date;
use serde_json::Value;

use crate::drift::Event;

use super::member::Means;
use super::node::Node;
use super::reach::Way;
use super::walk::{Pair, Walk};

/// The levels of `x-stability-level`, the least stable first; what has none is stable.
const LEVELS: [&str; 4] = ["draft", "alpha", "beta", "stable"];

impl<'d> Walk<'d> {
    /// What two operations or parameters say of how long they last.
    pub(super) fn life(&mut self, both: [Node<'d>; 2], way: Way) {
        self.deprecated(both, way);
        let sunset = self.pair(both, "x-sunset");
        let deprecated = both[1].value.get("deprecated") == Some(&Value::Bool(true));
        if deprecated && sunset.nodes[0].is_some() && sunset.nodes[1].is_none() {
            self.member(sunset, way, Means::Always(Event::EndUnsaid));
        } else {
            self.announced(sunset, way);
        }
        let stability = self.pair(both, "x-stability-level");
        self.promised(stability, way);
    }

    /// The day on which something ends.
    pub(super) fn announced(&mut self, sunset: Pair<'d>, way: Way) {
        let event = match sunset.values().map(|it| it.map(day)) {
            [None, Some(_)] => Event::Deprecated,
            [Some(_), None] => Event::Reinstated,
            [Some(Some(old)), Some(Some(new))] if new < old => Event::EndsEarlier,
            [Some(Some(old)), Some(Some(new))] if new > old => Event::EndsLater,
            [Some(Some(_)), Some(Some(_))] => Event::SaidOtherwise,
            _ => Event::NotJudged,
        };
        self.member(sunset, way, Means::Always(event));
    }

    /// How stable something is promised to be.
    pub(super) fn promised(&mut self, stability: Pair<'d>, way: Way) {
        let level = |value: Option<&Value>| {
            let level = value.map_or(Some("stable"), Value::as_str)?;
            LEVELS.iter().position(|it| *it == level)
        };
        let event = match stability.values().map(level) {
            [Some(old), Some(new)] if new < old => Event::LessStable,
            [Some(old), Some(new)] if new > old => Event::MoreStable,
            [Some(_), Some(_)] => Event::SaidOtherwise,
            _ => Event::NotJudged,
        };
        self.member(stability, way, Means::Always(event));
    }

    /// Whether something is announced to end.
    pub(super) fn deprecated(&mut self, both: [Node<'d>; 2], way: Way) {
        let pair = self.pair(both, "deprecated");
        self.end(pair, way);
    }

    /// The value of `deprecated`.
    pub(super) fn end(&mut self, pair: Pair<'d>, way: Way) {
        self.flag(pair, way, false, [Event::Deprecated, Event::Reinstated]);
    }
}

/// The day of a date, or of a date with a time (RFC 3339).
fn day(value: &Value) -> Option<Date> {
    value.as_str()?.get(..10)?.parse().ok()
}
