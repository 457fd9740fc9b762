//! What a page is made of, whether it is HTML, Markdown or text: one block after the other.

/// What stands where a line ends within a cell, or within an item of Markdown (Unicode, private use).
pub(crate) const BREAK: char = '\u{e005}';

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading of this level, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, this deep in other lists, from 0.
    Item(u8),
    /// A row of a table whose cells are headings.
    HeadingRow,
    /// A row of a table.
    Row,
    /// One line of code.
    Code,
    /// A term of a definition list, this deep in other lists, from 0.
    Term(u8),
    /// What is said of the term before it.
    Definition,
    /// A tag of MDX or of a template language, `ParamField query=limit`; of an end, `/ParamField`.
    Tag,
}

/// One block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The line of the capture on which it begins, from 1.
    pub line: u32,
    /// What it is.
    pub kind: Kind,
    /// Its text; of a row, the texts of its cells, joined by ` | `. In Markdown, U+E004 (private use)
    /// stands on both sides of a piece of code within a text.
    pub text: String,
    /// The texts of a row's cells, the empty ones too, with U+E005 (private use) where a line ends; of a
    /// tag, its attributes, `query=limit`, and `/` if it ends itself; empty for anything else.
    pub cells: Vec<String>,
    /// How many tables it is in.
    pub tables: usize,
}
