//! An operation: its heading, where it is served, what it is for, its examples and responses.

use claims::{Aspect, Claim};

use super::{
    Comparison, FAILURES, GAP, RESPONSE, SUCCESS, TABLES, is_macro, is_sentence, method, status,
};
use crate::json::Block;
use crate::source::Line;
use crate::{Rule, path};

/// The place of a response whose status is not known.
pub(super) const UNKNOWN: &str = "response 1";

/// The place of the other responses, as long as no status is known.
pub(super) const FAILED: &str = "response 2";

/// How many lines further the status of a table may stand.
const FURTHEST: usize = 500;

impl<'s> Comparison<'s> {
    /// Reads the heading of an operation, and the title that stood over it.
    pub(super) fn operation(&mut self, title: Option<Line>) {
        let Some(line) = self.lines.next() else {
            return;
        };
        if self.lines.is_last(&line) {
            // The path may go on, so it is not told which operation this is.
            self.leave_operation();
            self.is_cut = true;
            if let Some(title) = title {
                self.ledger.rule(title.number, Rule::Cut);
            }
            return;
        }
        let (method, path) = method(&line).unwrap_or_default();
        let operation = format!("{method} {path}");
        if !self.layout.headings.insert(operation.clone()) {
            self.expected("an operation that the page does not have yet", line);
        }
        self.layout.errors = 0;
        self.open_operation(line, &operation, path);
        if let Some(title) = title {
            self.state(title.number, "", Aspect::Title, title.text);
        }
    }

    /// The heading of a part was taken: it tells of what a table of properties is.
    pub(super) fn part(&mut self, line: Line) {
        if self.reached.operation.is_empty() && ![SUCCESS, RESPONSE].contains(&line.text) {
            self.leave_operation();
        } else if line.text == RESPONSE
            && (path::is_status(&self.reached.place) || self.reached.place == FAILED)
        {
            self.reached.is_open = true;
        } else if line.text == SUCCESS || line.text == RESPONSE {
            let status = self.status_of_success();
            self.reach(status.unwrap_or(UNKNOWN), "");
        } else if FAILURES.contains(&line.text) {
            self.reach(FAILED, "");
        } else {
            let is_example = line.text.starts_with("Example");
            let place = if is_example { "body" } else { "operation" };
            self.reach(place, "");
        }
    }

    /// The status of success that the operation names further on: its table may stand before it.
    fn status_of_success(&self) -> Option<&'s str> {
        let ahead = (0..FURTHEST).map_while(|ahead| self.lines.peek_at(ahead));
        let is_end = |line: &Line| method(line).is_some() || FAILURES.contains(&line.text);
        let mut of_operation = ahead.take_while(|line| !is_end(line) && line.text != GAP);
        let status = of_operation.find_map(|line| Some(status(&line)?.0));
        status.filter(|status| status.starts_with('2'))
    }

    /// Reads a line of an operation, or of the page, that opens no part.
    pub(super) fn operation_line(&mut self, line: Line<'s>) {
        self.lines.next();
        self.reached.is_open = true;
        if line.text == TABLES[0][0] {
            // Something else stands between the columns.
            self.expected("`Type` over `Parameter`", line);
            self.pass_over(|_, _| false);
        } else if self.reached.operation.is_empty() {
            let text = line.bullet().unwrap_or(line.text);
            if text.starts_with("https://") {
                self.state(line.number, self.page, Aspect::Url, text);
            } else if text == "{" {
                // Of an example nobody knows whose it is.
                self.balanced(Block::EXAMPLE, line, |_, line| method(line).is_none());
            } else {
                self.state_wording(line.number, self.page, text);
            }
        } else if let Some((status, title)) = status(&line) {
            self.list(line.number, status, "");
            self.state(line.number, "", Aspect::Title, title);
        } else if line.text.starts_with("https://") {
            self.address(line);
        } else if line.text.starts_with('{') && self.reached.place != "operation" {
            let block = self.balanced(Block::EXAMPLE, line, |_, line| method(line).is_none());
            if let Some(block) = block {
                self.reached.is_open = false;
                self.example_block(&block);
            }
        } else if self.reached.place == "body" && self.lines.at(opens_example) {
            // One of several examples.
            self.ledger.rule(line.number, Rule::Heading);
        } else if !self.lines.is_last(&line) && is_cell(&line) {
            // Of a table, or of JSON, in a form that is not known here.
            self.expected("a wording, a table or the heading of a part", line);
            self.pass_over(Self::is_known);
        } else {
            self.describe(line.number, "", line.bullet().unwrap_or(line.text));
        }
    }

    /// An example of an address ends with the path; before it, it says where the API is served.
    fn address(&mut self, line: Line) {
        if self.lines.is_last(&line) {
            self.is_cut = true;
            return;
        }
        let operation = self.reached.operation.clone();
        let (_, path) = operation.split_once(' ').unwrap_or_default();
        let (mut server, query) = line.text.split_once('?').unwrap_or((line.text, ""));
        for due in path.rsplit('/').take(path.matches('/').count()) {
            match server.rsplit_once('/') {
                Some((rest, found)) if found == due || due.starts_with('{') => server = rest,
                _ => return self.expected("an address that ends with the path", line),
            }
        }
        let claim = Claim::new(&operation, "server", server, Aspect::Listed, "");
        self.ledger.state(line.number, claim);
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let claim = Claim::new(&operation, "query", name, Aspect::Example, value);
            self.ledger.state(line.number, claim);
        }
    }
}

fn opens_example(line: Line) -> bool {
    line.text.starts_with('{') || is_macro(&line)
}

/// Whether a line is too short for a wording, or is of JSON.
fn is_cell(line: &Line) -> bool {
    let is_short = line.text.split(' ').count() < 3 && !line.is_bullet();
    (is_short && !is_sentence(line.text)) || line.text.starts_with(['{', '[', ']', '}', '"'])
}
