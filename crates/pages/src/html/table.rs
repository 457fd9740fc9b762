//! Tables: rows of cells, in which the text of a cell that spans more is repeated.

use crate::Kind;

use super::pieces::Piece;

/// Most rows and columns that a cell is repeated for.
const WIDEST: usize = 100;

/// Most cells of a row; what follows goes on in the last one.
const MOST_CELLS: usize = 1_000;

/// What one more cell costs besides its text.
const CELL: usize = 32;

/// One open table.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// What the open cell has so far.
    pub(super) cell: Option<Vec<Piece>>,
    span: (usize, usize),
    cells: Vec<String>,
    /// What is in the cells of the row.
    pieces: Vec<Piece>,
    /// How many cells the row has of its own, and how many of them are headings.
    own: (usize, usize),
    /// For each column how many more rows repeat which text.
    carried: Vec<(usize, String)>,
}

impl Table {
    pub(super) fn open_cell(&mut self, heading: bool, span: (usize, usize), budget: &mut usize) {
        self.repeat(false, budget);
        self.span = span;
        self.own.0 += 1;
        self.own.1 += usize::from(heading);
        self.cell = Some(Vec::new());
    }

    pub(super) fn close_cell(&mut self, budget: &mut usize) {
        let Some(pieces) = self.cell.take() else {
            return;
        };
        let mut text = String::new();
        for line in pieces.iter().filter_map(Piece::in_cell) {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.extend(line);
        }
        self.pieces.extend(pieces);
        if self.cells.len() >= MOST_CELLS {
            let last = &mut self.cells[MOST_CELLS - 1];
            last.push(' ');
            last.push_str(&text);
            return;
        }
        let (columns, rows) = (self.span.0.clamp(1, WIDEST), self.span.1.clamp(1, WIDEST));
        for column in 0..columns {
            let at = self.cells.len();
            if rows > 1
                && let Some(text) = again(&text, budget)
            {
                self.carried
                    .resize(self.carried.len().max(at + 1), (0, String::new()));
                self.carried[at] = (rows - 1, text);
            }
            match again(&text, budget) {
                Some(text) if column + 1 < columns => self.cells.push(text),
                _ => break,
            }
        }
        self.cells.push(text);
    }

    /// Whether cells of a row have come.
    pub(super) fn has_cells(&self) -> bool {
        self.own.0 > 0
    }

    /// How many lines and rows are in the cells of the row.
    pub(super) fn waiting(&self) -> usize {
        self.pieces.len()
    }

    /// Ends the row: what it is and its cells, and what follows it. A row that has only
    /// one cell, of several lines, arranges them, and so does one with lines that stand apart.
    pub(super) fn close_row(
        &mut self,
        head: bool,
        budget: &mut usize,
    ) -> (Option<(Kind, Vec<String>)>, Vec<Piece>) {
        let columns = self.span.0.clamp(1, WIDEST);
        let carried = self.carried.iter().any(|carried| carried.0 > 0);
        let alone = self.own.0 == 1 && self.cells.len() == columns && !carried;
        self.repeat(true, budget);
        let (own, headings) = std::mem::take(&mut self.own);
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
