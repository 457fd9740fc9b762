//! The blocks of a page, until it is known which of them are kept.

use crate::{Block, Kind};

/// The most blocks; all that follows is in the last one.
const MOST: usize = 1 << 20;

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
    /// The part of the page it is in.
    pub(super) part: Option<usize>,
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
    placed: usize,
    rest: String,
}

impl Pieces {
    /// A part begins that may not belong to the text of the page.
    pub(super) fn part(&mut self, behind: bool) {
        let kept = false;
        self.parts.push(Part { behind, kept });
    }

    /// Places a piece in the part that began last, or in none. Rows and code are more than
    /// navigation, and the page's own heading is never behind a dialog.
    pub(super) fn place(&mut self, mut piece: Piece, in_part: bool) -> Option<Piece> {
        self.placed += 1;
        if self.placed >= MOST {
            self.rest
                .push_str(if self.rest.is_empty() { "" } else { " " });
            self.rest.push_str(&piece.block.text);
            return None;
        }
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
