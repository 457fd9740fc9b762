//! The parameters of the query, whose rows have all their columns.

use super::Reference;
use super::row::Row;
use crate::Rule;
use crate::source::Line;

const HEADING: &str = "Query parameters";
const INTRODUCTION: &str = "Query parameters for this method";

const COLUMNS: [&str; 2] = [
    "Property Type Required Repeat Details",
    "Property Type Required Repeat Description",
];

impl Reference<'_> {
    pub(super) fn query_parameters(&mut self) {
        let Some(line) = self.lines.next_if_text(HEADING) else {
            return;
        };
        self.ledger.rule(line.number, Rule::Heading);
        self.reach("query", "", "a parameter");
        self.fixed(INTRODUCTION, Rule::Heading);
        self.columns(&COLUMNS);
        while let Some(line) = self.lines.peek()
            && let Some(row) = Row::parse(&line)
        {
            self.lines.next();
            if self.lines.is_last(&line) {
                // A value may be cut.
                self.reached.due = crate::reader::REST_OF_LINE;
                return;
            }
            self.state_row(line.number, row.name, &row);
            self.row_details(row.name);
        }
        if self.lines.peek().is_some() {
            self.reach("operation", "", "the rest of the request");
        }
    }
}

/// Whether a line opens the parameters.
pub(super) fn opens(line: &Line) -> bool {
    [HEADING, INTRODUCTION].contains(&line.text)
}
