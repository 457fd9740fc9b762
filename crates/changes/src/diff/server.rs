//! What an operation takes over unless it says otherwise: servers and security.

use serde_json::Value;

use crate::drift::Event;

use super::member::{Means, Means::Elsewhere};
use super::node::{Node, Side};
use super::operation::{Operation, Whose};
use super::reach::Way;
use super::walk::{Pair, Walk};

impl<'d> Walk<'d> {
    /// Servers and security in effect for an operation, wherever they are stated.
    pub(super) fn inherited(&mut self, both: [Operation<'d>; 2], way: Way) {
        if both[1].whose != Whose::Callers {
            // The API calls whoever subscribed, at the address that they gave.
            for name in ["servers", "security"] {
                let pair = self.pair(both.map(|it| it.node), name);
                self.whole(pair, way);
            }
            return;
        }
        let mut effective = |name: &'d str, through_item: bool| {
            let mut nodes = [None; 2];
            let mut stated = [None; 2];
            let mut at = both.map(|it| it.node.at);
            for side in 0..2 {
                let root = self.sides[side].root;
                let Operation { node, item, .. } = both[side];
                let holders = [Some(node), through_item.then_some(item), Some(root)];
                let found = holders
                    .into_iter()
                    .flatten()
                    .enumerate()
                    .find_map(|(step, holder)| {
                        Some((step, self.sides[side].member(holder, name)?))
                    });
                match found {
                    Some((step, list)) => {
                        stated[side] = Some(step);
                        nodes[side] = Some(list);
                        at[side] = list.at;
                        self.lead(side, node.at, list.at, way);
                        self.used.insert(list.identity());
                    }
                    None => at[side] = self.sides[side].place(node.at, name),
                }
            }
            (Pair { nodes, at }, stated[0] != stated[1])
        };
        let (servers, moved) = effective("servers", true);
        let (security, also_moved) = effective("security", false);
        for (pair, moved) in [(servers, moved), (security, also_moved)] {
            if moved {
                self.found.say(Event::SaidOtherwise, way, pair.spot());
            }
        }
        if self.meet_lists(servers, way) {
            self.servers(servers, way);
        }
        if self.meet_lists(security, way) {
            self.security(security, way);
        }
    }

    /// Whether two lists meet for the first time; a list that is not there meets each once.
    fn meet_lists(&mut self, pair: Pair<'d>, way: Way) -> bool {
        match pair.both() {
            Some(both) => self.meet(both, way),
            None => pair.nodes.iter().any(Option::is_some),
        }
    }

    /// The servers, by their addresses; without any there is one, `/` (OpenAPI 3.1, section 4.8.1.1).
    fn servers(&mut self, pair: Pair<'d>, way: Way) {
        let key = |_: &mut Side<'d>, it: Node<'d>| it.text("url").map(address);
        let Some((servers, reordered)) = self.keyed(pair, way, key) else {
            return;
        };
        let (both, one): (Vec<_>, Vec<_>) =
            servers.into_iter().partition(|(_, it)| it.both().is_some());
        let kept: Vec<String> = both.iter().map(|(name, _)| name.clone()).collect();
        for both in both.iter().filter_map(|(_, it)| it.both()) {
            self.server(both, way);
        }
        let (gone, mut came): (Vec<_>, Vec<_>) =
            one.into_iter().partition(|(_, it)| it.nodes[0].is_some());
        for (name, server) in gone {
            let at = came
                .iter()
                .position(|(_, it)| default(it.nodes[1]) == default(server.nodes[0]));
            match at.map(|at| came.remove(at).1.nodes[1]) {
                Some(Some(new)) => self.server([server.nodes[0].unwrap_or(new), new], way),
                _ => self.only_server(&name, server, pair, way),
            }
        }
        for (name, server) in came {
            self.only_server(&name, server, pair, way);
        }
        let first = |side: usize| {
            let first = pair.nodes[side]?.value.as_array()?.first()?;
            first.get("url")?.as_str().map(address)
        };
        // The first one is another, and the one that was stays.
        let preceded =
            first(0).is_some_and(|it| Some(&it) != first(1).as_ref() && kept.contains(&it));
        if reordered || preceded {
            self.reordered(pair.at, way, Event::ServersReordered);
        }
    }

    fn only_server(&mut self, name: &str, server: Pair<'d>, of: Pair<'d>, way: Way) {
        if of.both().is_none() && name == "/" {
            self.found.say(Event::SaidOtherwise, way, server.spot());
        } else {
            self.only(server, way, Event::ChoiceRemoved, Event::ChoiceAdded);
        }
    }

    fn server(&mut self, both: [Node<'d>; 2], way: Way) {
        let objects = self.members(both, way, |name| match name {
            "url" => Some(Means::Always(Event::SaidOtherwise)),
            "name" => Some(Means::Words),
            "variables" => Some(Elsewhere),
            _ => None,
        });
        if !objects {
            return;
        }
        let urls = both.map(|it| it.text("url"));
        let variables = self.pair(both, "variables");
        for (name, pair) in self.map(variables, way) {
            let Some(both) = pair.both() else {
                let braces = format!("{{{name}}}");
                if !urls.iter().flatten().any(|url| url.contains(&braces)) {
                    self.found.say(Event::SaidOtherwise, way, pair.spot());
                    continue;
                }
                self.only(pair, way, Event::ChoiceRemoved, Event::ChoiceAdded);
                continue;
            };
            self.members(both, way, |name| match name {
                "enum" => Some(Elsewhere),
                "default" => Some(Means::Always(Event::DefaultChanged)),
                _ => None,
            });
            let values = self.pair(both, "enum");
            self.listed(values, way);
        }
    }
}

/// The address of a server with the defaults of its variables.
fn default(server: Option<Node<'_>>) -> Option<String> {
    let url = server?.text("url")?.to_owned();
    let variables = server?.value.get("variables").and_then(Value::as_object);
    let filled = variables
        .into_iter()
        .flatten()
        .fold(url, |url, (name, variable)| {
            let value = variable
                .get("default")
                .and_then(Value::as_str)
                .unwrap_or_default();
            url.replace(&format!("{{{name}}}"), value)
        });
    Some(address(&filled))
}

/// An address whose scheme and host are in lower case (RFC 3986, section 6.2.2.1).
fn address(url: &str) -> String {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find('/').map_or(url.len(), |at| host + at);
    // Names in braces are told apart by their case.
    if host == 0 || url[..end].contains('{') {
        return url.to_owned();
    }
    url[..end].to_lowercase() + &url[end..]
}
