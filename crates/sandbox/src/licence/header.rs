//! The header: annex D, clause D.12.3.

use super::Flaw;

/// What the header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Issuer identification number, six digits.
    pub(super) issuer: u32,
    /// How many subfiles there are.
    pub(super) entries: usize,
    /// Where the designators begin.
    pub(super) end: usize,
}

/// The characters that a code begins with: compliance indicator, separator of elements, separator of records, terminator of segments.
const BEGINNING: [(u8, &str); 4] = [
    (b'@', "the compliance indicator @"),
    (b'\n', "the data element separator LF"),
    (0x1e, "the record separator RS"),
    (b'\r', "the segment terminator CR"),
];

/// The file types: `ANSI ` as the standard has it, `AAMVA` as codes of version 01 have it.
const FILE_TYPES: [&str; 2] = ["ANSI ", "AAMVA"];

const FILE_TYPE: usize = 4;
const ISSUER: usize = 9;
const VERSION: usize = 15;
const AFTER_VERSION: usize = 17;

/// Reads the header.
///
/// # Errors
///
/// Everything that is wrong with it.
pub(super) fn read(code: &str) -> Result<Header, Vec<Flaw>> {
    let mut flaws = Vec::new();
    for (at, (byte, expected)) in BEGINNING.into_iter().enumerate() {
        if code.as_bytes().get(at) != Some(&byte) {
            flaws.push(Flaw::at(at, expected));
        }
    }
    let file_type = code.get(FILE_TYPE..ISSUER);
    if !file_type.is_some_and(|it| FILE_TYPES.contains(&it)) {
        flaws.push(Flaw::at(FILE_TYPE, "the file type ANSI or AAMVA"));
    }
    let issuer = digits(code, ISSUER, 6);
    if issuer.is_none() {
        flaws.push(Flaw::at(
            ISSUER,
            "an issuer identification number of 6 digits",
        ));
    }
    let version = digits(code, VERSION, 2).filter(|version| (1..=10).contains(version));
    let Some(version) = version else {
        flaws.push(Flaw::at(VERSION, "an AAMVA version from 01 to 10"));
        return Err(flaws);
    };
    // The jurisdiction version came with version 02.
    let entries_at = if version == 1 {
        AFTER_VERSION
    } else {
        if digits(code, AFTER_VERSION, 2).is_none() {
            flaws.push(Flaw::at(
                AFTER_VERSION,
                "a jurisdiction version of 2 digits",
            ));
        }
        AFTER_VERSION + 2
    };
    let entries = digits(code, entries_at, 2).filter(|entries| *entries > 0);
    let Some(entries) = entries else {
        flaws.push(Flaw::at(entries_at, "a number of entries from 01 to 99"));
        return Err(flaws);
    };
    match issuer {
        Some(issuer) if flaws.is_empty() => Ok(Header {
            issuer,
            entries: entries as usize,
            end: entries_at + 2,
        }),
        _ => Err(flaws),
    }
}

/// A number of so many digits, and of nothing else: no sign, no space.
pub(super) fn digits(code: &str, at: usize, count: usize) -> Option<u32> {
    let text = code.get(at..at.checked_add(count)?)?;
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
