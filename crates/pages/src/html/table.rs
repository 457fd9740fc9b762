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
    /// The text of the open cell; what is code in it has line ends.
    pub(super) cell: Option<String>,
    /// What the tables in the cells of the row said, which follows the row.
    pub(super) inner: Vec<Piece>,
    /// It arranges the parts of the page and has no rows.
    pub(super) layout: bool,
    span: (usize, usize),
    cells: Vec<String>,
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
        self.cell = Some(String::new());
    }

    pub(super) fn close_cell(&mut self, budget: &mut usize) {
        let Some(text) = self.cell.take() else { return };
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

    /// Ends the row: what it is, and its cells. A row whose one text is several lines of code is
    /// the code.
    pub(super) fn close_row(
        &mut self,
        head: bool,
        budget: &mut usize,
    ) -> Option<(Kind, Vec<String>)> {
        if self.own.0 == 0 && self.carried.is_empty() {
            return None;
        }
        self.repeat(true, budget);
        let (own, headings) = std::mem::take(&mut self.own);
        let mut cells = std::mem::take(&mut self.cells);
        let said = cells.iter().filter(|cell| !cell.is_empty()).count();
        if own == 0 || said == 0 {
            return None;
        }
        let code = cells.iter().find(|cell| cell.contains('\n'));
        if let Some(code) = code.filter(|_| said == 1) {
            return Some((Kind::Code, code.lines().map(str::to_owned).collect()));
        }
        for cell in cells.iter_mut().filter(|cell| cell.contains('\n')) {
            *cell = super::text::words(cell);
        }
        let heading = head || headings == own;
        Some((if heading { Kind::HeadingRow } else { Kind::Row }, cells))
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
