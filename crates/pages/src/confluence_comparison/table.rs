//! A table of parameters and properties: four cells a row.

use std::collections::BTreeSet;

use claims::Aspect;

use super::{Comparison, opens, row};
use crate::Rule;
use crate::source::Line;

/// The heading of the first column.
pub(super) const HEADING: &str = "Type";

/// The headings of the other columns.
const COLUMNS: [&str; 3] = ["Parameter", "Required", "Details"];

/// What the first cell of a row says, and the place that it stands for.
const PLACES: [(&str, &str); 3] = [("BODY", "body"), ("HEADER", "header"), ("PATH", "path")];

impl Comparison<'_> {
    pub(super) fn table(&mut self) {
        let Some(line) = self.lines.next() else {
            return;
        };
        self.layout.0 += 1;
        self.reached.operation = format!("table {}", self.layout.0);
        self.reach("operation", "", "the rest of the table");
        let page = self.page;
        self.state(line.number, "", Aspect::Listed, page);
        self.state(line.number, "", Aspect::Documented, "");
        for column in COLUMNS {
            self.fixed(column, Rule::TableHeading);
        }
        if let Some(line) = self.lines.peek().filter(opens) {
            self.ledger.expected("a row of the table", line);
        }
        self.rows();
    }

    fn rows(&mut self) {
        let mut names = BTreeSet::new();
        // What stands before a dot: the page has no row of it.
        let mut groups = BTreeSet::new();
        while let Some(line) = self.lines.peek().filter(|line| !opens(line)) {
            let Some(place) = place(&line) else {
                let expected = "`BODY`, `HEADER` or `PATH`";
                self.unexpected_until(expected, |_, line| starts_row_or_ends(line));
                continue;
            };
            self.lines.next();
            self.ledger.rule(line.number, Rule::Heading);
            self.reach(place, "", "the parameter's name");
            let Some(line) = self.lines.peek() else {
                return;
            };
            if starts_row_or_ends(&line) || !is_name(line.text) {
                let expected = "the parameter's name";
                self.unexpected_until(expected, |_, line| starts_row_or_ends(line));
                continue;
            }
            self.lines.next();
            if names.insert((place, line.text)) {
                for (dot, _) in line.text.match_indices('.') {
                    let group = &line.text[..dot];
                    if !names.contains(&(place, group)) && groups.insert((place, group)) {
                        self.state(line.number, group, Aspect::Listed, "");
                        self.state(line.number, group, Aspect::Type, "nested");
                    }
                }
                self.row(line);
            } else {
                self.unexpected("a parameter that the table does not have yet", line);
                self.pass_over(|_, line| starts_row_or_ends(line));
            }
        }
    }
}

/// Whether a line opens a row or what comes behind a table.
pub(super) fn starts_row_or_ends(line: &Line) -> bool {
    place(line).is_some() || opens(line)
}

fn place(line: &Line) -> Option<&'static str> {
    let known = PLACES.iter().find(|(cell, _)| line.text == *cell);
    known.map(|(_, place)| *place)
}

/// `customer.first_name`, or words such as `bearer token`, but not the cell behind it.
fn is_name(text: &str) -> bool {
    let word = |word: &str| {
        let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        !word.is_empty() && word.chars().all(letter)
    };
    row::required(text).is_none() && text.split(['.', ' ']).all(word)
}
