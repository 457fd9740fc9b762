//! Claims files: `line,operation,place,name,aspect,value,digest`, one claim a row.
//!
//! The first rows, without a line, are about the capture: its SHA-256, with a seal over all other
//! rows as digest, and how its lines were accounted for.

use ::csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use crate::{Aspect, Capture, Claim, Digest, PageClaim, PageClaims};

/// The header row.
pub const COLUMNS: [&str; 7] = [
    "line",
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "digest",
];

/// The place of the rows that are about the capture.
const CAPTURE: &str = "capture";

/// Something in a claims file that is not as [`render`] writes it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct CsvError {
    /// The line of the file, from 1.
    pub line: u64,
    /// The column of the row, from 1, as a spreadsheet counts.
    pub column: usize,
    /// What was expected and what was found.
    pub problem: String,
}

/// A claims file that could be read.
#[derive(Debug)]
pub struct ClaimsFile {
    /// What it holds.
    pub page: PageClaims,
    /// Whether the rows are those that were written: a row that was changed, added or removed by
    /// hand breaks the seal.
    pub sealed: bool,
}

/// Writes the claims of a page, sorted as they are.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn render(page: &PageClaims) -> String {
    let body = body(page);
    let seal = Digest::of(&body);
    let head = rows(|write| {
        write(&COLUMNS);
        let sha256 = page.capture.sha256.as_str();
        write(&[
            "",
            "",
            CAPTURE,
            "",
            Aspect::Sha256.as_str(),
            sha256,
            seal.as_str(),
        ]);
    });
    head + &body
}

/// All rows but the first two.
fn body(page: &PageClaims) -> String {
    rows(|write| {
        for (rule, count) in &page.capture.lines {
            let count = count.to_string();
            write(&["", "", CAPTURE, rule, Aspect::Lines.as_str(), &count, ""]);
        }
        for PageClaim {
            line,
            claim,
            digest,
        } in &page.claims
        {
            let digest = digest.as_ref().map_or("", Digest::as_str);
            write(&[
                &line.to_string(),
                &claim.operation,
                &claim.place,
                &claim.name,
                claim.aspect.as_str(),
                &claim.value,
                digest,
            ]);
        }
    })
}

fn rows(fill: impl FnOnce(&mut dyn FnMut(&[&str; 7]))) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    fill(&mut |row| {
        writer
            .write_record(row)
            .expect("writing to memory does not fail");
    });
    let bytes = writer
        .into_inner()
        .expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}

/// Reads a claims file.
///
/// # Errors
///
/// Every malformed row, with line and column; no row is skipped silently.
pub fn parse(page: &str, text: &str) -> Result<ClaimsFile, Vec<CsvError>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut found = PageClaims {
        page: page.to_owned(),
        ..PageClaims::default()
    };
    let mut seal = None;
    let mut errors = Vec::new();
    let mut headed = false;
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, ::csv::Position::line);
                errors.push(CsvError {
                    line,
                    column: 1,
                    problem: error.to_string(),
                });
                break;
            }
        };
        let row = Row {
            line: record.position().map_or(0, ::csv::Position::line),
            record,
        };
        let outcome = if headed {
            row.read(&mut found, &mut seal)
        } else {
            row.header()
        };
        headed = true;
        errors.extend(outcome.err());
    }
    if !headed || (found.capture.sha256.is_empty() && errors.is_empty()) {
        let problem = "expected the capture's sha-256 row, but found none instead".to_owned();
        errors.push(CsvError {
            line: 2,
            column: 5,
            problem,
        });
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let sealed = seal.is_some_and(|seal| seal == Digest::of(&body(&found)));
    Ok(ClaimsFile {
        page: found,
        sealed,
    })
}

struct Row {
    line: u64,
    record: StringRecord,
}

impl Row {
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
        let column = self
            .record
            .iter()
            .zip(COLUMNS)
            .take_while(|(found, due)| found == due);
        let problem = format!("expected the header `{}`", COLUMNS.join(","));
        self.error(column.count(), problem)
    }

    fn read(&self, page: &mut PageClaims, seal: &mut Option<Digest>) -> Result<(), CsvError> {
        let count = self.record.len();
        let Some([line, operation, place, name, aspect, value, digest]) =
            (count == COLUMNS.len()).then(|| std::array::from_fn(|column| &self.record[column]))
        else {
            let due = COLUMNS.len();
            let problem = format!("expected {due} columns, but found {count} instead");
            return self.error(count.min(due), problem);
        };
        let aspect: Aspect = aspect
            .parse()
            .or_else(|unknown| self.error(4, format!("{unknown}")))?;
        let digest = match digest {
            "" => None,
            digest => Some(
                digest
                    .parse()
                    .or_else(|wrong| self.error(6, format!("{wrong}")))?,
            ),
        };
        if line.is_empty() && place == CAPTURE {
            return self.capture(&mut page.capture, name, aspect, value, digest, seal);
        }
        let line: u32 = match line.parse() {
            Ok(line) if line > 0 => line,
            _ => {
                let problem = format!("expected a line number, but found `{line}` instead");
                return self.error(0, problem);
            }
        };
        let claim = Claim::new(operation, place, name, aspect, value);
        page.claims.push(PageClaim {
            line,
            claim,
            digest,
        });
        Ok(())
    }

    fn capture(
        &self,
        capture: &mut Capture,
        name: &str,
        aspect: Aspect,
        value: &str,
        digest: Option<Digest>,
        seal: &mut Option<Digest>,
    ) -> Result<(), CsvError> {
        match (aspect, value.parse()) {
            (Aspect::Sha256, _) if value.len() == 64 => {
                value.clone_into(&mut capture.sha256);
                *seal = digest;
                Ok(())
            }
            (Aspect::Lines, Ok(count)) => {
                capture.lines.insert(name.to_owned(), count);
                Ok(())
            }
            _ => self.error(
                5,
                format!("expected a sha-256 or a count, but found `{value}` instead"),
            ),
        }
    }
}
