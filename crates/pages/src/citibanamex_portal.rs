//! The layout of Citibanamex' developer portal.
//!
//! A page is the path of an operation, wordings, tables of errors, and the definitions that the
//! operation uses, as JSON Schemas.
//!
//! # Quirks
//!
//! - The method is lost: the operation is `? /v1/…`.
//! - All names of header parameters are lost. Only its position tells what a wording describes:
//!   first a summary, then a description, the header parameters `#1`, `#2`, …, and the response.
//! - The statuses of the error tables are lost: they are `error table 1` and so on.
//! - The names of the definitions are lost: they are `definition 1` and so on.

mod definitions;
mod error_tables;

use std::collections::BTreeSet;

use claims::{Aspect, PageClaims};

use crate::reader::{Layout, Reader};
use crate::source::{Line, Source};
use crate::{PageError, PageLayout, Rule, path};

pub(crate) const LAYOUT: PageLayout = PageLayout {
    name: "the Citibanamex portal: `Paths` over a path",
    recognises,
    read,
};

const OPENING: &str = "Paths";

/// The reader of this layout. It remembers the definitions.
type Portal<'s> = Reader<'s, Definitions>;

/// The definitions of a page.
#[derive(Default)]
struct Definitions {
    read: usize,
    /// Whether the page has tables of errors, and so the definition of an error.
    has_errors: bool,
    /// The names of definitions that others refer to.
    referred: BTreeSet<String>,
}

impl Layout for Definitions {
    /// Whether there are request, response, what they refer to, and the error.
    fn is_complete(&self) -> bool {
        self.read >= 2 + self.referred.len() + usize::from(self.has_errors)
    }

    fn refer(&mut self, name: &str) {
        self.referred.insert(name.to_owned());
    }
}

fn recognises(source: &Source) -> bool {
    let mut lines = source.lines();
    let opening = lines.next().is_some_and(|line| line.text == OPENING);
    opening && lines.next().is_some_and(|line| line.text.starts_with('/'))
}

fn read(source: &Source) -> Result<PageClaims, Vec<PageError>> {
    let mut portal = Portal::new(source, Definitions::default());
    portal.path();
    portal.wordings();
    portal.error_tables();
    portal.definitions();
    portal.close(source)
}

impl<'s> Portal<'s> {
    fn path(&mut self) {
        let page = self.page;
        self.reach("page", page, "the path");
        self.fixed(OPENING, Rule::Heading);
        let Some(line) = self.lines.peek() else {
            return;
        };
        if self.lines.is_last(&line) {
            self.cut_line();
            return;
        }
        self.lines.next();
        let is_word = !line.text.contains(char::is_whitespace);
        if !is_word || path::names(line.text).is_none_or(|names| !names.is_empty()) {
            // The page does not tell header parameters from path parameters.
            self.ledger.expected("a path without parameters", line);
        }
        self.reached.operation = format!("? {}", line.text);
        self.reach("operation", "", "the summary");
        self.state(line.number, "", Aspect::Listed, page);
        self.state(line.number, "", Aspect::Documented, "");
    }

    /// Reads the wordings. Only their order tells what each describes.
    fn wordings(&mut self) {
        let mut lines = Vec::new();
        while let Some(line) = self.lines.next_if(|line| !ends_wordings(line)) {
            if line.text.starts_with(['/', '}', '"', '•', '[', ']']) {
                self.ledger.expected("a wording", line);
            } else {
                lines.push(line);
            }
        }
        let response = match self.lines.peek() {
            Some(line) if lines.len() < 3 => {
                let expected = "a summary, a description and the response's description";
                self.ledger.expected(expected, line);
                return;
            }
            Some(_) => lines.pop(),
            None => {
                // The last line may be cut: it may be the response or the start of a table.
                lines.pop();
                None
            }
        };
        for (index, line) in lines.into_iter().enumerate() {
            self.wording(index, line);
        }
        if let Some(line) = response {
            self.reach("200", "", "the errors or the definitions");
            self.state(line.number, "", Aspect::Listed, "");
            self.describe(line.number, "", line.text);
        }
    }

    /// Summary and description of the operation come first, then its header parameters.
    fn wording(&mut self, index: usize, line: Line<'s>) {
        let Some(parameter) = index.checked_sub(1).filter(|parameter| *parameter > 0) else {
            self.reached.due = "the rest of the wordings";
            self.describe(line.number, "", line.text);
            return;
        };
        let name = format!("#{parameter}");
        self.reach("header", "", "the rest of the wordings");
        self.state(line.number, &name, Aspect::Listed, "");
        self.describe(line.number, &name, line.text);
    }
}

/// Returns whether a line begins the part after the wordings.
fn ends_wordings(line: &Line) -> bool {
    error_tables::opens(line) || definitions::opens(line)
}
