//! Tables of errors: three cells a row, each on a line of its own.

use claims::Aspect;

use super::Comparison;
use crate::{path, source};

impl Comparison<'_> {
    /// Reads the rows of a table of errors: each has a status of its own, or they all belong to the table.
    pub(super) fn errors(&mut self, has_status: bool) {
        self.layout.errors += u32::from(!has_status);
        self.reached.is_open = true;
        while let Some(first) = self.lines.peek().filter(|line| !self.is_known(line)) {
            let [Some(second), Some(third)] = [1, 2].map(|ahead| self.lines.peek_at(ahead)) else {
                return self.cut_lines();
            };
            if has_status != path::is_status(first.text) {
                return self.unexpected_until("a row of three cells", Self::is_known);
            }
            let mut place = format!("error table {}", self.layout.errors);
            let mut row = &[first.text, second.text, third.text][..];
            if has_status {
                first.text.clone_into(&mut place);
                row = &row[1..];
            }
            self.list(first.number, &place, "");
            for cell in [second, third] {
                // What a row says stands on all its lines.
                self.state(cell.number, "", Aspect::Error, &source::row(row));
            }
            for _ in 0..3 {
                self.lines.next();
            }
        }
        self.leave("operation");
    }
}
