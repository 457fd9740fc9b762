//! Text that people give: UTF-8, with or without the byte order mark that some editors write.

/// The byte order mark that some editors write in front of UTF-8. It is not part of the text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A text as a basic string of TOML 1.0, which a string of JSON is.
#[must_use]
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Bytes that are not UTF-8: the line, what was found and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotText(String);

impl NotText {
    fn at(line: usize, found: &str) -> Self {
        Self(format!(
            "line {line}: expected UTF-8, but found {found} instead; save the file as UTF-8"
        ))
    }
}

impl std::error::Error for NotText {}

impl std::fmt::Display for NotText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text of bytes, without its byte order mark.
///
/// # Errors
///
/// Returns an error with the line if the bytes are not UTF-8.
pub fn of(bytes: &[u8]) -> Result<&str, NotText> {
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
/// Returns an error if the bytes are UTF-16 or UTF-32.
pub fn unmarked(bytes: &[u8]) -> Result<&[u8], NotText> {
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
