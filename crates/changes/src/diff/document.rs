//! The document itself: its version of OpenAPI, its labels, and what its operations share.

use crate::drift::Event;

use super::found::Spot;
use super::member::Means::{self, Elsewhere, Unless, Words};
use super::member::Otherwise::Text;
use super::node::{Node, Side};
use super::operation::Whose;
use super::reach::Way;
use super::walk::{Pair, Walk};

/// The dialect of schemas unless another one is named (OpenAPI 3.1, section 4.8.24.5).
const DIALECT: &str = "https://spec.openapis.org/oas/3.1/dialect/base";

impl<'d> Walk<'d> {
    /// Compares the documents. Components that no operation uses are compared later.
    pub(super) fn document(&mut self) {
        let both = [self.sides[0].root, self.sides[1].root];
        let objects = self.members(both, Way::Either, |name| match name {
            "openapi" | "info" | "servers" | "security" | "paths" | "webhooks" | "components"
            | "tags" => Some(Elsewhere),
            "jsonSchemaDialect" => Some(Unless(Text(DIALECT), Event::NotJudged)),
            "x-tagGroups" => Some(Words),
            _ => None,
        });
        if !objects {
            return;
        }
        self.edition(both);
        let info = self.pair(both, "info");
        match info
            .both()
            .filter(|info| info.iter().all(|it| it.value.is_object()))
        {
            Some(info) => {
                for (name, pair) in self.entries(Pair::of(info)) {
                    // A release sets it.
                    if name != "version" {
                        self.member(pair, Way::Either, Words);
                    }
                }
            }
            None => self.whole(info, Way::Either),
        }
        self.tags(both);
        let paths = self.pair(both, "paths");
        self.paths(paths, Way::Request);
        let webhooks = self.pair(both, "webhooks");
        self.receivers(webhooks, Way::Request, Whose::Webhook);
        self.spare(both, &["servers", "security"]);
    }

    /// The version of OpenAPI: its third number changes nothing (OpenAPI 3.1, section 4.1).
    fn edition(&mut self, both: [Node<'d>; 2]) {
        let pair = self.pair(both, "openapi");
        let edition = |node: Option<Node<'d>>| {
            let text = node?.value.as_str()?;
            Some(text.rsplit_once('.').map_or(text, |(edition, _)| edition))
        };
        let event = match pair.nodes.map(edition) {
            [Some(old), Some(new)] if old == new => Event::SaidOtherwise,
            _ => Event::EditionChanged,
        };
        self.member(pair, Way::Either, Means::Always(event));
    }

    fn tags(&mut self, both: [Node<'d>; 2]) {
        let lists = self.pair(both, "tags");
        let name = |_: &mut Side<'d>, tag: Node<'d>| tag.text("name").map(str::to_owned);
        let Some((tags, reordered)) = self.keyed(lists, Way::Either, name) else {
            return;
        };
        if reordered {
            self.reordered(lists.at, Way::Either, Event::Reordered);
        }
        for (_, tag) in tags {
            match tag.both() {
                Some(tag) if tag.iter().all(|it| it.value.is_object()) => {
                    for (_, pair) in self.entries(Pair::of(tag)) {
                        self.member(pair, Way::Either, Words);
                    }
                }
                _ => self.member(tag, Way::Either, Words),
            }
        }
    }

    /// What operations could go by, and none does.
    pub(super) fn spare(&mut self, holders: [Node<'d>; 2], names: &[&'d str]) {
        for name in names {
            let pair = self.pair(holders, name);
            let mut nodes = pair.nodes.iter().flatten();
            if !nodes.any(|it| self.used.contains(&it.identity())) {
                self.member(pair, Way::Nowhere, Means::Always(Event::SaidOtherwise));
            }
        }
    }

    /// The elements of two lists by what tells each from the others, whether they stand in another
    /// order, and nothing if one is no list, which is a change that no rule knows.
    pub(super) fn keyed(
        &mut self,
        lists: Pair<'d>,
        way: Way,
        key: impl Fn(&mut Side<'d>, Node<'d>) -> Option<String>,
    ) -> Option<(Vec<(String, Pair<'d>)>, bool)> {
        if lists.nodes.iter().flatten().any(|it| !it.value.is_array()) {
            self.whole(lists, way);
            return None;
        }
        if let [None, Some(only)] | [Some(only), None] = lists.nodes
            && only.value.as_array().is_some_and(Vec::is_empty)
        {
            self.found.say(Event::SaidOtherwise, way, lists.spot());
        }
        let mut order: [Vec<String>; 2] = Default::default();
        let mut found: Vec<(String, Pair<'d>)> = Vec::new();
        let mut index = std::collections::HashMap::new();
        for (side, order) in order.iter_mut().enumerate() {
            let items = lists.nodes[side].map(|list| self.sides[side].items(list));
            let mut nth = std::collections::HashMap::new();
            for item in items.into_iter().flatten() {
                let named = key(&mut self.sides[side], item);
                let named = named.unwrap_or_else(|| super::value::key(item.value));
                let count: &mut usize = nth.entry(named.clone()).or_default();
                *count += 1;
                // What is there twice is told apart by how often it was there before.
                let named = if *count > 1 {
                    format!("{named} {count}")
                } else {
                    named
                };
                let at = *index.entry(named.clone()).or_insert_with(|| {
                    let pair = Pair {
                        nodes: [None; 2],
                        at: lists.at,
                    };
                    found.push((named.clone(), pair));
                    found.len() - 1
                });
                found[at].1.nodes[side] = Some(item);
                found[at].1.at[side] = item.at;
                order.push(named);
            }
        }
        let both = |name: &String| found[index[name]].1.both().is_some();
        let [old, new] = order.map(|names| names.into_iter().filter(both).collect::<Vec<_>>());
        let reordered = old != new;
        Some((found, reordered))
    }

    /// The entries of two maps; either may be absent. If one is no map, that is a change that no rule
    /// knows, and there are no entries.
    pub(super) fn map(&mut self, pair: Pair<'d>, way: Way) -> Vec<(&'d str, Pair<'d>)> {
        if pair.nodes.iter().flatten().any(|it| !it.value.is_object()) {
            self.whole(pair, way);
            return Vec::new();
        }
        if let [None, Some(only)] | [Some(only), None] = pair.nodes
            && only.members().is_some_and(serde_json::Map::is_empty)
        {
            self.found.say(Event::SaidOtherwise, way, pair.spot());
        }
        self.entries(pair)
    }

    /// A spot in both documents.
    pub(super) fn spot(both: [Node<'d>; 2]) -> Spot {
        Pair::of(both).spot()
    }
}
