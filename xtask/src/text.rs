//! Text that people give: UTF-8, with or without the byte order mark that some editors write.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// What some editors write in front of UTF-8, which is no part of the text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Why bytes are no text that we read: the line, what was found and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotText(String);

impl NotText {
    fn at(line: usize, found: &str) -> Self {
        Self(format!(
            "line {line}: expected UTF-8, but found {found} instead; save the file as UTF-8"
        ))
    }
}

impl std::fmt::Display for NotText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a file of text, without its byte order mark.
///
/// # Errors
///
/// Why it cannot be read, or that it is no UTF-8.
pub(crate) fn read(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path)?;
    let text = of(&bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error.0));
    text.map(str::to_owned)
}

/// The text of bytes, without its byte order mark.
///
/// # Errors
///
/// That it is no UTF-8, and where.
pub(crate) fn of(bytes: &[u8]) -> Result<&str, NotText> {
    let bytes = unmarked(bytes)?;
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        NotText::at(line, "bytes that are not")
    })
}

/// Bytes without the byte order mark of UTF-8, for callers that report each bad line.
///
/// # Errors
///
/// That they are text in another encoding.
pub(crate) fn unmarked(bytes: &[u8]) -> Result<&[u8], NotText> {
    let other = match bytes {
        // Without a mark, three of four bytes of ASCII are zero, or one of two.
        [0xff, 0xfe, 0, 0, ..]
        | [0, 0, 0xfe, 0xff, ..]
        | [1..=255, 0, 0, 0, ..]
        | [0, 0, 0, 1..=255, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..] => Some("UTF-16"),
        _ => None,
    };
    match other {
        Some(encoding) => Err(NotText::at(1, encoding)),
        None => Ok(bytes.strip_prefix(MARK).unwrap_or(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::{NotText, of};

    #[track_caller]
    fn refuses(bytes: &[u8], line: usize, found: &str) {
        assert_eq!(of(bytes), Err(NotText::at(line, found)));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        for (bytes, text) in [
            ("\u{feff}{}", "{}"),
            ("{}", "{}"),
            ("\u{feff}", ""),
            ("", ""),
            ("a", "a"),
            // One mark is one too many for some, and the second is a character.
            ("\u{feff}\u{feff}a", "\u{feff}a"),
        ] {
            assert_eq!(of(bytes.as_bytes()), Ok(text));
        }
    }

    #[test]
    fn another_encoding_is_named() {
        refuses(b"\xff\xfe{\0}\0", 1, "UTF-16");
        refuses(b"\xfe\xff\0{\0}", 1, "UTF-16");
        refuses(b"{\0}\0", 1, "UTF-16");
        refuses(b"\0{\0}", 1, "UTF-16");
        refuses(b"\xff\xfe\0\0{\0\0\0", 1, "UTF-32");
        refuses(b"{}\n\n\"\xe9t\xe9\"", 3, "bytes that are not");
    }
}
