//! Operations: what each says by itself, and what it takes over.

use crate::drift::Event;

use super::member::Means::{self, Elsewhere};
use super::node::Node;
use super::reach::{Owner, Way};
use super::walk::{Pair, Walk};

/// An operation with what it inherits from.
#[derive(Clone, Copy)]
pub(super) struct Operation<'d> {
    pub(super) node: Node<'d>,
    /// Its path item.
    pub(super) item: Node<'d>,
    pub(super) path: &'d str,
    pub(super) method: &'d str,
    pub(super) whose: Whose,
}

/// Whose an operation is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Callers call it.
    Callers,
    /// The API calls it at whoever subscribed.
    Webhook,
    /// It belongs to what states it: a callback of an operation, or a component.
    Part,
}

impl Operation<'_> {
    pub(super) fn name(&self) -> String {
        let method = self.method.to_uppercase();
        let webhook = if self.whose == Whose::Webhook {
            "webhooks/"
        } else {
            ""
        };
        format!("{method} {webhook}{}", self.path)
    }
}

impl<'d> Walk<'d> {
    /// The number of an operation that anything can concern.
    pub(super) fn number(&mut self, name: String) -> u32 {
        let number = u32::try_from(self.operations.len()).unwrap_or(u32::MAX);
        self.operations.push(name.into());
        number
    }

    pub(super) fn owned(&mut self, side: usize, node: Node<'d>, number: u32) -> Node<'d> {
        let node = self.sides[side].own(node);
        for way in [Way::Nowhere, Way::Request, Way::Response, Way::Condition] {
            self.reach.operation(
                Owner {
                    side,
                    at: node.at,
                    way,
                },
                number,
            );
        }
        node
    }

    /// An operation in both documents, called otherwise or not.
    pub(super) fn operation(&mut self, both: [Operation<'d>; 2], way: Way, renamed: Option<Event>) {
        let [before, after] = both;
        let nodes = if after.whose == Whose::Part {
            [before.node, after.node]
        } else {
            let number = self.number(after.name());
            [
                self.owned(0, before.node, number),
                self.owned(1, after.node, number),
            ]
        };
        if let Some(event) = renamed {
            self.found
                .rename(event, way, Self::spot(nodes), &before.name());
        }
        let objects = self.members(nodes, way, |name| match name {
            "tags" | "deprecated" | "parameters" | "requestBody" | "responses" | "callbacks"
            | "security" | "servers" | "x-sunset" | "x-stability-level" => Some(Elsewhere),
            "operationId" => Some(Means::Always(Event::CodeNameChanged)),
            "x-documentation" => Some(Means::Always(Event::ExtensionChanged)),
            _ => None,
        });
        if !objects {
            return;
        }
        self.tagged(nodes, way);
        self.life(nodes, way);
        let both = [
            Operation {
                node: nodes[0],
                ..before
            },
            Operation {
                node: nodes[1],
                ..after
            },
        ];
        self.parameters(both, way);
        self.inherited(both, way);
        let body = self.pair(nodes, "requestBody");
        self.request_body(body, way);
        let responses = self.pair(nodes, "responses");
        self.responses(responses, way.turned());
        let callbacks = self.pair(nodes, "callbacks");
        for (_, pair) in self.map(callbacks, way) {
            match pair.both() {
                None => self.only(pair, way, Event::CallbackRemoved, Event::CallbackAdded),
                Some(both) if both.iter().all(|it| it.value.is_object()) => {
                    let both = self.resolved(both, way);
                    self.receivers(Pair::of(both), way, Whose::Part);
                }
                Some(_) => self.whole(pair, way),
            }
        }
    }

    /// The tags: groups of generated code.
    fn tagged(&mut self, both: [Node<'d>; 2], way: Way) {
        let tags = self.pair(both, "tags");
        if let Some((tags, reordered)) =
            self.keyed(tags, way, |_, it| it.value.as_str().map(str::to_owned))
        {
            for (name, pair) in &tags {
                let values = pair
                    .nodes
                    .map(|it| it.map(|_| name.clone()).into_iter().collect());
                let event = match pair.nodes {
                    [Some(_), Some(_)] => continue,
                    [Some(_), None] => Event::GroupRemoved,
                    _ => Event::GroupAdded,
                };
                self.found.say_of(event, way, pair.spot(), values);
            }
            if reordered {
                self.reordered(tags_at(&tags), way, Event::Reordered);
            }
        }
    }
}

fn tags_at(tags: &[(String, Pair<'_>)]) -> [super::node::At; 2] {
    tags.iter()
        .find_map(|(_, it)| it.both())
        .map_or_else(|| tags[0].1.at, |[old, new]| [old.at, new.at])
}
