//! Tables: rows of cells, in which the text of a cell that spans more is repeated.

use crate::Kind;
use crate::block::BREAK;

use super::piece::Piece;

/// Most rows and columns that a cell is repeated for.
const WIDEST: usize = 100;

/// What one more cell costs besides its text.
const CELL: usize = 32;

/// One open table.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// What the open cell has so far.
    pub(super) cell: Option<Vec<Piece>>,
    /// How many columns and rows it spans.
    span: [usize; 2],
    cells: Vec<String>,
    /// What is in the cells of the row.
    pieces: Vec<Piece>,
    /// How many cells the row has of its own, and how many of them are headings.
    own: usize,
    headings: usize,
    /// For each column how many more rows repeat which text.
    carried: Vec<(usize, String)>,
}

impl Table {
    pub(super) fn open_cell(&mut self, heading: bool, span: [usize; 2], budget: &mut usize) {
        self.repeat(false, budget);
        self.span = span.map(|span| span.clamp(1, WIDEST));
        self.own += 1;
        self.headings += usize::from(heading);
        self.cell = Some(Vec::new());
    }

    pub(super) fn close_cell(&mut self, budget: &mut usize) {
        let Some(pieces) = self.cell.take() else {
            return;
        };
        let lines = pieces.iter().filter_map(Piece::in_cell);
        let text = lines
            .map(|line| line.concat())
            .collect::<Vec<_>>()
            .join(&format!("{BREAK} "));
        self.pieces.extend(pieces);
        let first = self.cells.len();
        self.cells.push(text);
        let [columns, rows] = self.span;
        for _ in 1..columns {
            self.cells.extend(again(&self.cells[first], budget));
        }
        if rows > 1 {
            let columns = self.carried.len().max(self.cells.len());
            self.carried.resize(columns, (0, String::new()));
            for column in first..self.cells.len() {
                let text = again(&self.cells[column], budget);
                self.carried[column] = text.map_or_else(Default::default, |text| (rows - 1, text));
            }
        }
    }

    /// Ends the row: what it is and its cells, and what follows it. A row that has only
    /// one cell, of several lines, arranges them, and so does one with lines that stand apart.
    pub(super) fn close_row(
        &mut self,
        head: bool,
        budget: &mut usize,
    ) -> (Option<(Kind, Vec<String>)>, Vec<Piece>) {
        let carried = self.carried.iter().any(|carried| carried.0 > 0);
        let alone = self.own == 1 && self.cells.len() == self.span[0] && !carried;
        self.repeat(true, budget);
        let own = std::mem::take(&mut self.own);
        let headings = std::mem::take(&mut self.headings);
        let cells = std::mem::take(&mut self.cells);
        let mut pieces = std::mem::take(&mut self.pieces);
        if alone && pieces.len() > 1 || pieces.iter().any(|piece| piece.apart) {
            for piece in &mut pieces {
                piece.apart = true;
            }
            return (None, pieces);
        }
        pieces.retain(|piece| piece.in_cell().is_none());
        if own == 0 || cells.iter().all(String::is_empty) {
            return (None, pieces);
        }
        let heading = head || headings == own;
        let kind = if heading { Kind::HeadingRow } else { Kind::Row };
        (Some((kind, cells)), pieces)
    }

    /// Repeats the cells of rows before that reach into this one: up to the next cell of its own, or
    /// all that are left.
    fn repeat(&mut self, all: bool, budget: &mut usize) {
        while self.carried.last().is_some_and(|carried| carried.0 == 0) {
            self.carried.pop();
        }
        while let Some((rows, text)) = self.carried.get_mut(self.cells.len()) {
            let text = if *rows > 0 { text.as_str() } else { "" };
            if *rows == 0 && !all {
                return;
            }
            let Some(text) = again(text, budget) else {
                return self.carried.clear();
            };
            *rows = rows.saturating_sub(1);
            self.cells.push(text);
        }
    }
}

/// The same text once more, while there is budget for it: a page cannot ask for more than a
/// multiple of its size.
fn again(text: &str, budget: &mut usize) -> Option<String> {
    *budget = budget.checked_sub(CELL + text.len())?;
    Some(text.to_owned())
}
