//! Tables of errors: a heading with the names of the columns, and rows.

use claims::Aspect;

use super::{Portal, definitions};
use crate::Rule;
use crate::source::Line;

/// The columns of a table; the last one may be missing.
const COLUMNS: [&str; 4] = ["Type", "Code", "Details", "More Info"];

/// What stands between the cells of a row in a claim.
const CELL: &str = " · ";

impl Portal<'_> {
    pub(super) fn error_tables(&mut self) {
        let mut tables = 0;
        while let Some(line) = self.lines.next_if(opens) {
            let Some(columns) = columns(&line) else {
                let expected = "`Type | Code | Details |`, or `More Info |` behind it";
                self.unexpected(expected, line);
                self.pass_over(|_, line| opens(line) || definitions::opens(line));
                continue;
            };
            tables += 1;
            self.layout.has_errors = true;
            self.reach(&format!("error table {tables}"), "", "a row of errors");
            self.state(line.number, "", Aspect::Listed, "");
            self.rows(columns);
        }
    }

    fn rows(&mut self, columns: usize) {
        let ends = |line: &Line| opens(line) || definitions::opens(line);
        if let Some(line) = self.lines.peek().filter(ends) {
            self.ledger.expected("a row of errors", line);
        }
        while let Some(line) = self.lines.next_if(|line| !ends(line)) {
            match cells(&line) {
                _ if is_drawn(&line) => self.ledger.rule(line.number, Rule::TableHeading),
                Some(cells) if cells.len() == columns => {
                    self.state(line.number, "", Aspect::Error, &cells.join(CELL));
                    self.reached.due = "the definitions";
                }
                _ => self.unexpected(&format!("a row of {columns} cells"), line),
            }
        }
    }
}

/// Whether a line is the heading of a table, or looks like one.
pub(super) fn opens(line: &Line) -> bool {
    line.text.starts_with("Type |")
}

/// How many columns the heading of a table names.
fn columns(line: &Line) -> Option<usize> {
    let columns = cells(line)?;
    let known = COLUMNS.starts_with(&columns) && columns.len() + 1 >= COLUMNS.len();
    known.then_some(columns.len())
}

/// Whether a line is drawn between the heading and the rows: `---|:--:|---|`.
fn is_drawn(line: &Line) -> bool {
    line.text.contains("--") && line.text.chars().all(|mark| "-:| ".contains(mark))
}

/// The cells of `a | b | c |`, none of them empty.
fn cells<'l>(line: &Line<'l>) -> Option<Vec<&'l str>> {
    let row = line.text.strip_suffix('|')?;
    let cells: Vec<_> = row.split('|').map(str::trim).collect();
    cells.iter().all(|cell| !cell.is_empty()).then_some(cells)
}
