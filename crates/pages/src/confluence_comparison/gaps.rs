//! Tables whose columns changed: the mark for a gap stands between their cells.

use super::{Comparison, GAP, row, table};
use crate::Rule;
use crate::source::Line;

/// The first two columns of tables, and the further ones.
const OPENINGS: [[&str; 2]; 3] = [
    ["Type", "Parameter"],
    ["Parameter", "Case"],
    ["Code", "Error"],
];
const FURTHER: [&str; 4] = ["Required", "Details", "Error Type", "Scenario"];

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
            let opens = |[first, second]: &[&str; 2]| {
                let behind = rest.first().is_some_and(|it| it.text == GAP);
                cell.text == *first && behind && rest.get(1).is_some_and(|it| it.text == *second)
            };
            inside = OPENINGS.iter().any(opens) || (inside && is_cell(before.last(), cell));
            inside
        });
        for line in marks {
            self.ledger.rule(line.number, Rule::VersionComparison);
        }
    }
}

/// Whether a line behind a mark is a cell, as the line before it says or it does itself.
fn is_cell(before: Option<&Line>, cell: &Line) -> bool {
    OPENINGS.iter().any(|[_, second]| cell.text == *second)
        || FURTHER.contains(&cell.text)
        || table::place(cell).is_some()
        || before.and_then(table::place).is_some()
        || row::required(cell.text).is_some()
        || cell.is_bullet()
}
