//! The rows of a claims file, each with the line on which it starts.
//!
//! Where the reader of records says that a row starts is a line or more too early where lines end
//! with CRLF or are empty, so lines are counted here.

use ::csv::{ReaderBuilder, StringRecord};

use super::CsvError;

/// One row that holds no misplaced quote.
pub(super) struct Row<'r> {
    pub(super) line: u64,
    pub(super) record: &'r StringRecord,
}

/// The rows of a text, each with the line on which it starts.
pub(super) struct Rows<'t> {
    text: &'t str,
    reader: ::csv::Reader<&'t [u8]>,
    /// The row that was read last: one place in memory serves all.
    record: StringRecord,
    /// How far lines were counted: the byte, and its line from 1.
    at: (usize, u64),
}

impl<'t> Rows<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self {
            text,
            reader,
            record: StringRecord::new(),
            at: (0, 1),
        }
    }

    /// Where the next row starts: behind what is left of a line end, and behind empty lines.
    fn start(&mut self) -> usize {
        let (from, line) = self.at;
        let rest = &self.text[from..];
        let start = from + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        self.at = (start, line + line_ends(&self.text[from..start]));
        start
    }

    /// The next row, if there is one.
    pub(super) fn next(&mut self) -> Option<Result<Row<'_>, CsvError>> {
        let start = self.start();
        let line = self.at.1;
        let error = |column, problem| CsvError {
            line,
            column,
            problem,
        };
        match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(other) => return Some(Err(error(1, other.to_string()))),
        }
        let end = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        let end = end.min(self.text.len());
        let row = &self.text[start..end];
        self.at = (end, line + line_ends(row));
        Some(match misquoted(row) {
            Some(column) => Err(error(
                column,
                "expected quotes around a whole value, but found one that opens or closes \
                 elsewhere instead"
                    .to_owned(),
            )),
            None => Ok(Row {
                line,
                record: &self.record,
            }),
        })
    }
}

fn line_ends(text: &str) -> u64 {
    text.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

/// The column of the first quote that is not as RFC 4180 has it; the reader is more lenient, and
/// would take all that follows an open quote for one value.
fn misquoted(row: &str) -> Option<usize> {
    if !row.as_bytes().contains(&b'"') {
        return None;
    }
    let (mut column, mut quoted, mut before) = (1, false, ',');
    for char in row.trim_end_matches(['\r', '\n']).chars() {
        match char {
            '"' if quoted => quoted = false,
            // A second quote behind a closing one stands for a quote within the value.
            '"' if before == ',' || before == '"' => quoted = true,
            '"' => return Some(column),
            ',' if !quoted => column += 1,
            _ if !quoted && before == '"' => return Some(column),
            _ => {}
        }
        before = char;
    }
    quoted.then_some(column)
}
