//! Files of what a second description says: `operation,place,name,aspect,value`, one claim a row.
//!
//! They hold facts, no wordings: what somebody else's description says of names, types and values.

use crate::csv::unescaped;
use crate::rows::{CsvError, Row, Rows, each};
use crate::{Aspect, Claim};

/// The header row.
pub const COLUMNS: [&str; 5] = ["operation", "place", "name", "aspect", "value"];

/// Reads such a file.
///
/// # Errors
///
/// Returns an error with line and column for each malformed row.
pub fn parse(text: &str) -> Result<Vec<Claim>, Vec<CsvError>> {
    let mut rows = Rows::of(text.strip_prefix('\u{feff}').unwrap_or(text));
    let header = match rows.next() {
        Some(Ok(row)) if row.record.iter().eq(COLUMNS) => None,
        Some(Err(error)) => Some(error),
        Some(Ok(_)) | None => Some(CsvError {
            line: 1,
            column: 1,
            problem: format!(
                "expected the columns `{}`, but found others instead",
                COLUMNS.join(",")
            ),
        }),
    };
    match header {
        Some(error) => Err(vec![error]),
        None => each(rows, claim),
    }
}

fn claim(row: &Row) -> Result<Claim, CsvError> {
    let count = row.record.len();
    if count != COLUMNS.len() {
        let problem = format!(
            "expected {} columns, but found {count} instead",
            COLUMNS.len()
        );
        return row.error(count.min(COLUMNS.len()), problem);
    }
    let cell = |column: usize| unescaped(&row.record[column]);
    let aspect = cell(3).parse::<Aspect>();
    let aspect = aspect.or_else(|unknown| row.error(3, unknown.to_string()))?;
    if cell(0).is_empty() {
        let problem = "expected an operation, but found nothing instead";
        return row.error(0, problem.to_owned());
    }
    Ok(Claim::new(cell(0), cell(1), cell(2), aspect, cell(4)))
}
