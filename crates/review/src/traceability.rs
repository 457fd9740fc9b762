//! Where every statement of a document comes from.

use std::collections::BTreeSet;

use claims::DocumentClaim;

use crate::expected::Expected;
use crate::reading::Readings;

/// The header row of `spec/reports/traceability.csv`.
const COLUMNS: [&str; 10] = [
    "pointer",
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "page",
    "lines",
    "reading",
    "basis",
];

/// Every claim of a document with its evidence, as CSV, one row a claim, page and reading.
///
/// The basis is `documented` where a line of the page says just this, otherwise that of the
/// reading; a claim without support has neither page nor basis.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn traceability(
    expected: &Expected,
    readings: &Readings,
    document: &[DocumentClaim],
) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let mut write = |row: &[&str; 10]| writer.write_record(row).expect("memory does not fail");
    write(&COLUMNS);
    for made in document {
        let claim = &made.claim;
        let pointer = made.pointer.to_string();
        let evidence = expected.get(claim).map(Vec::as_slice).unwrap_or_default();
        let sources: BTreeSet<_> = evidence
            .iter()
            .map(|evidence| (&evidence.page, evidence.reading))
            .collect();
        let row = [
            pointer.as_str(),
            &claim.operation,
            &claim.place,
            &claim.name,
            claim.aspect.as_str(),
            &claim.value,
            "",
            "",
            "",
            "",
        ];
        if sources.is_empty() {
            write(&row);
        }
        for (page, reading) in sources {
            let lines = evidence
                .iter()
                .filter(|e| (&e.page, e.reading) == (page, reading));
            let lines: Vec<_> = lines.map(|evidence| evidence.line.to_string()).collect();
            let lines = lines.join(" ");
            let reading = reading.map(|index| &readings.all()[index]);
            let basis = reading.map_or("documented".to_owned(), |r| r.basis.to_string());
            let mut row = row;
            row[6] = page;
            row[7] = &lines;
            row[8] = reading.map_or("", |reading| reading.id());
            row[9] = &basis;
            write(&row);
        }
    }
    let bytes = writer.into_inner().expect("memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}
