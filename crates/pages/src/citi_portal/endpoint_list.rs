//! The list of endpoints: method, path and title of each.

use claims::Aspect;

use super::Portal;
use super::endpoint::EndpointLine;
use crate::path;
use crate::source::Line;

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
            self.unexpected_until("method, path and title", |_, _| false);
            return;
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
