//! Components: their names, and those to which no operation leads.

use crate::drift::Event;

use super::member::Means;
use super::node::Node;
use super::operation::Whose;
use super::reach::Way;
use super::walk::{Pair, Walk};

/// The kinds of components whose names are names of generated code.
const NAMED: [&str; 2] = ["schemas", "securitySchemes"];

/// The kinds of components whose names only references use.
const REFERRED: [&str; 9] = [
    "callbacks",
    "examples",
    "headers",
    "links",
    "mediaTypes",
    "parameters",
    "pathItems",
    "requestBodies",
    "responses",
];

impl<'d> Walk<'d> {
    /// A component, which owns what is below it.
    pub(super) fn component(&mut self, side: usize, kind: &str, name: &str) -> Option<Node<'d>> {
        let root = self.sides[side].root;
        let components = self.sides[side].member(root, "components")?;
        let of_kind = self.sides[side].member(components, kind)?;
        let node = self.sides[side].member(of_kind, name)?;
        Some(self.sides[side].own(node))
    }

    /// Compares what the operations have not led to, and the names of all.
    pub(super) fn components(&mut self) {
        let both = [self.sides[0].root, self.sides[1].root];
        if both.iter().any(|it| !it.value.is_object()) {
            return;
        }
        let components = self.pair(both, "components");
        for (kind, pair) in self.map(components, Way::Either) {
            if NAMED.contains(&kind) || REFERRED.contains(&kind) {
                self.kind(kind, pair);
            } else {
                self.member(pair, Way::Either, super::member::otherwise(kind));
            }
        }
    }

    fn kind(&mut self, kind: &'d str, pair: Pair<'d>) {
        let named = NAMED.contains(&kind);
        for (name, pair) in self.map(pair, Way::Either) {
            let [old, new] = [0, 1].map(|side| {
                let node = pair.nodes[side]?;
                Some(self.sides[side].own(node))
            });
            let called = old
                .filter(|_| new.is_none())
                .and_then(|_| self.called(kind, name));
            match (old, new.or(called)) {
                (Some(old), Some(new)) => {
                    if called.is_some() {
                        let event = if named {
                            Event::CodeNameChanged
                        } else {
                            Event::SaidOtherwise
                        };
                        let spot = Self::spot([old, new]);
                        self.found.rename(event, Way::Either, spot, name);
                    }
                    self.apart(kind, [old, new]);
                }
                (None, Some(_)) if self.is_called(kind, name) => {}
                _ if named => {
                    let removed = Event::ComponentRemoved;
                    self.only(pair, Way::Either, removed, Event::ComponentAdded);
                }
                _ => self
                    .found
                    .say(Event::SaidOtherwise, Way::Either, pair.spot()),
            }
        }
    }

    /// What a component of the old document is called now, if it has another name.
    fn called(&mut self, kind: &str, name: &str) -> Option<Node<'d>> {
        let was = reference(kind, name);
        let now = self.names.now(&was).into_owned();
        let now = now.strip_prefix("#/components/").filter(|_| now != was)?;
        let (kind, name) = now.split_once('/')?;
        let name = claims::Pointer::unescape(name).into_owned();
        self.component(1, kind, &name)
    }

    fn is_called(&self, kind: &str, name: &str) -> bool {
        let now = reference(kind, name);
        self.names.is_new(&now)
    }

    /// A component of both documents that the operations may not have led to.
    fn apart(&mut self, kind: &str, both: [Node<'d>; 2]) {
        let way = Way::Nowhere;
        if kind == "securitySchemes" {
            let used = both.iter().any(|it| self.used.contains(&it.identity()));
            return self.scheme(both, if used { Way::Request } else { way });
        }
        let pair = Pair::of(both);
        if self.have_met(both) {
            return;
        }
        match kind {
            "schemas" => self.schema(pair, way),
            "parameters" | "headers" => self.parameter(both, way),
            "requestBodies" => self.request_body(pair, way),
            "responses" => self.response(both, way),
            "mediaTypes" => self.media(pair, way),
            "links" => self.link(pair, way),
            "examples" => self.member(pair, way, Means::Words),
            "callbacks" => self.receivers(pair, way, Whose::Part),
            _ => self.unused_item(pair, way),
        }
    }
}

/// What refers to a component.
fn reference(kind: &str, name: &str) -> String {
    let pointer = claims::Pointer::step("/components", kind);
    format!("#{}", claims::Pointer::step(&pointer, name))
}
