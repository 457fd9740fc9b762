//! The layout of IBM's developer portal, as Citibanamex and Citi have it.
//!
//! A page is what stands around the API, `Paths` with the operations, and the definitions that the
//! operations use, as JSON Schemas. There are two forms of it. The full one names everything:
//! method, security, parameters, statuses. The other one has lost all names.
//!
//! # Quirks of the form without names
//!
//! - The method is lost: the operation is `? /v1/…`, the next one of that path `? /v1/… #2`.
//! - All names of parameters are lost. Only its position tells what a wording describes: first a
//!   summary, then a description, the header parameters `#1`, `#2`, …, and the response. Where the
//!   path has parameters too, their places are lost as well: the place is `parameter`.
//! - The statuses of the error tables are lost: they are `error table 1` and so on.
//! - The names of the definitions are lost: they are `definition 1` and so on.
//! - What is said of security, or of an error over its table, looks like any other wording. A page
//!   that has such a wording is not read: what it describes is not known.

mod definitions;
mod error_tables;
mod named;
mod nameless;
mod parameters;
mod security;

use std::collections::BTreeSet;

use claims::{Aspect, PageClaims};

use crate::json::Block;
use crate::reader::{Layout, Reader};
use crate::source::{Line, Source};
use crate::{PageError, PageLayout, Rule, path};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "the Citibanamex portal: `Paths` over a path",
    draws_tables: true,
    recognises,
    read,
};

const OPENING: &str = "Paths";

/// What stands around the address of the API and states nothing itself.
const AROUND: [&str; 3] = ["production", "development", "Custom Gateway API Endpoint"];

/// What introduces tags, one a line.
const TAGS: &str = "Tags:";

/// The reader of this layout. It remembers the API.
type Portal<'s> = Reader<'s, Api<'s>>;

/// The API of a page.
#[derive(Default)]
struct Api<'s> {
    /// The addresses at which it is served, with their lines.
    servers: Vec<(u32, &'s str)>,
    /// The path that the reader has reached.
    path: &'s str,
    operations: BTreeSet<String>,
    /// Whether an operation has its method and its names.
    is_named: bool,
    /// The definitions that were read, by name or number.
    defined: BTreeSet<String>,
    /// Whether the definition of an error was read.
    has_error: bool,
    /// Whether the page has tables of errors, and so the definition of an error.
    has_errors: bool,
    /// The names of definitions that others refer to.
    referred: BTreeSet<String>,
}

impl Layout for Api<'_> {
    /// Whether there are request, response, what they refer to, and the error, as far as is known.
    fn is_complete(&self) -> bool {
        if self.is_named {
            return !self.defined.is_empty() && self.referred.is_subset(&self.defined);
        }
        let least = match self.operations.len() {
            1 if !self.has_error => 2 + usize::from(self.has_errors),
            _ => 1 + usize::from(self.has_errors),
        };
        self.defined.len() >= least + self.referred.len()
    }

    fn refer(&mut self, name: &str) {
        self.referred.insert(name.to_owned());
    }
}

fn recognises(source: &Source) -> bool {
    let mut lines = source.lines().skip_while(|line| line.text != OPENING);
    lines.next().is_some() && lines.next().is_some_and(|line| line.text.starts_with('/'))
}

fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut portal = Portal::new(source, Api::default());
    portal.lines.flatten_rows(parameters::is_row);
    portal.preamble();
    portal.paths();
    portal.definitions();
    portal.close(source)
}

impl<'s> Portal<'s> {
    /// Reads what stands around the API.
    fn preamble(&mut self) {
        self.reach("page", self.page);
        let mut tags = false;
        while let Some(line) = self.lines.next_if(|line| line.text != OPENING) {
            if AROUND.contains(&line.text) {
                self.ledger.rule(line.number, Rule::Navigation);
            } else if line.text == TAGS {
                self.ledger.rule(line.number, Rule::Heading);
                tags = true;
            } else if let Some(tag) = line.text.trim_start_matches('•').strip_prefix('-')
                && tags
            {
                let tag = format!("tag={}", tag.trim());
                self.state(line.number, self.page, Aspect::Keyword, &tag);
            } else if is_address(line.text) {
                self.layout.servers.push((line.number, line.text));
                self.ledger.rule(line.number, Rule::Navigation);
            } else {
                self.state_wording(line.number, self.page, line.text);
            }
        }
        self.fixed(OPENING, Rule::Heading);
    }

    /// Reads the operations, path by path.
    fn paths(&mut self) {
        while let Some(line) = self.lines.peek() {
            // Where the names are kept, so is the heading.
            let is_named = self.layout.is_named;
            if line.text == definitions::HEADING || (!is_named && line.text == "{") {
                return;
            }
            if self.lines.is_last(&line) {
                self.cut_line();
            } else if let Some((method, path)) = path::operation(line.text) {
                self.lines.next();
                self.operation(line, method, path);
            } else if line.text.starts_with('/') {
                self.lines.next();
                self.path(line);
            } else if !self.layout.path.is_empty() && !is_named {
                self.nameless(line);
            } else if self.lines.peek_at(3).is_some() {
                self.lines.next();
                self.expected("a part of an operation, a path or `Definitions`", line);
                self.pass_over_operation();
            } else {
                // The lines behind a name tell what it is.
                self.cut_lines();
            }
        }
    }

    /// Reads a path. Without a method below it, it is all that is left of the heading of an
    /// operation.
    fn path(&mut self, line: Line<'s>) {
        self.layout.path = line.text;
        if self.lines.at(|line| named::is_operation(&line)) {
            self.ledger.rule(line.number, Rule::Heading);
        } else if self.layout.is_named {
            self.expected("an operation below its path", line);
            self.pass_over_operation();
        } else {
            self.nameless(line);
        }
    }

    /// States an operation of the path, and where it is served.
    fn open(&mut self, line: Line<'s>, operation: &str) {
        if !self.layout.operations.insert(operation.to_owned()) {
            self.expected("an operation that the page does not have yet", line);
        }
        self.open_operation(line, operation, self.layout.path);
        for (number, server) in self.layout.servers.clone() {
            self.list(number, "server", server);
        }
        self.reach("operation", "");
    }

    /// The lines of an object, which have no indentation.
    ///
    /// Returns nothing if the object is cut, or if another one begins in it; this is reported.
    fn object(&mut self, opening: Line) -> Option<Block> {
        self.balanced(Block::SCHEMA, opening, |before, line| {
            // An object within an array or behind another element of it; not one of its own.
            line.text != "{" || before.text.ends_with(['[', ',', ':'])
        })
    }

    /// The page cannot be read for certain from this line on.
    fn give_up(&mut self, expected: &str, line: Line) {
        self.ledger.expected(expected, line);
        self.pass_over(|_, _| false);
    }
}

/// Whether a line is an address of the web and nothing else.
fn is_address(text: &str) -> bool {
    let is_web = text.starts_with("http://") || text.starts_with("https://");
    is_web && !text.contains(char::is_whitespace)
}

/// Whether a line opens a path or the definitions.
fn opens(line: &Line) -> bool {
    line.text.starts_with('/') || definitions::opens(line)
}
