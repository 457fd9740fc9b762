//! The list of endpoints: method, path and title of each, and which of them have had their section.

use std::collections::BTreeMap;

use claims::Aspect;

use super::Portal;
use crate::path;
use crate::reader::Layout;
use crate::source::{Line, cells};

/// `get /v1/customers/profiles Retrieve …` in the list, or without the title over a section.
#[derive(Clone, Copy)]
pub(super) struct EndpointLine<'l> {
    /// `get /v1/customers/profiles`.
    pub(super) heading: &'l str,
    /// Empty over a section.
    pub(super) title: &'l str,
    method: &'l str,
    path: &'l str,
}

impl<'l> EndpointLine<'l> {
    pub(super) fn parse(text: &'l str) -> Option<Self> {
        let (heading, title) = if let Some([heading, title]) = cells(text).as_deref() {
            (*heading, *title)
        } else {
            let end = text.match_indices(' ').nth(1);
            text.split_at(end.map_or(text.len(), |(end, _)| end))
        };
        let (method, path) = heading.split_once(' ')?;
        let known = path::METHODS.contains(&method) && path.starts_with('/');
        (known && !path.contains(' ')).then_some(Self {
            heading,
            title: title.trim(),
            method,
            path,
        })
    }

    /// `GET /v1/customers/profiles`.
    pub(super) fn operation(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }
}

/// The list of endpoints.
#[derive(Default)]
pub(super) struct Endpoints<'s> {
    /// The titles by heading, `get /v1/customers/profiles`.
    titles: BTreeMap<&'s str, &'s str>,
    /// The headings of a title that have no section yet, in the order of the list.
    due: BTreeMap<&'s str, Vec<&'s str>>,
    /// Whether the page has the statuses of responses, which some captures lose.
    pub(super) has_statuses: bool,
    /// The media type of a form, as the header that sends it says, with its line.
    pub(super) form: Option<(u32, &'static str)>,
}

impl<'s> Endpoints<'s> {
    /// Adds an endpoint; whether it was new.
    pub(super) fn list(&mut self, line: EndpointLine<'s>) -> bool {
        self.due.entry(line.title).or_default().push(line.heading);
        self.titles.insert(line.heading, line.title).is_none()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.titles.is_empty()
    }

    /// The heading, as the list has it, and its title.
    pub(super) fn listed(&self, heading: &str) -> Option<(&'s str, &'s str)> {
        let (heading, title) = self.titles.get_key_value(heading)?;
        Some((heading, title))
    }

    /// Whether an endpoint is in the list and has no section yet.
    pub(super) fn is_due(&self, heading: &str) -> bool {
        let title = self.titles.get(heading);
        let due = title.and_then(|title| self.due.get(title));
        due.is_some_and(|due| due.contains(&heading))
    }

    /// The heading that a title stands for: the first one without a section.
    pub(super) fn heading(&self, title: &str) -> Option<&'s str> {
        self.due.get(title)?.first().copied()
    }

    /// The section of an endpoint is here; whether it is in the list and this is its first one.
    pub(super) fn open(&mut self, heading: &str) -> bool {
        let title = self.titles.get(heading).copied().unwrap_or_default();
        let due = self.due.entry(title).or_default();
        let at = due.iter().position(|due| *due == heading);
        at.map(|at| due.remove(at)).is_some()
    }
}

impl Layout for Endpoints<'_> {
    /// Whether every endpoint has had its section.
    fn is_complete(&self) -> bool {
        self.due.values().all(Vec::is_empty)
    }
}
impl<'s> Portal<'s> {
    /// Reads the list to the title of the first section.
    pub(super) fn endpoint_list(&mut self) {
        while let Some(line) = self.lines.peek() {
            if let Some(endpoint) = EndpointLine::parse(line.text) {
                // A last line may have lost the title that tells it from method and path.
                if self.opens_section(endpoint) && !self.lines.is_last(&line) {
                    break;
                }
                self.lines.next();
                self.endpoint(line, endpoint);
            } else if self.is_listed_at(1) {
                self.lines.next();
                self.expected("method, path and title", line);
            } else {
                break;
            }
        }
        if self.layout.is_empty() {
            return self.unexpected_until("method, path and title", |_, _| false);
        }
        self.reached.operation.clear();
        self.reach("page", self.page, "");
    }

    /// Whether this is method and path over a section, whose title is missing.
    fn opens_section(&self, endpoint: EndpointLine) -> bool {
        endpoint.title.is_empty() && self.layout.listed(endpoint.heading).is_some()
    }

    /// Whether a line of the list of endpoints is so many lines ahead.
    pub(super) fn is_listed_at(&self, ahead: usize) -> bool {
        let line = self.lines.peek_at(ahead);
        line.and_then(|line| EndpointLine::parse(line.text))
            .is_some_and(|endpoint| !endpoint.title.is_empty())
    }

    fn endpoint(&mut self, line: Line, endpoint: EndpointLine<'s>) {
        if endpoint.title.is_empty() {
            return self.unexpected("a title behind method and path", line);
        }
        let Some(names) = path::names(endpoint.path) else {
            return self.expected(path::TEMPLATE, line);
        };
        if !self.layout.list(endpoint) {
            return self.expected("an endpoint that is not in the list yet", line);
        }
        self.reached.operation = endpoint.operation();
        self.reach("operation", "", "the list of endpoints");
        self.state(line.number, "", Aspect::Listed, self.page);
        self.state(line.number, "", Aspect::Title, endpoint.title);
        self.reach("path", "", "the list of endpoints");
        for name in names {
            self.state(line.number, name, Aspect::Listed, "");
        }
    }
}
