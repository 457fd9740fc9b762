//! Designators of subfiles, and the subfile of the licence: annex D, clauses D.12.4 and D.12.5.

use std::ops::Range;

use super::Flaw;
use super::header::{Header, digits};

/// Type in two letters, offset and length in four digits each.
const LENGTH: usize = 10;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A driver's licence.
    Licence,
    /// An identification card.
    Identification,
}

impl Kind {
    /// The type of the subfile.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Licence => "DL",
            Self::Identification => "ID",
        }
    }
}

/// The subfile of a licence or an identification card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subfile {
    pub(super) kind: Kind,
    /// The bytes of its elements: without its type and its terminator.
    pub(super) elements: Range<usize>,
}

/// Finds the one subfile that is of a licence or an identification card.
///
/// # Errors
///
/// What is wrong with the designators, and with what they point to.
pub(super) fn subfile(code: &str, header: &Header) -> Result<Subfile, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let mut found = Vec::new();
    for entry in 0..header.entries {
        let at = header.end + entry * LENGTH;
        if code.len() < at + LENGTH {
            flaws.push(Flaw::at(
                code.len(),
                "as many designators as the number of entries says",
            ));
            break;
        }
        match designated(code, header, at) {
            Ok(Some(subfile)) => found.push((at, subfile)),
            Ok(None) => {}
            Err(flaw) => flaws.push(flaw),
        }
    }
    if let Some((at, _)) = found.get(1) {
        flaws.push(Flaw::at(*at, "one subfile of the type DL or ID"));
    }
    match found.pop() {
        Some((_, subfile)) if flaws.is_empty() => Ok(subfile),
        None if flaws.is_empty() => {
            Err(vec![Flaw::at(header.end, "a subfile of the type DL or ID")])
        }
        _ => Err(flaws),
    }
}

/// What a designator points to, if it is of a licence or an identification card.
fn designated(code: &str, header: &Header, at: usize) -> Result<Option<Subfile>, Flaw> {
    let kind = match &code[at..at + 2] {
        "DL" => Some(Kind::Licence),
        "ID" => Some(Kind::Identification),
        kind if kind.bytes().all(|byte| byte.is_ascii_uppercase()) => None,
        _ => return Err(Flaw::at(at, "a subfile type of two capital letters")),
    };
    let offset = digits(code, at + 2, 4).ok_or(Flaw::at(at + 2, "an offset of 4 digits"))?;
    let length = digits(code, at + 6, 4).ok_or(Flaw::at(at + 6, "a length of 4 digits"))?;
    let Some(kind) = kind else { return Ok(None) };
    let start = match offset {
        0 => header.end + header.entries * LENGTH,
        _ => offset as usize,
    };
    let end = start + length as usize;
    // Two letters and the terminator.
    if length < 3 || end > code.len() {
        return Err(Flaw::at(
            at + 6,
            "the length of a subfile that is within the code",
        ));
    }
    if !code[start..].starts_with(kind.as_str()) {
        return Err(Flaw::at(
            at + 2,
            "the offset at which the subfile begins with its type",
        ));
    }
    if code.as_bytes()[end - 1] != b'\r' {
        return Err(Flaw::at(
            end - 1,
            "the segment terminator CR, where the length of the subfile says",
        ));
    }
    Ok(Some(Subfile {
        kind,
        elements: start + 2..end - 1,
    }))
}
