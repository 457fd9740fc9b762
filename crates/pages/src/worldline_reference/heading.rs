//! Title, method and address of the operation, and what it is for.

use claims::Aspect;

use super::Reference;
use crate::source::Line;
use crate::{Rule, path};

/// Method, server and path of `POST https://{domainname}/client/v1/{customerId}/boats`.
fn parse_address<'l>(line: &Line<'l>) -> Option<[&'l str; 3]> {
    let (method, url) = line.text.split_once(' ')?;
    let is_method = path::is_method(method) && method == method.to_uppercase();
    let authority = url.find("://")? + "://".len();
    let (server, path) = url.split_at(authority + url[authority..].find('/')?);
    let known = is_method && server.len() > authority && !url.contains(char::is_whitespace);
    known.then_some([method, server, path])
}

/// Whether a heading is the name of a collection in the path: `Boat Groups` of `/v1/boatgroups`, or
/// of `/v1/boatgroup`.
fn names_collection(heading: &str, path: &str) -> bool {
    let name = heading.replace([' ', '-'], "").to_ascii_lowercase();
    let mut segments = path.split('/').map(str::to_ascii_lowercase);
    heading.starts_with(|first: char| first.is_ascii_uppercase())
        && segments.any(|segment| name == segment || name.strip_suffix('s') == Some(&segment))
}

/// Whether a line is method and address of an operation.
pub(super) fn is_address(line: &Line) -> bool {
    parse_address(line).is_some()
}

impl Reference<'_> {
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
        if let Some((line, [method, server, path])) = self.lines.next_as(parse_address) {
            let names = self.open_operation(line, &format!("{method} {path}"), path);
            self.layout.names = names.into_iter().collect();
            self.list(line.number, "server", server);
            self.reach("operation", "");
            self.state(title.number, "", Aspect::Title, title.text);
            let expected = "the name of a collection in the path";
            self.due_as(Rule::Heading, expected, |line| {
                names_collection(line.text, path)
            });
            if self.wordings("").is_none() {
                self.missing("what the operation is for");
            }
        }
    }
}
