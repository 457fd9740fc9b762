//! Writing a claims file.

use ::csv::{Terminator, WriterBuilder};

use super::cell::escaped;
use super::{CAPTURE, COLUMNS};
use crate::{Aspect, Digest, PageClaim, PageClaims, lines};

/// Writes the claims of a page, which are sorted by line.
#[must_use]
pub fn render(page: &PageClaims) -> String {
    let lines = Digest::of_bytes(lines::render(&page.capture).as_bytes());
    rows(page, &lines, seal(page, &lines).as_str())
}

/// Returns the digest of all rows, computed while the cell of the seal is empty.
pub(super) fn seal(page: &PageClaims, lines: &Digest) -> Digest {
    Digest::of_bytes(rows(page, lines, "").as_bytes())
}

/// Returns the digest of a text without the first cell that holds this seal.
///
/// It equals the result of [`seal`] if the text is exactly what [`render`] writes.
pub(super) fn seal_of(text: &str, seal: &Digest) -> Digest {
    let (before, behind) = text.split_once(seal.as_str()).unwrap_or((text, ""));
    Digest::of_parts([before.as_bytes(), behind.as_bytes()])
}

fn rows(page: &PageClaims, lines: &Digest, seal: &str) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let mut row = |cells: [&str; COLUMNS.len()]| {
        let cells = cells.map(escaped);
        writer
            .write_record(cells.iter().map(|cell| cell.as_bytes()))
            .expect("writing to memory does not fail, and each row has all columns");
    };
    row(COLUMNS);
    let sha256 = page.capture.sha256.as_str();
    row(["", CAPTURE, "", Aspect::Sha256.as_str(), sha256, seal, ""]);
    let lines = lines.as_str();
    row(["", CAPTURE, "", Aspect::Lines.as_str(), lines, "", ""]);
    let mut above = 0;
    for PageClaim {
        line,
        claim,
        digest,
    } in &page.claims
    {
        let down = line - above;
        above = *line;
        row([
            &claim.operation,
            &claim.place,
            &claim.name,
            claim.aspect.as_str(),
            &claim.value,
            digest.as_ref().map_or("", Digest::as_str),
            &down.to_string(),
        ]);
    }
    let bytes = writer
        .into_inner()
        .expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}
