//! Reading a claims file.

use super::cell::unescaped;
use super::render::{seal, seal_of};
use super::{CAPTURE, COLUMNS, ClaimsFile, CsvError};
use crate::rows::{Row, Rows};
use crate::{Aspect, Digest, PageClaim, PageClaims, Shared};

/// Reads a claims file.
///
/// # Errors
///
/// Returns an error with line and column for each malformed row.
pub fn parse(page: &str, text: &str) -> Result<ClaimsFile, Vec<CsvError>> {
    let mut file = File {
        page: PageClaims {
            page: page.to_owned(),
            ..PageClaims::default()
        },
        seal: None,
        lines: None,
        line: 0,
        shared: Shared::default(),
    };
    let mut errors = Vec::new();
    // Spreadsheets like to begin with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Rows::of(text);
    file.page.claims.reserve_exact(text.lines().count());
    match rows.next() {
        Some(first) => errors.extend(first.and_then(|row| row.header()).err()),
        None => errors.push(no_header(1, 1, "nothing")),
    }
    while let Some(row) = rows.next() {
        errors.extend(row.and_then(|row| file.read(&row)).err());
    }
    let missing = |what: &str| CsvError {
        line: 2,
        column: 4,
        problem: format!("expected the row of the capture's {what}, but found none instead"),
    };
    if errors.is_empty() && file.page.capture.sha256.is_empty() {
        errors.push(missing("sha-256"));
    }
    if errors.is_empty() && file.lines.is_none() {
        errors.push(missing("lines"));
    }
    let Some(lines) = file.lines.filter(|_| errors.is_empty()) else {
        return Err(errors);
    };
    // Most files are exactly as written; only the others have to be rendered again to compare seals.
    let sealed = file
        .seal
        .is_some_and(|found| found == seal_of(text, &found) || found == seal(&file.page, &lines));
    Ok(ClaimsFile {
        page: file.page,
        sealed,
        lines,
    })
}

fn no_header(line: u64, column: usize, found: &str) -> CsvError {
    let due = COLUMNS.join(",");
    CsvError {
        line,
        column,
        problem: format!("expected the header `{due}`, but found {found} instead"),
    }
}

impl Row<'_> {
    fn header(&self) -> Result<(), CsvError> {
        if self.record.iter().eq(COLUMNS) {
            return Ok(());
        }
        let same = self.record.iter().zip(COLUMNS);
        let column = same.take_while(|(found, due)| found == due).count();
        let found = match self.record.get(column) {
            Some(found) => format!("`{found}`"),
            None => "its end".to_owned(),
        };
        Err(no_header(self.line, column + 1, &found))
    }
}

/// The contents of the rows read so far.
struct File {
    page: PageClaims,
    seal: Option<Digest>,
    /// The digest of the file of lines.
    lines: Option<Digest>,
    /// The line of the page that the last row is about.
    line: u32,
    shared: Shared,
}

impl File {
    fn read(&mut self, row: &Row) -> Result<(), CsvError> {
        let count = row.record.len();
        let due = COLUMNS.len();
        if count != due {
            let problem = format!("expected {due} columns, but found {count} instead");
            return row.error(count.min(due), problem);
        }
        let [operation, place, name, aspect, value, digest, down] =
            std::array::from_fn(|column| unescaped(&row.record[column]));
        let aspect: Aspect = aspect
            .parse()
            .or_else(|unknown| row.error(3, format!("{unknown}")))?;
        let digest = match digest {
            "" => None,
            digest => Some(
                digest
                    .parse()
                    .or_else(|wrong| row.error(5, format!("{wrong}")))?,
            ),
        };
        if down.is_empty() && place == CAPTURE {
            for (column, cell) in [(0, operation), (2, name)] {
                if !cell.is_empty() {
                    let problem = format!("expected nothing, but found `{cell}` instead");
                    return row.error(column, problem);
                }
            }
            return self.capture(row, aspect, value, digest);
        }
        let line = down
            .parse()
            .ok()
            .and_then(|down| self.line.checked_add(down));
        self.line = match line {
            Some(line) if line > 0 => line,
            _ => {
                let problem = format!("expected a number of lines, but found `{down}` instead");
                return row.error(6, problem);
            }
        };
        let claim = self.shared.claim(operation, place, name, aspect, value);
        self.page.claims.push(PageClaim {
            line: self.line,
            claim,
            digest,
        });
        Ok(())
    }

    fn capture(
        &mut self,
        row: &Row,
        aspect: Aspect,
        value: &str,
        digest: Option<Digest>,
    ) -> Result<(), CsvError> {
        let sha256 = &mut self.page.capture.sha256;
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let second = format!("expected one {aspect}, but found a second instead");
        match aspect {
            Aspect::Sha256 if value.len() != 64 || !value.bytes().all(hex) => {
                let problem = format!(
                    "expected a sha-256 of 64 hexadecimal digits, but found `{value}` instead"
                );
                row.error(4, problem)
            }
            Aspect::Sha256 if !sha256.is_empty() => row.error(3, second),
            Aspect::Sha256 => {
                value.clone_into(sha256);
                self.seal = digest;
                Ok(())
            }
            Aspect::Lines if self.lines.is_some() => row.error(3, second),
            Aspect::Lines => match (value.parse(), digest) {
                (Ok(lines), None) => {
                    self.lines = Some(lines);
                    Ok(())
                }
                (Ok(_), Some(digest)) => {
                    row.error(5, format!("expected nothing, but found `{digest}` instead"))
                }
                (Err(wrong), _) => row.error(4, wrong.to_string()),
            },
            _ => row.error(
                3,
                format!("expected `sha-256` or `lines`, but found `{aspect}` instead"),
            ),
        }
    }
}
