//! The list of endpoints: method, path and title of each, and which of them have had their section.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;

use super::Portal;
use crate::path;
use crate::reader::Layout;
use crate::source::{Line, cells};

/// Heading and title of `get /v1/customers/profiles Retrieve …`; the title is empty over a section.
pub(super) fn endpoint(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix("• ").unwrap_or(text);
    let (heading, title) = if let Some([heading, title]) = cells(text).as_deref() {
        (*heading, *title)
    } else {
        let end = text.match_indices(' ').nth(1);
        text.split_at(end.map_or(text.len(), |(end, _)| end))
    };
    let (method, path) = heading.split_once(' ')?;
    let known = path::METHODS.contains(&method) && path.starts_with('/') && !path.contains(' ');
    known.then_some((heading, title.trim()))
}

/// An endpoint of the list: its title, its place in the list, and its heading.
type Endpoint<'s> = (&'s str, usize, &'s str);

/// The list of endpoints.
#[derive(Default)]
pub(super) struct Endpoints<'s> {
    /// All of them, by heading.
    listed: BTreeMap<&'s str, Endpoint<'s>>,
    /// Those that have no section yet.
    due: BTreeSet<Endpoint<'s>>,
    /// The heading of the endpoint that the reader has reached.
    pub(super) reached: &'s str,
    /// Whether the page has the statuses of responses, which some captures lose.
    pub(super) has_statuses: bool,
}

impl<'s> Endpoints<'s> {
    /// The heading, as the list has it, and its title.
    pub(super) fn listed(&self, heading: &str) -> Option<(&'s str, &'s str)> {
        let (title, _, heading) = self.listed.get(heading)?;
        Some((heading, title))
    }

    /// Whether an endpoint is in the list and has no section yet.
    pub(super) fn is_due(&self, heading: &str) -> bool {
        let listed = self.listed.get(heading);
        listed.is_some_and(|endpoint| self.due.contains(endpoint))
    }

    /// The heading that a title stands for: the first one without a section.
    pub(super) fn heading(&self, title: &str) -> Option<&'s str> {
        let (first, _, heading) = self.due.range((title, 0, "")..).next()?;
        (*first == title).then_some(heading)
    }

    /// The section of an endpoint is here; whether it is in the list and this is its first one.
    pub(super) fn open(&mut self, heading: &str) -> bool {
        let listed = self.listed.get(heading);
        listed.is_some_and(|endpoint| self.due.remove(endpoint))
    }
}

impl Layout for Endpoints<'_> {
    /// Whether every endpoint has had its section.
    fn is_complete(&self) -> bool {
        self.due.is_empty()
    }
}

impl<'s> Portal<'s> {
    /// Reads the list to the title of the first section.
    pub(super) fn endpoint_list(&mut self) {
        while let Some(line) = self.lines.peek() {
            if let Some((heading, title)) = endpoint(line.text) {
                // Method and path over a section, whose title is missing. A last line may have lost
                // the title that tells it from these.
                let opens = title.is_empty() && self.layout.listed(heading).is_some();
                if opens && !self.lines.is_last(&line) {
                    break;
                }
                self.lines.next();
                self.endpoint(line, heading, title);
            } else if self.is_listed_at(1) {
                self.lines.next();
                self.expected("method, path and title", line);
            } else {
                break;
            }
        }
        if self.layout.listed.is_empty() {
            return self.unexpected_until("method, path and title", |_, _| false);
        }
        self.reached.operation.clear();
        self.reach("page", self.page);
    }

    /// Whether a line of the list of endpoints is so many lines ahead.
    pub(super) fn is_listed_at(&self, ahead: usize) -> bool {
        let line = self.lines.peek_at(ahead);
        let endpoint = line.and_then(|line| endpoint(line.text));
        endpoint.is_some_and(|(_, title)| !title.is_empty())
    }

    fn endpoint(&mut self, line: Line, heading: &'s str, title: &'s str) {
        if title.is_empty() {
            return self.expected("a title behind method and path", line);
        }
        let Some(names) = path::names(heading) else {
            return self.expected(path::TEMPLATE, line);
        };
        let endpoint = (title, self.layout.listed.len(), heading);
        self.layout.due.insert(endpoint);
        if self.layout.listed.insert(heading, endpoint).is_some() {
            return self.expected("an endpoint that is not in the list yet", line);
        }
        self.reach_operation(heading);
        self.state(line.number, "", Aspect::Listed, self.page);
        self.state(line.number, "", Aspect::Title, title);
        for name in names {
            self.list(line.number, "path", name);
        }
    }

    /// Reaches the operation of a heading, which is named `GET /v1/customers/profiles`.
    pub(super) fn reach_operation(&mut self, heading: &'s str) {
        self.layout.reached = heading;
        let (method, path) = heading.split_once(' ').unwrap_or_default();
        self.reached.operation = format!("{} {path}", method.to_uppercase());
        self.reach("operation", "");
    }
}
