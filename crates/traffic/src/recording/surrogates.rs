//! Halves of surrogate pairs (RFC 8259, section 8.2): recorders write them for bytes that are no text.

/// The number of an escape `\\uXXXX`.
fn escaped(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    u16::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
}

/// JSON with U+FFFD for each half of a pair that stands alone.
pub(super) fn mended(json: &str) -> String {
    let mut mended = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended += before;
        let low = |it| escaped(it).is_some_and(|it| (0xdc00..0xe000).contains(&it));
        let bytes = escape.as_bytes();
        let length = match escaped(bytes) {
            Some(0xd800..0xdc00) if low(&bytes[6..]) => 12,
            Some(0xd800..0xe000) => {
                mended += "\\ufffd";
                rest = &escape[6..];
                continue;
            }
            _ => escape
                .char_indices()
                .nth(2)
                .map_or(escape.len(), |(at, _)| at),
        };
        mended += &escape[..length];
        rest = &escape[length..];
    }
    mended + rest
}
