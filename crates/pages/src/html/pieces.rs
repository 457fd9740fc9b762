//! The blocks of a page, until it is known which of them are kept.

use crate::{Block, Kind};

/// The most blocks; all that follows is in the last one.
const MOST: usize = 1 << 18;

/// A block, before it is known whether it is kept.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) block: Block,
    /// Columns before the mark.
    pub(super) indent: usize,
    pub(super) mark: &'static str,
    pub(super) main: bool,
    /// Begins an element of code.
    pub(super) begins: bool,
    /// Is no line of a cell that it may be in.
    pub(super) apart: bool,
    /// The part of the page it is in.
    pub(super) part: Option<usize>,
}

impl Piece {
    /// The mark and the text of a line in a cell; the rows of another table are no lines of it.
    pub(super) fn in_cell(&self) -> Option<[&str; 2]> {
        let mark = match self.block.kind {
            Kind::Row | Kind::HeadingRow => return None,
            Kind::Heading(_) => "",
            _ => self.mark,
        };
        Some([mark, self.block.text.trim_start()])
    }
}

/// A part of the page that may not belong to its text.
#[derive(Debug)]
struct Part {
    /// Hidden from who hears the page, as what stands behind a dialog is; else navigation.
    behind: bool,
    /// It is more than that.
    kept: bool,
}

/// The blocks so far.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) kept: Vec<Piece>,
    parts: Vec<Part>,
    /// How many blocks there are, with those in open rows.
    pub(super) placed: usize,
    rest: String,
}

impl Pieces {
    /// A part begins that may not belong to the text of the page.
    pub(super) fn part(&mut self, behind: bool) {
        let kept = false;
        self.parts.push(Part { behind, kept });
    }

    /// The part that began last has the main part of the page in it.
    pub(super) fn keep_part(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.kept = true;
        }
    }

    /// Places a piece in the part that began last, or in none. Rows and code are more than
    /// navigation, and the page's own heading is never behind a dialog.
    pub(super) fn place(&mut self, mut piece: Piece, in_part: bool) -> Option<Piece> {
        if self.placed + 1 >= MOST {
            self.rest
                .push_str(if self.rest.is_empty() { "" } else { " " });
            self.rest.push_str(&piece.block.text);
            return None;
        }
        self.placed += 1;
        let last = self.parts.len();
        if let Some(part) = self.parts.last_mut().filter(|_| in_part) {
            piece.part = Some(last - 1);
            match piece.block.kind {
                Kind::Heading(1) if part.behind => part.kept = true,
                Kind::Heading(1) => piece.part = None,
                Kind::Row | Kind::HeadingRow | Kind::Code => part.kept |= !part.behind,
                _ => {}
            }
        }
        Some(piece)
    }

    /// The text of the pieces that are kept, and their blocks.
    pub(super) fn finish(self) -> (String, Vec<Block>) {
        let (parts, mut pieces) = (self.parts, self.kept);
        let belongs = |piece: &Piece| piece.part.is_none_or(|part| parts[part].kept);
        if pieces.iter().any(|piece| belongs(piece) && piece.main) {
            pieces.retain(|piece| belongs(piece) && piece.main);
        } else if pieces.iter().any(belongs) {
            pieces.retain(belongs);
        }
        if !self.rest.is_empty() {
            pieces.push(Piece {
                block: Block {
                    line: 0,
                    kind: Kind::Paragraph,
                    text: self.rest,
                    cells: Vec::new(),
                },
                indent: 0,
                mark: "",
                main: false,
                begins: false,
                apart: false,
                part: None,
            });
        }
        let (mut text, mut line) = (String::new(), 0);
        let mut blocks = Vec::<Block>::with_capacity(pieces.len());
        for mut piece in pieces {
            let after_code = blocks.last().is_some_and(|last| last.kind == Kind::Code);
            if piece.begins && after_code {
                text.push('\n');
                line += 1;
            }
            text.extend(std::iter::repeat_n(' ', piece.indent));
            text.push_str(piece.mark);
            if piece.block.cells.is_empty() {
                text.push_str(&piece.block.text);
            } else {
                for cell in &piece.block.cells {
                    text.push_str("| ");
                    text.push_str(&cell.replace('|', "\\|"));
                    text.push(' ');
                }
                text.push('|');
            }
            text.push('\n');
            line += 1;
            piece.block.line = line;
            blocks.push(piece.block);
        }
        (text, blocks)
    }
}
