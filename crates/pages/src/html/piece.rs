//! The blocks of a page, until it is known which of them are kept.

use crate::block::BREAK;
use crate::{Block, Kind};

/// A block, before it is known whether it is kept.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) block: Block,
    /// The indentation and the mark before the text.
    pub(super) lead: String,
    /// Is in the main part of the page.
    pub(super) main: bool,
    /// Begins an element of code, or stands behind a blank line of one.
    pub(super) begins: bool,
    /// Is no line of a cell that it may be in.
    pub(super) apart: bool,
}

impl Piece {
    /// The mark and the text of a line in a cell; the rows of another table are no lines of it.
    pub(super) fn in_cell(&self) -> Option<[&str; 2]> {
        let mark = match self.block.kind {
            Kind::Row | Kind::HeadingRow => return None,
            Kind::Heading(_) => "",
            _ => self.lead.trim_start(),
        };
        Some([mark, self.block.text.trim_start()])
    }
}

/// The text of the pieces, a line each, and their blocks.
pub(super) fn finish(pieces: Vec<Piece>) -> (String, Vec<Block>) {
    let (mut text, mut line) = (String::new(), 0);
    let mut blocks = Vec::<Block>::with_capacity(pieces.len());
    for mut piece in pieces {
        let after_code = blocks.last().is_some_and(|last| last.kind == Kind::Code);
        if piece.begins && after_code {
            text.push('\n');
            line += 1;
        }
        text.push_str(&piece.lead);
        if piece.block.cells.is_empty() {
            text.push_str(&piece.block.text);
        } else {
            let cells = piece.block.cells.iter();
            let cells = cells.map(|cell| cell.replace(BREAK, "").replace('|', "\\|"));
            let cells: Vec<_> = cells.collect();
            text.extend(["| ", &cells.join(" | "), " |"]);
        }
        text.push('\n');
        line += 1;
        piece.block.line = line;
        blocks.push(piece.block);
    }
    (text, blocks)
}
