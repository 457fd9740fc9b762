//! The header of a code and the subfile of the licence: annex D, clauses D.12.3 to D.12.5.

use std::ops::Range;

use super::Flaw;

/// The header: issuer of six digits, version, jurisdiction version and number of entries of two each.
const HEADER: &str = "@\n\u{1e}\rANSI 000000000000";

/// Length of a designator: type in two letters, offset and length in four digits each.
const DESIGNATOR: usize = 10;

/// Reads the header, and returns where the designators of subfiles are.
pub(super) fn header(code: &str) -> Result<Range<usize>, Vec<Flaw>> {
    let mut bytes = code.bytes();
    let other = HEADER.bytes().position(|due| match bytes.next() {
        Some(byte) => byte != due && (due != b'0' || !byte.is_ascii_digit()),
        None => true,
    });
    if let Some(byte) = other {
        let expected = "the header of a code: @ LF RS CR ANSI and 12 digits";
        return Err(vec![Flaw::at(byte, expected)]);
    }
    let mut flaws = Vec::new();
    if !("04"..="10").contains(&&code[15..17]) {
        flaws.push(Flaw::at(15, "an AAMVA version from 04 to 10"));
    }
    let entries = digits(code, 19, 2).filter(|entries| *entries > 0);
    if entries.is_none() {
        flaws.push(Flaw::at(19, "a number of entries from 01 to 99"));
    }
    let designators = entries.map(|entries| HEADER.len()..HEADER.len() + entries * DESIGNATOR);
    designators.filter(|_| flaws.is_empty()).ok_or(flaws)
}

/// Finds the subfile of a licence (`DL`) or an identification card (`ID`): its type, and the bytes of its elements.
pub(super) fn licence(
    code: &str,
    within: Range<usize>,
) -> Result<(&'static str, Range<usize>), Flaw> {
    let (first, last) = (within.start, within.end);
    if code.len() < last {
        let expected = "as many designators as the number of entries says";
        return Err(Flaw::at(code.len(), expected));
    }
    let mut designators = (first..last).step_by(DESIGNATOR).filter_map(|at| {
        let mut kinds = ["DL", "ID"].into_iter();
        Some((at, kinds.find(|kind| code[at..].starts_with(kind))?))
    });
    let found = designators.next();
    let (at, kind) = found.ok_or(Flaw::at(first, "a subfile of the type DL or ID"))?;
    let offset = digits(code, at + 2, 4).ok_or(Flaw::at(at + 2, "an offset of 4 digits"))?;
    let length = digits(code, at + 6, 4).ok_or(Flaw::at(at + 6, "a length of 4 digits"))?;
    // Ontario writes an offset of zero for the place where the designators end.
    let start = if offset == 0 { last } else { offset };
    let end = start + length;
    // Two letters and the terminator.
    if length < 3 || end > code.len() {
        Err(Flaw::at(
            at + 6,
            "the length of a subfile that is within the code",
        ))
    } else if !code[start..].starts_with(kind) {
        Err(Flaw::at(
            at + 2,
            "the offset at which the subfile begins with its type",
        ))
    } else if code.as_bytes()[end - 1] != b'\r' {
        let expected = "the segment terminator CR, where the length of the subfile says";
        Err(Flaw::at(end - 1, expected))
    } else {
        Ok((kind, start + 2..end - 1))
    }
}

/// A number of so many digits, without a sign or a space.
fn digits(code: &str, at: usize, count: usize) -> Option<usize> {
    let text = code.get(at..at + count)?;
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
