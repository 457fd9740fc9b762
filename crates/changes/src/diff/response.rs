//! Responses by status, with their headers and links.

use crate::drift::Event;

use super::member::{Means, Means::Elsewhere, otherwise};
use super::node::Node;
use super::reach::Way;
use super::walk::{Pair, Walk};

impl<'d> Walk<'d> {
    /// The responses of an operation.
    pub(super) fn responses(&mut self, responses: Pair<'d>, way: Way) {
        for (status, pair) in self.map(responses, way) {
            if status.starts_with("x-") {
                self.member(pair, way, otherwise(status));
                continue;
            }
            let Some(both) = pair.both() else {
                // `default` answers whatever has no status of its own, which is no promise of success.
                let success = status.starts_with(['1', '2', '3']);
                let removed = if success {
                    Event::SuccessRemoved
                } else {
                    Event::FailureRemoved
                };
                self.only(pair, way, removed, Event::StatusAdded);
                continue;
            };
            self.response(both, way);
        }
    }

    pub(super) fn response(&mut self, both: [Node<'d>; 2], way: Way) {
        if both.iter().any(|it| !it.value.is_object()) {
            return self.whole(Pair::of(both), way);
        }
        let both = self.resolved(both, way);
        if !self.meet(both, way) {
            return;
        }
        let objects = self.members(both, way, |name| match name {
            "headers" | "content" | "links" => Some(Elsewhere),
            _ => None,
        });
        if !objects {
            return;
        }
        let headers = self.pair(both, "headers");
        self.headers(headers, way);
        let content = self.pair(both, "content");
        self.content(content, way);
        let links = self.pair(both, "links");
        for (_, pair) in self.map(links, way) {
            self.link(pair, way);
        }
    }

    pub(super) fn link(&mut self, pair: Pair<'d>, way: Way) {
        let Some(both) = pair.both() else {
            return self.only(pair, way, Event::LinkLost, Event::LinkAdded);
        };
        if both.iter().any(|it| !it.value.is_object()) {
            return self.whole(pair, way);
        }
        let both = self.resolved(both, way);
        self.members(both, way, |name| match name {
            "operationId" | "operationRef" | "parameters" | "requestBody" | "server" => {
                Some(Means::Always(Event::LinkLost))
            }
            _ => None,
        });
    }
}
