//! The endpoints that a page lists, and which of them have had their section.

use std::collections::BTreeMap;

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
}

impl<'l> EndpointLine<'l> {
    pub(super) fn parse(text: &'l str) -> Option<Self> {
        let line = Line {
            number: 0,
            text,
            indent: 0,
        };
        if let Some([heading, title]) = cells(&line).as_deref() {
            let line = Self::parse(heading).filter(|line| line.title.is_empty())?;
            return Some(Self { title, ..line });
        }
        let (method, rest) = text.split_once(' ')?;
        let path = rest.split_once(' ').map_or(rest, |(path, _)| path);
        let (heading, title) = text.split_at(method.len() + 1 + path.len());
        (path::METHODS.contains(&method) && path.starts_with('/')).then_some(Self {
            heading,
            title: title.trim(),
        })
    }

    fn path(&self) -> &'l str {
        self.heading.split_once(' ').map_or("", |(_, path)| path)
    }

    /// `GET /v1/customers/profiles`.
    pub(super) fn operation(&self) -> String {
        let (method, path) = self.heading.split_once(' ').unwrap_or_default();
        format!("{} {path}", method.to_uppercase())
    }

    /// `accountId` of `/v1/cards/accounts/{accountId}/addresses`; none at all if the braces do not
    /// pair.
    pub(super) fn template_names(&self) -> Option<Vec<&'l str>> {
        path::names(self.path())
    }
}

/// One line of the list of endpoints.
struct Endpoint {
    title: String,
    has_section: bool,
}

/// The list of endpoints.
#[derive(Default)]
pub(super) struct Endpoints {
    /// By heading, `get /v1/customers/profiles`.
    listed: BTreeMap<String, Endpoint>,
    /// The headings of a title, in the order of the list.
    titles: BTreeMap<String, Vec<String>>,
    /// Whether the page has the statuses of responses, which some captures lose.
    pub(super) has_statuses: bool,
    /// The media type of a form, as the header that sends it says, with its line.
    pub(super) form: Option<(u32, &'static str)>,
}

impl Endpoints {
    /// Adds an endpoint; whether it was new.
    pub(super) fn list(&mut self, line: EndpointLine) -> bool {
        let endpoint = Endpoint {
            title: line.title.to_owned(),
            has_section: false,
        };
        let headings = self.titles.entry(line.title.to_owned()).or_default();
        headings.push(line.heading.to_owned());
        self.listed
            .insert(line.heading.to_owned(), endpoint)
            .is_none()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The heading itself, if it is in the list.
    pub(super) fn listed(&self, heading: &str) -> Option<&str> {
        let (heading, _) = self.listed.get_key_value(heading)?;
        Some(heading)
    }

    /// The title of a heading.
    pub(super) fn title(&self, heading: &str) -> Option<&str> {
        let endpoint = self.listed.get(heading)?;
        Some(&endpoint.title)
    }

    /// The heading that a title stands for: the first one without a section.
    pub(super) fn heading(&self, title: &str) -> Option<&str> {
        let headings = self.titles.get(title)?;
        headings
            .iter()
            .find(|heading| !self.has_section(heading))
            .map(String::as_str)
    }

    pub(super) fn has_section(&self, heading: &str) -> bool {
        self.listed
            .get(heading)
            .is_some_and(|endpoint| endpoint.has_section)
    }

    /// The section of an endpoint is here; whether it is in the list and this is its first one.
    pub(super) fn open(&mut self, heading: &str) -> bool {
        let endpoint = self.listed.get_mut(heading);
        endpoint.is_some_and(|endpoint| !std::mem::replace(&mut endpoint.has_section, true))
    }
}

impl Layout for Endpoints {
    /// Whether every endpoint has had its section.
    fn is_complete(&self) -> bool {
        self.listed.values().all(|endpoint| endpoint.has_section)
    }
}
