//! An operation with its method and all its names.

use claims::Aspect;

use super::{Portal, definitions, error_tables, is_address, security};
use crate::json::Block;
use crate::source::{Line, cells};
use crate::{Rule, path};

/// Headings of examples, which this layout leaves empty.
const EXAMPLES: [&str; 2] = ["Example Request", "Example Response"];

/// The button that makes a call, and what is shown where that fails.
const TRY: &str = "Try this operation";
const NO_RESPONSE: &str = "No response. This is a ";

/// Whether a line is the heading of an operation: method and path.
pub(super) fn is_operation(line: &Line) -> bool {
    path::operation(line.text).is_some()
}

impl<'s> Portal<'s> {
    /// Reads an operation from its heading, which was taken.
    pub(super) fn operation(&mut self, line: Line<'s>, method: &str, path: &str) {
        self.layout.is_named = true;
        if path != self.layout.path {
            let expected = format!("an operation of `{}`", self.layout.path);
            self.expected(&expected, line);
        }
        let operation = format!("{} {path}", method.to_uppercase());
        self.open(line, &operation);
        self.titles();
        self.security();
        self.parameters();
        self.responses();
        self.examples();
    }

    /// Reads what stands below the heading: a title, and what the operation is for.
    fn titles(&mut self) {
        let titles: Vec<_> = std::iter::from_fn(|| self.text()).collect();
        let several = titles.len() > 1;
        for (index, line) in titles.into_iter().enumerate() {
            if index == 0 && (several || !line.text.contains(' ')) {
                self.state(line.number, "", Aspect::Title, line.text);
            } else {
                self.describe(line.number, "", line.text);
            }
        }
    }

    /// The next line, if it is neither known nor, at the end of the capture, the start of something.
    pub(super) fn text(&mut self) -> Option<Line<'s>> {
        let is_text = |line: &Line| !self.is_known(line) && cells(line.text).is_none();
        self.lines.peek().filter(is_text)?;
        if self.lines.peek_at(3).is_none() {
            // The lines behind a name tell what it is.
            self.cut_lines();
            return None;
        }
        self.lines.next()
    }

    /// Whether the next line, this one, opens a part of an operation or what follows it.
    pub(super) fn is_known(&self, line: &Line) -> bool {
        self.opens_operation(line)
            || definitions::opens(line)
            || error_tables::opens(line)
            || is_status(line)
            || example(line.text).is_some()
            || line.text == security::ONE_OF
            || self.peek_scheme().is_some()
            || self.opens_parameter()
    }

    /// Whether the next line, this one, is the heading of an operation or of its path. A scope may
    /// begin like a path, but has no method below it.
    pub(super) fn opens_operation(&self, line: &Line) -> bool {
        let behind = self.lines.peek_at(1);
        let is_path = line.text.starts_with('/') && behind.as_ref().is_some_and(is_operation);
        is_path || is_operation(line)
    }

    /// The object that the next lines hold, if they do.
    pub(super) fn next_object(&mut self) -> Option<Block> {
        let opening = self.lines.next_if_text("{")?;
        let block = self.balanced(Block::SCHEMA, opening, |before, line| {
            line.text.starts_with(['"', '{', '}', '[', ']']) || before.text.ends_with(['[', ','])
        });
        if block.is_none() {
            self.pass_over_operation();
        }
        block
    }

    /// Passes over what is left of an operation behind a line that is reported.
    pub(super) fn pass_over_operation(&mut self) {
        self.pass_over(|portal, line| {
            line.text == definitions::HEADING || portal.opens_operation(line)
        });
    }

    fn responses(&mut self) {
        while let Some(line) = self.lines.next_if(is_status) {
            self.list(line.number, line.text, "");
            loop {
                if let Some(line) = self.lines.next_if(error_tables::opens) {
                    self.error_table(line);
                } else if let Some(block) = self.next_object() {
                    if !self.response_block(&block) {
                        self.pass_over_operation();
                    }
                } else if let Some(line) = self.text() {
                    self.describe(line.number, "", line.text);
                } else {
                    break;
                }
            }
        }
    }

    fn examples(&mut self) {
        while let Some((line, rule)) = self.lines.next_as(|line| example(line.text)) {
            self.ledger.rule(line.number, rule);
        }
    }
}

/// Whether a line is a status, or stands for all that are not there.
pub(super) fn is_status(line: &Line) -> bool {
    path::is_status(line.text) || line.text == "default"
}

/// Why a line that belongs to the examples of an operation states nothing: a heading, a button, or an
/// address with its method.
fn example(text: &str) -> Option<Rule> {
    if EXAMPLES.contains(&text) {
        Some(Rule::EmptyExample)
    } else if text == TRY || text.starts_with(NO_RESPONSE) {
        Some(Rule::Navigation)
    } else {
        let (method, address) = text.split_once(' ')?;
        (path::is_method(method) && is_address(address)).then_some(Rule::CodeSample)
    }
}
