//! Parameters and headers.

use std::collections::HashMap;

use serde_json::Value;

use crate::drift::Event;

use super::found::Spot;
use super::member::Means::{self, Elsewhere, Unless};
use super::member::Otherwise::{False, Text};
use super::node::Node;
use super::operation::Operation;
use super::reach::Way;
use super::walk::{Pair, Walk};

/// A parameter in effect for an operation: its own, or else that of the path item.
#[derive(Clone, Copy)]
struct Effective<'d> {
    node: Node<'d>,
    own: bool,
}

impl<'d> Walk<'d> {
    /// The parameters of an operation, by place and name.
    pub(super) fn parameters(&mut self, both: [Operation<'d>; 2], way: Way) {
        let lists = self.pair(both.map(|it| it.node), "parameters");
        if lists.nodes.iter().flatten().any(|it| !it.value.is_array()) {
            return self.whole(lists, way);
        }
        if let [None, Some(only)] | [Some(only), None] = lists.nodes
            && only.value.as_array().is_some_and(Vec::is_empty)
        {
            self.found.say(Event::SaidOtherwise, way, lists.spot());
        }
        let [old, new] = [0, 1].map(|side| self.effective(side, both[side], way));
        let index: HashMap<&str, Effective<'d>> =
            new.iter().map(|(key, it)| (key.as_str(), *it)).collect();
        let known: HashMap<&str, Effective<'d>> =
            old.iter().map(|(key, it)| (key.as_str(), *it)).collect();
        for (key, before) in &old {
            match index.get(key.as_str()) {
                Some(after) => self.effects([*before, *after], way),
                None => self.one_part(one([Some(before.node), None], lists), way),
            }
        }
        for (key, after) in &new {
            if !known.contains_key(key.as_str()) {
                self.one_part(one([None, Some(after.node)], lists), way);
            }
        }
        let order = |all: &[(String, Effective<'d>)], others: &HashMap<&str, Effective<'d>>| {
            let own = all
                .iter()
                .filter(|(key, it)| it.own && others.get(key.as_str()).is_some_and(|it| it.own));
            own.map(|(key, _)| key.clone()).collect::<Vec<_>>()
        };
        if order(&old, &index) != order(&new, &known) {
            self.reordered(lists.at, way, Event::ParametersReordered);
        }
    }

    /// One in both documents, wherever it is stated.
    fn effects(&mut self, both: [Effective<'d>; 2], way: Way) {
        let nodes = both.map(|it| it.node);
        if both[0].own != both[1].own {
            self.found.say(Event::SaidOtherwise, way, Self::spot(nodes));
        }
        self.parameter(nodes, way);
    }

    /// What parameters an operation has, in order, by what tells each from the others: the name of a
    /// header in lower case (RFC 9110, section 5.1), a part of the path by where it stands.
    fn effective(
        &mut self,
        side: usize,
        operation: Operation<'d>,
        way: Way,
    ) -> Vec<(String, Effective<'d>)> {
        let mut found: Vec<(String, Effective<'d>)> = Vec::new();
        for (holder, own) in [(operation.item, false), (operation.node, true)] {
            let list = self.sides[side].member(holder, "parameters");
            for node in list
                .map(|it| self.sides[side].items(it))
                .unwrap_or_default()
            {
                let resolved = self.sides[side].resolved(node);
                let key = key(resolved, operation.path);
                if !own {
                    self.lead(side, operation.node.at, node.at, way);
                }
                let effective = Effective { node, own };
                if own {
                    found.retain(|(known, _)| *known != key);
                }
                found.push((key, effective));
            }
        }
        self.used
            .extend(found.iter().map(|(_, it)| it.node.identity()));
        found
    }

    /// Marks what an operation takes over from its path item and from the document.
    pub(super) fn use_up(&mut self, side: usize, operation: Operation<'d>) {
        self.effective(side, operation, Way::Nowhere);
    }

    /// What path items state: its order, and what of it no operation goes by.
    pub(super) fn overridden(&mut self, items: [Node<'d>; 2], way: Way) {
        let lists = self.pair(items, "parameters");
        let path = "";
        let key = |_: &mut super::node::Side<'d>, node: Node<'d>| Some(key(node, path));
        self.spare(items, &["servers"]);
        let Some((all, reordered)) = self.keyed(lists, way, key) else {
            return;
        };
        if reordered {
            self.reordered(lists.at, way, Event::ParametersReordered);
        }
        for (_, pair) in all {
            let used = pair
                .nodes
                .iter()
                .flatten()
                .any(|it| self.used.contains(&it.identity()));
            if !used {
                self.member(pair, Way::Nowhere, Means::Always(Event::SaidOtherwise));
            }
        }
    }

    /// A parameter, header or body that only one side has.
    pub(super) fn one_part(&mut self, pair: Pair<'d>, way: Way) {
        let resolved = [0, 1].map(|side| Some(self.sides[side].resolved(pair.nodes[side]?)));
        if resolved.iter().flatten().any(is_ignored) {
            return self.found.say(Event::SaidOtherwise, way, pair.spot());
        }
        let required = resolved.iter().flatten().any(required);
        let added = if required {
            Event::RequiredAdded
        } else {
            Event::OptionalAdded
        };
        self.only(pair, way, Event::ElementRemoved, added);
    }

    /// A parameter or header in both documents.
    pub(super) fn parameter(&mut self, both: [Node<'d>; 2], way: Way) {
        if both.iter().any(|it| !it.value.is_object()) {
            return self.whole(Pair::of(both), way);
        }
        let both = self.resolved(both, way);
        if !self.meet(both, way) {
            return;
        }
        if both.iter().all(is_ignored) {
            return self.member(Pair::of(both), way, Means::Always(Event::SaidOtherwise));
        }
        let in_path = both[1].text("in") == Some("path");
        let objects = self.members(both, way, |name| match name {
            "name" | "in" | "required" | "schema" | "content" | "style" | "explode"
            | "deprecated" | "x-sunset" | "x-stability-level" | "allowEmptyValue" => {
                Some(Elsewhere)
            }
            "allowReserved" => Some(Unless(False, Event::WrittenOtherwise)),
            _ => None,
        });
        if !objects {
            return;
        }
        let name = self.pair(both, "name");
        if let [Some(was), Some(now)] = both.map(|it| it.text("name")) {
            if in_path && was != now {
                self.found
                    .rename(Event::CodeNameChanged, way, Self::spot(both), was);
            } else {
                self.member(name, way, Means::Always(Event::SaidOtherwise));
            }
        } else {
            self.whole(name, way);
        }
        let place = self.pair(both, "in");
        self.whole(place, way);
        self.life(both, way);
        let empty = self.pair(both, "allowEmptyValue");
        self.flag(empty, way, false, [Event::Widened, Event::Narrowed]);
        self.demand(both, way, in_path);
        self.style(both, way);
        let schema = self.pair(both, "schema");
        let content = self.pair(both, "content");
        match (schema.nodes, content.nodes) {
            ([None, None], [None, None]) => {}
            ([None, None], _) => self.content(content, way),
            (_, [None, None]) => self.schema(schema, way),
            _ => {
                let at = both.map(|it| it.at);
                let there = [true, true];
                self.found
                    .say(Event::WrittenOtherwise, way, Spot { at, there });
            }
        }
    }

    /// Whether it must be there.
    pub(super) fn demand(&mut self, both: [Node<'d>; 2], way: Way, always: bool) {
        let pair = self.pair(both, "required");
        let events = [Event::BecameRequired, Event::BecameOptional];
        self.flag(pair, way, always, events);
    }

    /// How values are written (OpenAPI 3.1, section 4.8.12.2.1).
    fn style(&mut self, both: [Node<'d>; 2], way: Way) {
        let style = both.map(|it| {
            let otherwise = match it.text("in") {
                Some("query" | "cookie") => "form",
                _ => "simple",
            };
            it.text("style").unwrap_or(otherwise)
        });
        let explode = [0, 1].map(|side| {
            let said = both[side].value.get("explode").and_then(Value::as_bool);
            said.unwrap_or(style[side] == "form")
        });
        // One value by itself has no parts to be set apart.
        let single = [0, 1].iter().all(|side| {
            let schema = self.sides[*side].member(both[*side], "schema");
            let schema = schema.map(|it| self.sides[*side].resolved(it));
            let ty = schema.and_then(|it| it.text("type"));
            matches!(ty, Some("string" | "integer" | "number" | "boolean"))
        });
        for (name, same) in [
            ("style", style[0] == style[1]),
            ("explode", single || explode[0] == explode[1]),
        ] {
            let pair = self.pair(both, name);
            let event = if same {
                Event::SaidOtherwise
            } else {
                Event::WrittenOtherwise
            };
            let means = match name {
                "style" => Unless(Text("?"), event),
                _ => Means::Always(event),
            };
            self.member(pair, way, means);
        }
    }

    /// The headers of a response or of a part, whose names are the same in any case.
    pub(super) fn headers(&mut self, headers: Pair<'d>, way: Way) {
        let entries = self.map(headers, way);
        for (names, pair) in folded(entries) {
            match pair.both() {
                Some(both) => {
                    if names[0] != names[1] {
                        self.found.say(Event::SaidOtherwise, way, pair.spot());
                    }
                    self.parameter(both, way);
                }
                None => self.one_part(pair, way),
            }
        }
    }
}

/// Entries of two maps whose names are the same in any case.
fn folded<'d>(entries: Vec<(&'d str, Pair<'d>)>) -> Vec<([&'d str; 2], Pair<'d>)> {
    let mut found: Vec<([&'d str; 2], Pair<'d>)> = Vec::new();
    let mut one: HashMap<String, usize> = HashMap::new();
    for (name, pair) in entries {
        if pair.both().is_some() {
            found.push(([name; 2], pair));
            continue;
        }
        let side = usize::from(pair.nodes[1].is_some());
        match one.get(&name.to_lowercase()) {
            Some(at) if found[*at].1.nodes[side].is_none() => {
                let (names, known) = &mut found[*at];
                names[side] = name;
                known.nodes[side] = pair.nodes[side];
                known.at[side] = pair.at[side];
            }
            _ => {
                one.insert(name.to_lowercase(), found.len());
                found.push(([name; 2], pair));
            }
        }
    }
    found
}

/// What only one of two lists has.
fn one<'d>(nodes: [Option<Node<'d>>; 2], lists: Pair<'d>) -> Pair<'d> {
    let at = [0, 1].map(|side| nodes[side].map_or(lists.at[side], |it| it.at));
    Pair { nodes, at }
}

/// Whether it is a header that media types and security say already (OpenAPI 3.1, section 4.8.12.2).
fn is_ignored(parameter: &Node<'_>) -> bool {
    const SAID: [&str; 3] = ["accept", "authorization", "content-type"];
    parameter.text("in") == Some("header")
        && parameter
            .text("name")
            .is_some_and(|it| SAID.contains(&it.to_lowercase().as_str()))
}

fn required(parameter: &Node<'_>) -> bool {
    parameter.value.get("required") == Some(&Value::Bool(true))
}

/// What tells a parameter from the others of its operation.
fn key(parameter: Node<'_>, path: &str) -> String {
    let (Some(place), Some(name)) = (parameter.text("in"), parameter.text("name")) else {
        return super::value::key(parameter.value);
    };
    match place {
        "header" => format!("header {}", name.to_lowercase()),
        "path" => {
            let braces = format!("{{{name}}}");
            match path.find(&braces) {
                Some(at) => format!("path {}", path[..at].matches('{').count()),
                None => format!("path {name}"),
            }
        }
        _ => format!("{place} {name}"),
    }
}
