//! Tables of errors: three cells a row, each on a line of its own.

use claims::Aspect;

use super::Comparison;
use crate::{Rule, path, source};

/// The headings of the columns: of errors with a status, and of what is checked of a parameter.
const COLUMNS: [[&str; 3]; 2] = [
    ["Code", "Error", "Scenario"],
    ["Parameter", "Case", "Error Type"],
];

impl Comparison<'_> {
    /// The columns of the table of errors that the next lines open.
    pub(super) fn peek_errors(&self) -> Option<[&'static str; 3]> {
        let first = self.lines.peek()?;
        // The capture may cut them.
        let is_next = |columns: &[&str; 3]| {
            let mut behind = columns.iter().enumerate().skip(1);
            first.text == columns[0]
                && behind.all(|(ahead, text)| {
                    let line = self.lines.peek_at(ahead);
                    line.is_none_or(|line| line.text == *text || self.is_cut_to(&line, &[text]))
                })
        };
        COLUMNS.into_iter().find(is_next)
    }

    pub(super) fn errors(&mut self, columns: [&'static str; 3]) {
        for text in columns {
            self.fixed(text, Rule::TableHeading);
        }
        let has_status = columns == COLUMNS[0];
        self.lost_operation();
        if !has_status {
            self.layout.errors += 1;
        }
        self.reached.due = "the rest of the table";
        while let Some(first) = self.lines.peek().filter(|line| !self.is_known(line)) {
            let [Some(second), Some(third)] = [1, 2].map(|ahead| self.lines.peek_at(ahead)) else {
                return self.cut_lines();
            };
            if has_status != path::is_status(first.text) {
                return self.unexpected_until("a row of three cells", Self::is_known);
            }
            let mut place = format!("error table {}", self.layout.errors);
            let mut row = &[first.text, second.text, third.text][..];
            if has_status {
                first.text.clone_into(&mut place);
                row = &row[1..];
            }
            self.reach(&place, "", "the rest of the table");
            self.state(first.number, "", Aspect::Listed, "");
            for cell in [second, third] {
                // What a row says stands on all its lines.
                self.state(cell.number, "", Aspect::Error, &source::row(row));
            }
            for _ in [first, second, third] {
                self.lines.next();
            }
        }
        if self.lines.peek().is_some() {
            self.reach("operation", "", "the rest of the operation");
        }
    }
}
