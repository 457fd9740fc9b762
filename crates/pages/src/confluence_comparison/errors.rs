//! Tables of errors: three cells a row, each on a line of its own; the last one may be empty.

use claims::Aspect;

use super::{Comparison, is_fixed, method};
use crate::source::Line;
use crate::{path, source};

impl Comparison<'_> {
    /// Reads the rows of a table of errors: each has a status of its own, or they all belong to the table.
    pub(super) fn errors(&mut self, has_status: bool) {
        self.layout.errors += u32::from(!has_status);
        self.reached.is_open = true;
        while let Some(first) = self.lines.peek().filter(|line| !self.is_known(line)) {
            let (second, third) = (self.lines.peek_at(1), self.lines.peek_at(2));
            let Some(second) = second else {
                return self.cut_lines();
            };
            // The cells of one row in a capture of HTML have one number.
            let is_whole = second.number == first.number;
            if third.is_none() && !is_whole {
                return self.cut_lines();
            }
            let opens = |line: &Line| {
                let is_row = has_status && path::is_status(line.text);
                is_row || is_fixed(line) || method(line).is_some()
            };
            let is_behind = |line: &Line| is_whole && line.number != first.number;
            let third = third.filter(|line| !is_behind(line) && (is_whole || !opens(line)));
            if has_status != path::is_status(first.text) {
                return self.unexpected_until("a row of three cells", Self::is_known);
            }
            let mut place = format!("error table {}", self.layout.errors);
            let last = third.map_or("", |line| line.text);
            let mut row = &[first.text, second.text, last][..];
            if has_status {
                first.text.clone_into(&mut place);
                row = &row[1..];
            }
            self.list(first.number, &place, "");
            for cell in [Some(second), third].into_iter().flatten() {
                // What a row says stands on all its lines.
                self.state(cell.number, "", Aspect::Error, &source::row(row));
            }
            for _ in 0..2 + usize::from(third.is_some()) {
                self.lines.next();
            }
        }
        self.leave("operation");
    }
}
