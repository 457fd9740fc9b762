//! A table of parameters and properties: up to four cells a row.

use std::collections::BTreeSet;

use claims::Aspect;

use super::Comparison;
use super::operation::UNKNOWN;
use crate::reader::truth;
use crate::source::{Line, is_word};
use crate::{Rule, path};

/// The heading of the first column.
pub(super) const HEADING: &str = "Type";

/// The headings of all columns.
pub(super) const HEADINGS: [&str; 4] = ["Type", "Parameter", "Required", "Details"];

/// What the first cell of a row says, and the place that it stands for.
const PLACES: [(&str, &str); 5] = [
    ("BODY", "body"),
    ("FORMDATA", "body"),
    ("HEADER", "header"),
    ("PATH", "path"),
    ("QUERY", "query"),
];

impl Comparison<'_> {
    /// States the operation of a table whose heading is lost, if none was reached.
    pub(super) fn lost_operation(&mut self) {
        if self.reached.operation.is_empty()
            && let Some(line) = self.lines.peek()
        {
            self.layout.lost += 1;
            let operation = format!("table {}", self.layout.lost);
            self.open_operation(line, &operation, "");
        }
    }

    pub(super) fn table(&mut self) {
        self.lost_operation();
        // Of a response, if one was reached.
        let place = self.reached.place.clone();
        let response = (path::is_status(&place) || place == UNKNOWN).then_some(place);
        self.reach("operation", "", "the rest of the table");
        // A heading that stays in view is there twice.
        while opens(self.lines.peek(), self.lines.peek_at(1)) {
            for column in HEADINGS {
                if column == "Required" && self.lines.at(|it| it.text == "Details") {
                    continue;
                }
                self.fixed(column, Rule::TableHeading);
            }
        }
        self.expect("a row of the table", Self::is_known);
        self.rows(response.as_deref());
    }

    fn rows(&mut self, response: Option<&str>) {
        let mut names = BTreeSet::new();
        // What stands before a dot: the page has no row of it.
        let mut groups = BTreeSet::new();
        while let Some(line) = self.lines.peek().filter(|line| !self.is_known(line)) {
            let Some(place) = place(&line) else {
                if super::operation::status(&line).is_some() {
                    return;
                }
                let expected = "`BODY`, `FORMDATA`, `HEADER`, `PATH` or `QUERY`";
                self.unexpected_until(expected, Self::starts_row_or_ends);
                continue;
            };
            self.lines.next();
            self.ledger.rule(line.number, Rule::Heading);
            let place = response.filter(|_| place == "body").unwrap_or(place);
            self.reach(place, "", "the parameter's name");
            let Some(line) = self.lines.peek() else {
                return;
            };
            if self.starts_row_or_ends(&line) || !is_name(line.text) {
                let expected = "the parameter's name";
                self.unexpected_until(expected, Self::starts_row_or_ends);
                continue;
            }
            self.lines.next();
            if names.insert((place.to_owned(), line.text)) {
                for (dot, _) in line.text.match_indices('.') {
                    let group = (place.to_owned(), &line.text[..dot]);
                    if !names.contains(&group) && groups.insert(group.clone()) {
                        self.state(line.number, group.1, Aspect::Listed, "");
                        self.state(line.number, group.1, Aspect::Type, "nested");
                    }
                }
                self.row(line);
            } else {
                self.unexpected("a parameter that the table does not have yet", line);
                self.pass_over(Self::starts_row_or_ends);
            }
        }
    }

    /// Whether the next line, this one, opens a row or what comes behind a table.
    pub(super) fn starts_row_or_ends(&self, line: &Line) -> bool {
        place(line).is_some() || self.is_known(line) || super::operation::status(line).is_some()
    }
}

/// Whether two lines open a table, as much of them as the capture does not cut.
pub(super) fn opens(line: Option<Line>, next: Option<Line>) -> bool {
    let is_next = next.is_none_or(|next| HEADINGS[1].starts_with(next.text));
    line.is_some_and(|line| line.text == HEADING) && is_next
}

/// Whether a line is the heading in a capture of HTML: a row.
pub(super) fn is_heading_row(text: &str) -> bool {
    text.starts_with("| Type | Parameter |")
}

pub(super) fn place(line: &Line) -> Option<&'static str> {
    let known = PLACES.iter().find(|(cell, _)| line.text == *cell)?;
    Some(known.1)
}

/// `customer.first_name`, `x-trace-id`, or words such as `bearer token`, but not the cell behind it.
fn is_name(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && is_word(word, "_-");
    truth(text).is_none() && text.split(['.', ' ']).all(word)
}
