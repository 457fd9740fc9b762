//! Tables whose columns changed: the mark for a gap stands between their cells.

use super::properties::place;
use super::{Comparison, GAP, TABLES};
use crate::Rule;
use crate::reader::truth;
use crate::source::Line;

impl Comparison<'_> {
    /// Takes out the marks between the cells of such tables, so that they are as others.
    pub(super) fn close_gaps(&mut self) {
        let mut inside = false;
        let marks = self.lines.take_out(|before, lines| {
            let [line, cell, rest @ ..] = lines else {
                return false;
            };
            if line.text != GAP {
                return false;
            }
            let opens = TABLES.iter().any(|columns| columns[0] == cell.text)
                && matches!(rest, [gap, next, ..] if gap.text == GAP && is_further(next));
            inside = opens || (inside && is_cell(before.last(), cell));
            inside
        });
        for line in marks {
            self.ledger.rule(line.number, Rule::VersionComparison);
        }
    }
}

/// Whether a line is a column of a table behind its first one.
fn is_further(line: &Line) -> bool {
    TABLES
        .iter()
        .any(|columns| columns[1..].contains(&line.text))
}

/// Whether a line behind a mark is a cell, as the line before it says or it does itself.
fn is_cell(before: Option<&Line>, cell: &Line) -> bool {
    is_further(cell)
        || place(cell).is_some()
        || before.and_then(place).is_some()
        || truth(cell.text).is_some()
        || cell.is_bullet()
}
