//! Title, method and address of the operation, and what it is for.

use claims::Aspect;

use super::Reference;
use crate::source::Line;
use crate::{Rule, path};

/// `POST https://{domainname}/client/v1/{customerId}/boats`.
#[derive(Clone, Copy)]
struct Address<'l> {
    method: &'l str,
    /// `https://{domainname}`.
    server: &'l str,
    /// `/client/v1/{customerId}/boats`.
    path: &'l str,
}

impl<'l> Address<'l> {
    fn parse(line: &Line<'l>) -> Option<Self> {
        let (method, url) = line.text.split_once(' ')?;
        let is_method = path::is_method(method) && method == method.to_uppercase();
        let authority = url.find("://")? + "://".len();
        let (server, path) = url.split_at(authority + url[authority..].find('/')?);
        let known = is_method && server.len() > authority && !url.contains(char::is_whitespace);
        known.then_some(Self {
            method,
            server,
            path,
        })
    }

    /// Whether a heading is the name of a collection in the path: `Boat Groups` of
    /// `/v1/boatgroups`, or of `/v1/boatgroup`.
    fn has_collection(&self, heading: &str) -> bool {
        let name = heading.replace([' ', '-'], "").to_ascii_lowercase();
        let is_name = |segment: &str| {
            let segment = segment.to_ascii_lowercase();
            name == segment || name.strip_suffix('s') == Some(&segment)
        };
        heading.starts_with(|first: char| first.is_ascii_uppercase())
            && self.path.split('/').any(is_name)
    }
}

/// Whether a line is method and address of an operation.
pub(super) fn is_address(line: &Line) -> bool {
    Address::parse(line).is_some()
}

impl<'s> Reference<'s> {
    pub(super) fn heading(&mut self) {
        let Some(title) = self.lines.peek() else {
            return;
        };
        if self.lines.is_last(&title) {
            return self.cut_line();
        }
        if is_address(&title) {
            self.expected("a title over method and address", title);
        } else {
            self.lines.next();
        }
        let Some(line) = self.lines.peek() else {
            return;
        };
        if self.lines.is_last(&line) {
            // The path may go on, so it is not told which operation this is.
            self.state(title.number, self.page, Aspect::Title, title.text);
            return self.cut_line();
        }
        if !is_address(&line) {
            self.unexpected_until("method and address", |_, line| {
                is_address(line) || super::is_known(line)
            });
        }
        if let Some((line, address)) = self.lines.next_as(Address::parse) {
            self.address(line, address);
            self.state(title.number, "", Aspect::Title, title.text);
            self.description(address);
        }
    }

    fn address(&mut self, line: Line<'s>, address: Address<'s>) {
        let operation = format!("{} {}", address.method, address.path);
        let names = self.open_operation(line, &operation, address.path);
        self.layout.names = names.into_iter().collect();
        self.reach("server", "", "the name of the collection");
        self.state(line.number, address.server, Aspect::Listed, "");
        self.reach("operation", "", "the name of the collection");
    }

    /// What the operation is for, under the name of its collection.
    fn description(&mut self, address: Address) {
        let expected = "the name of a collection in the path";
        self.due_as(Rule::Heading, expected, |line| {
            address.has_collection(line.text)
        });
        self.reached.due = "the request";
        self.wordings("", "what the operation is for");
    }
}
