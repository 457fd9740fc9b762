//! Where every statement of a document comes from.

use std::collections::{BTreeMap, BTreeSet};

use claims::{Claim, Digest, DocumentClaim};
use csv::{Terminator, Writer, WriterBuilder};

use crate::expected::{Evidence, Expected};
use crate::reading::{Basis, Readings};

/// The header row of `spec/reports/traceability.csv`.
const COLUMNS: [&str; 11] = [
    "pointer",
    "operation",
    "place",
    "name",
    "aspect",
    "value",
    "page",
    "lines",
    "readings",
    "basis",
    "digest",
];

/// Every claim of a document with its evidence, as CSV, one row a claim, page and readings.
///
/// The basis is `documented` where a line of the page says just this, otherwise that of the
/// weakest reading; a claim without support has neither page nor basis. At the end, without a pointer,
/// stands what a page says and a reading leaves out. Of a wording, which the document has in words
/// of its own, the digest tells when the page's changes.
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
    let writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let mut rows = Rows { writer, readings };
    rows.write(&COLUMNS);
    for made in document {
        let evidence = expected
            .claims
            .get(&made.claim)
            .map(Vec::as_slice)
            .unwrap_or_default();
        rows.claim(&made.pointer.to_string(), &made.claim, evidence);
    }
    for (claim, evidence) in &expected.omitted {
        rows.claim("", claim, evidence);
    }
    let bytes = rows
        .writer
        .into_inner()
        .expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}

struct Rows<'r> {
    writer: Writer<Vec<u8>>,
    readings: &'r Readings,
}

impl Rows<'_> {
    fn write(&mut self, row: &[&str; 11]) {
        self.writer
            .write_record(row)
            .expect("writing to memory does not fail");
    }

    /// One row for each page and reading that the claim rests on, or one row without any.
    fn claim(&mut self, pointer: &str, claim: &Claim, evidence: &[Evidence]) {
        let (operation, place, name, aspect) = claim.subject();
        let aspect = aspect.as_str();
        let said = [pointer, operation, place, name, aspect, &claim.value];
        let mut sources: BTreeMap<(&str, &[usize]), Source> = BTreeMap::new();
        for Evidence {
            page,
            line,
            readings,
            digest,
            ..
        } in evidence
        {
            let source = sources.entry((page, readings)).or_default();
            source.lines.push(line.to_string());
            source.digests.extend(digest.as_ref().map(Digest::as_str));
        }
        if sources.is_empty() {
            let [pointer, operation, place, name, aspect, value] = said;
            self.write(&[
                pointer, operation, place, name, aspect, value, "", "", "", "", "",
            ]);
        }
        for ((page, readings), Source { lines, digests }) in sources {
            let ids = readings
                .iter()
                .map(|index| self.readings.all()[*index].id());
            let [ids, lines] = [ids.collect::<Vec<_>>().join(" "), lines.join(" ")];
            let digests = digests.into_iter().collect::<Vec<_>>().join(" ");
            let basis = self
                .readings
                .basis(readings)
                .map_or("documented", Basis::as_str);
            let [pointer, operation, place, name, aspect, value] = said;
            self.write(&[
                pointer, operation, place, name, aspect, value, page, &lines, &ids, basis, &digests,
            ]);
        }
    }
}

/// Where a page says something, and the fingerprints of its wordings there.
#[derive(Default)]
struct Source<'e> {
    lines: Vec<String>,
    digests: BTreeSet<&'e str>,
}
