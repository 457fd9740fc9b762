//! Tables whose columns changed: the mark for a gap stands between their cells.

use super::{Comparison, GAP, table};
use crate::Rule;
use crate::reader::truth;
use crate::source::Line;

/// The first columns of tables, and the further ones.
const FIRST: [&str; 3] = ["Type", "Parameter", "Code"];
const FURTHER: [&str; 7] = [
    "Parameter",
    "Required",
    "Details",
    "Case",
    "Error Type",
    "Error",
    "Scenario",
];

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
            let opens = FIRST.contains(&cell.text)
                && matches!(rest, [gap, next, ..] if gap.text == GAP && FURTHER.contains(&next.text));
            inside = opens || (inside && is_cell(before.last(), cell));
            inside
        });
        for line in marks {
            self.ledger.rule(line.number, Rule::VersionComparison);
        }
    }
}

/// Whether a line behind a mark is a cell, as the line before it says or it does itself.
fn is_cell(before: Option<&Line>, cell: &Line) -> bool {
    FURTHER.contains(&cell.text)
        || table::place(cell).is_some()
        || before.and_then(table::place).is_some()
        || truth(cell.text).is_some()
        || cell.is_bullet()
}
