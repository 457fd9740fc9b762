//! Tables of errors: a heading with the names of the columns, and rows.

use claims::Aspect;

use super::Portal;
use crate::Rule;
use crate::source::{self, Line};

/// The columns of a table; the last one may be missing.
const COLUMNS: [&str; 4] = ["Type", "Code", "Details", "More Info"];

/// What the names of the columns within *More Info* begin with.
const MORE: &str = "MoreInfo";

impl Portal<'_> {
    /// Reads a table from its heading, which was taken, to its last row.
    pub(super) fn error_table(&mut self, line: Line) {
        self.layout.has_errors = true;
        let Some(columns) = columns(&line) else {
            let expected = "`Type | Code | Details |`, or `More Info |` behind it";
            self.expected(expected, line);
            return self.pass_over(|_, line| opens(line) || !is_row(line));
        };
        if self.reached.place.starts_with("error table") {
            self.state(line.number, "", Aspect::Listed, "");
        } else {
            self.ledger.rule(line.number, Rule::TableHeading);
        }
        let mut rows = 0;
        while let Some(line) = self.lines.peek().filter(|line| !opens(line)) {
            match cells(line.text) {
                _ if source::is_drawn(line.text) || is_heading(&line) => {
                    self.ledger.rule(line.number, Rule::TableHeading);
                }
                Some(cells) if cells.len() == columns => {
                    self.state(line.number, "", Aspect::Error, &source::row(&cells));
                    rows += 1;
                }
                // The end of the capture cuts a row, or something else begins.
                None if !line.text.contains('|') && !self.lines.is_last(&line) => break,
                _ => self.expected(&format!("a row of {columns} cells"), line),
            }
            self.lines.next();
        }
        if rows == 0 {
            self.missing("a row of errors");
            self.pass_over(|_, line| opens(line) || super::opens(line));
        }
    }
}

/// Whether a line is the heading of a table, or looks like one.
pub(super) fn opens(line: &Line) -> bool {
    line.text.starts_with("Type |") || line.text.starts_with("| Type |")
}

fn is_row(line: &Line) -> bool {
    source::is_drawn(line.text) || cells(line.text).is_some()
}

/// How many columns the heading of a table names.
fn columns(line: &Line) -> Option<usize> {
    let columns = cells(line.text)?;
    let known = COLUMNS.starts_with(&columns) && columns.len() + 1 >= COLUMNS.len();
    known.then_some(columns.len())
}

/// Whether a line is the heading of what *More Info* holds: `MoreInfoCode | MoreInfoDetails |`.
fn is_heading(line: &Line) -> bool {
    let known = |cells: Vec<&str>| cells.iter().all(|cell| cell.starts_with(MORE));
    cells(line.text).is_some_and(known)
}

/// The cells of a row: of text, `a | b | c |`, where only the last one may be empty, or of HTML.
fn cells(text: &str) -> Option<Vec<&str>> {
    source::cells(text).or_else(|| {
        let cells: Vec<_> = text.strip_suffix('|')?.split('|').map(str::trim).collect();
        let (_, first) = cells.split_last()?;
        let is_row = !first.is_empty() && first.iter().all(|cell| !cell.is_empty());
        is_row.then_some(cells)
    })
}
