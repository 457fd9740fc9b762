//! Writing a claims file.

use ::csv::{Terminator, WriterBuilder};

use super::cell::escaped;
use super::{CAPTURE, COLUMNS};
use crate::{Aspect, Digest, PageClaim, PageClaims};

/// Writes the claims of a page, sorted as they are.
#[must_use]
pub fn render(page: &PageClaims) -> String {
    rows(page, seal(page).as_str())
}

/// Returns the digest of all rows, computed while the cell of the seal is empty.
pub(super) fn seal(page: &PageClaims) -> Digest {
    Digest::of_bytes(rows(page, "").as_bytes())
}

/// Returns the digest of a text without the first cell that holds this seal.
///
/// It equals the result of [`seal`] if the text is exactly what [`render`] writes.
pub(super) fn seal_of(text: &str, seal: &Digest) -> Digest {
    let (before, behind) = text.split_once(seal.as_str()).unwrap_or((text, ""));
    Digest::of_parts([before.as_bytes(), behind.as_bytes()])
}

fn rows(page: &PageClaims, seal: &str) -> String {
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
    row(["", "", CAPTURE, "", Aspect::Sha256.as_str(), sha256, seal]);
    for (rule, count) in &page.capture.lines {
        let count = count.to_string();
        row(["", "", CAPTURE, rule, Aspect::Lines.as_str(), &count, ""]);
    }
    for PageClaim {
        line,
        claim,
        digest,
    } in &page.claims
    {
        row([
            &line.to_string(),
            &claim.operation,
            &claim.place,
            &claim.name,
            claim.aspect.as_str(),
            &claim.value,
            digest.as_ref().map_or("", Digest::as_str),
        ]);
    }
    let bytes = writer
        .into_inner()
        .expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("what was written was text")
}
