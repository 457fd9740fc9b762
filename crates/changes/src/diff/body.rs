//! Bodies: whether there is one, its media types, and what each holds.

use std::collections::BTreeMap;

use crate::drift::Event;

use super::member::Means::Elsewhere;
use super::reach::Way;
use super::walk::{Pair, Walk};

/// A media type (RFC 9110, section 8.3.1): names are the same in any case.
#[derive(PartialEq, Eq)]
struct MediaType {
    essence: String,
    parameters: BTreeMap<String, String>,
}

impl MediaType {
    fn of(text: &str) -> Self {
        let mut parts = text.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_lowercase();
        let parameters = parts.filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            let (name, value) = (name.trim().to_lowercase(), value.trim().trim_matches('"'));
            // JSON is UTF-8 whatever is said (RFC 8259, sections 8.1 and 11), and so is text unless
            // another charset is named.
            let said = name == "charset" && value.eq_ignore_ascii_case("utf-8");
            (!said).then(|| (name, value.to_owned()))
        });
        Self {
            parameters: parameters.collect(),
            essence,
        }
    }

    /// Whether all of the other type is of this one.
    fn covers(&self, other: &Self) -> bool {
        let (of, kind) = self.essence.split_once('/').unwrap_or_default();
        let (other_of, other_kind) = other.essence.split_once('/').unwrap_or_default();
        let part = |wide: &str, narrow: &str| wide == "*" || wide == narrow;
        let parameters = self.parameters.iter();
        let mut parameters =
            parameters.map(|(name, value)| other.parameters.get(name) == Some(value));
        part(of, other_of) && part(kind, other_kind) && parameters.all(|it| it)
    }
}

impl<'d> Walk<'d> {
    /// The body of a request.
    pub(super) fn request_body(&mut self, body: Pair<'d>, way: Way) {
        let Some(both) = body.both() else {
            if body.nodes.iter().any(Option::is_some) {
                self.one_part(body, way);
            }
            return;
        };
        if both.iter().any(|it| !it.value.is_object()) {
            return self.whole(body, way);
        }
        let both = self.resolved(both, way);
        if !self.meet(both, way) {
            return;
        }
        let objects = self.members(both, way, |name| match name {
            "content" | "required" => Some(Elsewhere),
            _ => None,
        });
        if objects {
            self.demand(both, way, false);
            let content = self.pair(both, "content");
            self.content(content, way);
        }
    }

    /// Media types and what each holds.
    pub(super) fn content(&mut self, content: Pair<'d>, way: Way) {
        let entries = self.map(content, way);
        let (both, one): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|(_, pair)| pair.both().is_some());
        for (_, pair) in both {
            self.media(pair, way);
        }
        let (gone, mut came): (Vec<_>, Vec<_>) = one
            .into_iter()
            .partition(|(_, pair)| pair.nodes[0].is_some());
        for (name, pair) in gone {
            let was = MediaType::of(name);
            let meets = |(name, _): &(&str, Pair<'d>)| {
                let is = MediaType::of(name);
                is.covers(&was) || was.covers(&is)
            };
            let Some(at) = came.iter().position(meets) else {
                self.only(pair, way, Event::ChoiceRemoved, Event::ChoiceAdded);
                continue;
            };
            let (now, other) = came.remove(at);
            let is = MediaType::of(now);
            let event = match (is.covers(&was), was.covers(&is)) {
                (true, true) => Event::SaidOtherwise,
                (true, false) => Event::Widened,
                _ => Event::Narrowed,
            };
            let pair = Pair {
                nodes: [pair.nodes[0], other.nodes[1]],
                at: [pair.at[0], other.at[1]],
            };
            let values = [name, now].map(|it| vec![it.to_owned()]);
            self.found.say_of(event, way, pair.spot(), values);
            self.media(pair, way);
        }
        for (_, pair) in came {
            self.only(pair, way, Event::ChoiceRemoved, Event::ChoiceAdded);
        }
    }

    pub(super) fn media(&mut self, pair: Pair<'d>, way: Way) {
        let Some(both) = pair.both() else { return };
        let both = self.resolved(both, way);
        let objects = self.members(both, way, |name| match name {
            "schema" | "itemSchema" | "encoding" => Some(Elsewhere),
            _ => None,
        });
        if !objects {
            return;
        }
        for name in ["schema", "itemSchema"] {
            let schema = self.pair(both, name);
            self.schema(schema, way);
        }
        let encoding = self.pair(both, "encoding");
        for (_, pair) in self.map(encoding, way) {
            match pair.both() {
                Some(both) if both.iter().all(|it| it.value.is_object()) => {
                    self.members(both, way, |name| match name {
                        "headers" => Some(Elsewhere),
                        "contentType" | "style" | "explode" | "allowReserved" => {
                            Some(super::member::Means::Always(Event::WrittenOtherwise))
                        }
                        _ => None,
                    });
                    let headers = self.pair(both, "headers");
                    self.headers(headers, way);
                }
                _ => self.member(
                    pair,
                    way,
                    super::member::Means::Always(Event::WrittenOtherwise),
                ),
            }
        }
    }
}
