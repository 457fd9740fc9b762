//! Who is let in: the schemes at choice, the scopes, and the schemes themselves.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::drift::Event;

use super::found::Spot;
use super::member::{Means, Means::Elsewhere};
use super::node::Node;
use super::reach::Way;
use super::walk::{Pair, Walk};

/// One way in: every scheme of it is needed, with all of its scopes.
type Requirement = BTreeMap<String, BTreeSet<String>>;

impl<'d> Walk<'d> {
    /// What is demanded of callers: any of the requirements lets them in (OpenAPI 3.1, section 4.8.30).
    pub(super) fn security(&mut self, pair: Pair<'d>, way: Way) {
        if pair.nodes.iter().flatten().any(|it| !it.value.is_array()) {
            return self.whole(pair, way);
        }
        let [Some(old), Some(new)] = [0, 1].map(|side| self.requirements(side, pair.nodes[side]))
        else {
            return self.whole(pair, way);
        };
        for side in 0..2 {
            self.schemes(side, pair.nodes[side], way);
        }
        let open = |all: &[Requirement]| all.iter().any(BTreeMap::is_empty);
        let lets_in = |ways_in: &[Requirement], callers: &Requirement| {
            ways_in.iter().any(|it| needs_no_more(it, callers))
        };
        let lost = old.iter().filter(|it| !lets_in(&new, it)).count();
        let schemes = |all: &[Requirement]| -> BTreeSet<String> {
            all.iter().flat_map(|it| it.keys().cloned()).collect()
        };
        let event = if open(&new) && !open(&old) && schemes(&new).is_empty() {
            Event::Unprotected
        } else if lost > 0 && open(&old) {
            Event::RequiredAdded
        } else if lost > 0 && schemes(&old) == schemes(&new) && old.len() == new.len() {
            Event::ScopeDemanded
        } else if lost > 0 {
            Event::ChoiceRemoved
        } else if new.iter().all(|it| old.contains(it)) {
            Event::SaidOtherwise
        } else if schemes(&old) == schemes(&new) && old.len() == new.len() {
            Event::ScopeSpared
        } else {
            Event::ChoiceAdded
        };
        if old == new && pair.both().is_none() {
            return self.found.say(Event::SaidOtherwise, way, pair.spot());
        }
        let values = pair.values();
        if values[0] != values[1] {
            let shown = values.map(|it| it.into_iter().map(super::value::shown).collect());
            let spot = Spot {
                at: pair.at,
                there: [true, true],
            };
            let spot = if pair.both().is_some() {
                spot
            } else {
                pair.spot()
            };
            self.found.say_of(event, way, spot, shown);
        }
    }

    /// The requirements; without any there is one that needs nothing. Nothing if it is no list of
    /// requirements.
    fn requirements(&self, side: usize, list: Option<Node<'d>>) -> Option<Vec<Requirement>> {
        let items = list.map_or(&[][..], |it| {
            it.value.as_array().map_or(&[][..], Vec::as_slice)
        });
        let requirement = |item: &Value| {
            let schemes = item.as_object()?.iter().map(|(scheme, scopes)| {
                let scopes = scopes
                    .as_array()?
                    .iter()
                    .map(|it| it.as_str().map(str::to_owned));
                let reference = format!("#/components/securitySchemes/{scheme}");
                let name = if side == 0 {
                    self.names.now(&reference)
                } else {
                    reference.as_str().into()
                };
                Some((name.into_owned(), scopes.collect::<Option<_>>()?))
            });
            schemes.collect::<Option<Requirement>>()
        };
        let all: Option<Vec<_>> = items.iter().map(requirement).collect();
        all.map(|all| {
            if all.is_empty() {
                vec![Requirement::new()]
            } else {
                all
            }
        })
    }

    /// The schemes that the requirements name are used.
    fn schemes(&mut self, side: usize, list: Option<Node<'d>>, way: Way) {
        let Some(list) = list else { return };
        for item in self.sides[side].items(list) {
            for (scheme, _) in self.sides[side].entries(Some(item)) {
                if let Some(node) = self.component(side, "securitySchemes", scheme) {
                    self.lead(side, list.at, node.at, way);
                    self.used.insert(node.identity());
                }
            }
        }
    }

    /// A scheme of both documents.
    pub(super) fn scheme(&mut self, both: [Node<'d>; 2], way: Way) {
        let objects = self.members(both, way, |name| match name {
            "scheme" | "name" | "flows" => Some(Elsewhere),
            "bearerFormat" => Some(Means::Words),
            "type" | "in" | "openIdConnectUrl" | "oauth2MetadataUrl" => {
                Some(Means::Always(Event::Replaced))
            }
            "deprecated" => Some(Means::Always(Event::Deprecated)),
            _ => None,
        });
        if !objects {
            return;
        }
        // Names of schemes and of headers are the same in any case (RFC 9110, sections 5.1 and 11.1).
        let header = both.iter().all(|it| it.text("in") == Some("header"));
        for (name, any_case) in [("scheme", true), ("name", header)] {
            let pair = self.pair(both, name);
            let text = pair.values().map(|it| it.and_then(Value::as_str));
            let event = match text {
                [Some(old), Some(new)] if any_case && old.eq_ignore_ascii_case(new) => {
                    Event::SaidOtherwise
                }
                _ => Event::Replaced,
            };
            self.member(pair, way, Means::Always(event));
        }
        let flows = self.pair(both, "flows");
        for (name, pair) in self.map(flows, way) {
            match pair.both() {
                _ if name.starts_with("x-") => {
                    self.member(pair, way, super::member::otherwise(name));
                }
                Some(both) => self.flow(both, way),
                None => self.only(pair, way, Event::ChoiceRemoved, Event::ChoiceAdded),
            }
        }
    }

    fn flow(&mut self, both: [Node<'d>; 2], way: Way) {
        let objects = self.members(both, way, |name| match name {
            "scopes" => Some(Elsewhere),
            "refreshUrl" if both[0].value.get("refreshUrl").is_none() => {
                Some(Means::Always(Event::ChoiceAdded))
            }
            "authorizationUrl" | "tokenUrl" | "refreshUrl" | "deviceAuthorizationUrl" => {
                Some(Means::Always(Event::Replaced))
            }
            _ => None,
        });
        if !objects {
            return;
        }
        let scopes = self.pair(both, "scopes");
        for (_, pair) in self.map(scopes, way) {
            match pair.both() {
                Some(_) => self.member(pair, way, Means::Words),
                None => self.only(pair, way, Event::ChoiceRemoved, Event::ChoiceAdded),
            }
        }
    }
}

/// Whether who meets one requirement meets another as well.
fn needs_no_more(this: &Requirement, met: &Requirement) -> bool {
    this.iter()
        .all(|(scheme, scopes)| met.get(scheme).is_some_and(|it| scopes.is_subset(it)))
}
