//! The rows of a file in CSV, each with the line on which it starts.
//!
//! The `csv` crate reports the start of a row too early if lines end with CRLF or are empty, so we
//! count the lines ourselves.

use ::csv::{ReaderBuilder, StringRecord};

/// A place where a file in CSV differs from what this crate writes.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct CsvError {
    /// The line of the file, from 1, on which the row starts.
    pub line: u64,
    /// The column of the row, from 1, as a spreadsheet counts.
    pub column: usize,
    /// What was expected and what was found.
    pub problem: String,
}

/// One row that holds no misplaced quote.
pub(crate) struct Row<'r> {
    pub(crate) line: u64,
    pub(crate) record: &'r StringRecord,
}

impl Row<'_> {
    /// Returns an error in a column, from 0.
    pub(crate) fn error<T>(&self, column: usize, problem: String) -> Result<T, CsvError> {
        Err(CsvError {
            line: self.line,
            column: column + 1,
            problem,
        })
    }
}

/// The rows of a text, each with the line on which it starts.
pub(crate) struct Rows<'t> {
    text: &'t str,
    reader: ::csv::Reader<&'t [u8]>,
    /// The last row that was read. All rows share this buffer.
    record: StringRecord,
    /// The byte up to which lines were counted, and its line from 1.
    at: (usize, u64),
}

impl<'t> Rows<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
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

    /// Returns where the next row starts, after the rest of a line end and after empty lines.
    fn start(&mut self) -> usize {
        let (from, line) = self.at;
        let rest = &self.text[from..];
        let start = from + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        self.at = (start, line + line_ends(&self.text[from..start]));
        start
    }

    /// Returns the next row, if there is one.
    pub(crate) fn next(&mut self) -> Option<Result<Row<'_>, CsvError>> {
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

/// Reads every row of a text, or returns everything that is wrong with them.
pub(crate) fn each<T>(
    mut rows: Rows,
    read: impl Fn(&Row) -> Result<T, CsvError>,
) -> Result<Vec<T>, Vec<CsvError>> {
    let (mut all, mut errors) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next() {
        match row.and_then(|row| read(&row)) {
            Ok(one) => all.push(one),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(all)
    } else {
        Err(errors)
    }
}

fn line_ends(text: &str) -> u64 {
    text.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

/// Returns the column of the first quote that RFC 4180 does not allow there.
///
/// The `csv` crate is more lenient: it would read everything after an open quote as one value.
fn misquoted(row: &str) -> Option<usize> {
    if !row.as_bytes().contains(&b'"') {
        return None;
    }
    let (mut column, mut quoted, mut before) = (1, false, ',');
    for char in row.trim_end_matches(['\r', '\n']).chars() {
        match char {
            '"' if quoted => quoted = false,
            // Two quotes within a quoted value stand for one quote.
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
