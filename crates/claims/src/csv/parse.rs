//! Reading a claims file.

use std::collections::btree_map::Entry;

use super::cell::unescaped;
use super::render::{seal, seal_of};
use super::rows::{Row, Rows};
use super::{CAPTURE, COLUMNS, ClaimsFile, CsvError};
use crate::{Aspect, Capture, Digest, PageClaim, PageClaims, Shared};

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
    if file.page.capture.sha256.is_empty() && errors.is_empty() {
        errors.push(CsvError {
            line: 2,
            column: 5,
            problem: "expected the row of the capture's sha-256, but found none instead".to_owned(),
        });
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    // Most files are exactly as written; only the others have to be rendered again to compare seals.
    let sealed = file
        .seal
        .is_some_and(|found| found == seal_of(text, &found) || found == seal(&file.page));
    Ok(ClaimsFile {
        page: file.page,
        sealed,
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
    /// An error in a column, from 0.
    fn error<T>(&self, column: usize, problem: String) -> Result<T, CsvError> {
        Err(CsvError {
            line: self.line,
            column: column + 1,
            problem,
        })
    }

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
        let [line, operation, place, name, aspect, value, digest] =
            std::array::from_fn(|column| unescaped(&row.record[column]));
        let aspect: Aspect = aspect
            .parse()
            .or_else(|unknown| row.error(4, format!("{unknown}")))?;
        let digest = match digest {
            "" => None,
            digest => Some(
                digest
                    .parse()
                    .or_else(|wrong| row.error(6, format!("{wrong}")))?,
            ),
        };
        if line.is_empty() && place == CAPTURE {
            if !operation.is_empty() {
                let problem = format!("expected nothing, but found `{operation}` instead");
                return row.error(1, problem);
            }
            return self.capture(row, name, aspect, value, digest);
        }
        let line = match line.parse() {
            Ok(line) if line > 0 => line,
            _ => {
                let problem = format!("expected a line number, but found `{line}` instead");
                return row.error(0, problem);
            }
        };
        let claim = self.shared.claim(operation, place, name, aspect, value);
        self.page.claims.push(PageClaim {
            line,
            claim,
            digest,
        });
        Ok(())
    }

    fn capture(
        &mut self,
        row: &Row,
        name: &str,
        aspect: Aspect,
        value: &str,
        digest: Option<Digest>,
    ) -> Result<(), CsvError> {
        let Capture { sha256, lines } = &mut self.page.capture;
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        match (aspect, value.parse()) {
            (Aspect::Sha256, _) if value.len() != 64 || !value.bytes().all(hex) => {
                let problem = format!(
                    "expected a sha-256 of 64 hexadecimal digits, but found `{value}` instead"
                );
                row.error(5, problem)
            }
            (Aspect::Sha256, _) if !name.is_empty() => {
                row.error(3, format!("expected nothing, but found `{name}` instead"))
            }
            (Aspect::Sha256, _) if !sha256.is_empty() => row.error(
                4,
                "expected one sha-256, but found a second instead".to_owned(),
            ),
            (Aspect::Sha256, _) => {
                value.clone_into(sha256);
                self.seal = digest;
                Ok(())
            }
            (Aspect::Lines, Ok(count)) => match (lines.entry(name.to_owned()), digest) {
                (_, Some(digest)) => {
                    row.error(6, format!("expected nothing, but found `{digest}` instead"))
                }
                (Entry::Occupied(_), None) => {
                    let problem =
                        format!("expected one count of `{name}`, but found a second instead");
                    row.error(3, problem)
                }
                (Entry::Vacant(entry), None) => {
                    entry.insert(count);
                    Ok(())
                }
            },
            (Aspect::Lines, Err(_)) => row.error(
                5,
                format!("expected a number of lines, but found `{value}` instead"),
            ),
            _ => row.error(
                4,
                format!("expected `sha-256` or `lines`, but found `{aspect}` instead"),
            ),
        }
    }
}
