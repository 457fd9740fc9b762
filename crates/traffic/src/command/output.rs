//! Standard output for what is written while it is made.

use std::io::{self, BufWriter, Write};

use cli::terminal;

/// Standard output, by large pieces. What cannot be written is told when the command ends.
pub(super) struct Output;

impl Output {
    /// Pieces that are large enough to cost little.
    const PIECE: usize = 1 << 16;

    pub(super) fn new() -> BufWriter<Self> {
        BufWriter::with_capacity(Self::PIECE, Self)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        terminal::print(String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
