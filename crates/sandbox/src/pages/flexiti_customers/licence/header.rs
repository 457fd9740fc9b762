//! The header and the designators of subfiles: annex D, clauses D.12.3 to D.12.5.

use std::ops::Range;

use super::Flaw;

/// What the header says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    /// Issuer identification number, six digits.
    pub(super) issuer: u32,
    /// How many subfiles there are.
    entries: usize,
}

/// The characters at the beginning of a code.
const BEGINNING: [(&str, &str); 5] = [
    ("@", "the compliance indicator @"),
    ("\n", "the data element separator LF"),
    ("\u{1e}", "the record separator RS"),
    ("\r", "the segment terminator CR"),
    ("ANSI ", "the file type ANSI"),
];

/// Where the header ends and the designators begin.
const END: usize = 21;

/// Length of a designator: type in two letters, offset and length in four digits each.
const DESIGNATOR: usize = 10;

/// Reads the header.
///
/// # Errors
///
/// Returns everything that is wrong with it.
pub(super) fn read(code: &str) -> Result<Header, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let mut at = 0;
    for (text, expected) in BEGINNING {
        if code.get(at..at + text.len()) != Some(text) {
            flaws.push(Flaw::at(at, expected));
        }
        at += text.len();
    }
    let mut number = |count, range: Range<u32>, expected| {
        let number = digits(code, at, count).filter(|number| range.contains(number));
        if number.is_none() {
            flaws.push(Flaw::at(at, expected));
        }
        at += count;
        number.unwrap_or_default()
    };
    let what = "an issuer identification number of 6 digits";
    let issuer = number(6, 0..1_000_000, what);
    number(2, 4..11, "an AAMVA version from 04 to 10");
    number(2, 0..100, "a jurisdiction version of 2 digits");
    let entries = number(2, 1..100, "a number of entries from 01 to 99") as usize;
    if flaws.is_empty() {
        Ok(Header { issuer, entries })
    } else {
        Err(flaws)
    }
}

/// Finds the subfile of a licence (`DL`) or an identification card (`ID`): its type, and the bytes of its elements.
///
/// # Errors
///
/// Returns what is wrong with its designator, or with what that points to.
pub(super) fn licence(code: &str, header: &Header) -> Result<(&'static str, Range<usize>), Flaw> {
    let designators = END + header.entries * DESIGNATOR;
    if code.len() < designators {
        let expected = "as many designators as the number of entries says";
        return Err(Flaw::at(code.len(), expected));
    }
    let mut found = (END..designators).step_by(DESIGNATOR).filter_map(|at| {
        let kind = ["DL", "ID"]
            .into_iter()
            .find(|it| code[at..].starts_with(it));
        kind.map(|kind| (at, kind))
    });
    let found = found
        .next()
        .ok_or(Flaw::at(END, "a subfile of the type DL or ID"));
    let (at, kind) = found?;
    let offset = digits(code, at + 2, 4).ok_or(Flaw::at(at + 2, "an offset of 4 digits"))?;
    let length = digits(code, at + 6, 4).ok_or(Flaw::at(at + 6, "a length of 4 digits"))?;
    // Ontario writes an offset of zero for the place where the designators end.
    let start = if offset == 0 {
        designators
    } else {
        offset as usize
    };
    let end = start + length as usize;
    // Two letters and the terminator.
    if length < 3 || end > code.len() {
        let expected = "the length of a subfile that is within the code";
        return Err(Flaw::at(at + 6, expected));
    }
    if !code[start..].starts_with(kind) {
        let expected = "the offset at which the subfile begins with its type";
        return Err(Flaw::at(at + 2, expected));
    }
    if code.as_bytes()[end - 1] != b'\r' {
        let expected = "the segment terminator CR, where the length of the subfile says";
        return Err(Flaw::at(end - 1, expected));
    }
    Ok((kind, start + 2..end - 1))
}

/// A number of so many digits, without a sign or a space.
fn digits(code: &str, at: usize, count: usize) -> Option<u32> {
    let text = code.get(at..at + count)?;
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
