//! Files of lines: row *n* is line *n* of the captured page, as `digest,rule`.
//!
//! The digest is that of the line's words, and the rule is `read` or the reason why the line states
//! nothing. A blank line has no digest. There is no header, so that rows and lines have the same
//! numbers.

use ::csv::{Terminator, WriterBuilder};

use crate::rows::{CsvError, Row, Rows, each};
use crate::{Capture, CapturedLine, Digest};

/// Writes the lines of a capture.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn render(capture: &Capture) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for line in &capture.lines {
        let words = line.words.as_ref().map_or("", Digest::as_str);
        let row = writer.write_record([words, &line.rule]);
        row.expect("writing to memory does not fail, and each row has two columns");
    }
    let bytes = writer.into_inner();
    let bytes = bytes.expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}

/// Reads a file of lines.
///
/// # Errors
///
/// Returns an error with line and column for each malformed row.
pub fn parse(text: &str) -> Result<Vec<CapturedLine>, Vec<CsvError>> {
    each(
        Rows::of(text.strip_prefix('\u{feff}').unwrap_or(text)),
        line,
    )
}

fn line(row: &Row) -> Result<CapturedLine, CsvError> {
    let count = row.record.len();
    if count != 2 {
        let problem = format!("expected 2 columns, but found {count} instead");
        return row.error(count.min(2), problem);
    }
    let words = match &row.record[0] {
        "" => None,
        digest => {
            let digest = digest.parse::<Digest>();
            Some(digest.or_else(|wrong| row.error(0, wrong.to_string()))?)
        }
    };
    if row.record[1].is_empty() {
        let problem = "expected `read` or the name of a rule, but found nothing instead";
        return row.error(1, problem.to_owned());
    }
    Ok(CapturedLine {
        words,
        rule: row.record[1].to_owned().into(),
    })
}
