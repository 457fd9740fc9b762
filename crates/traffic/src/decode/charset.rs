//! Character sets (the Encoding Standard of the WHATWG), and UTF-8 where none is named (RFC 8259,
//! section 8.1).

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Undecodable;
use crate::exchange::Message;

/// The character set that the media type of a message names, if it is a known one.
pub(super) fn named(message: &Message<'_>) -> Option<&'static Encoding> {
    let recorded = message.media_type.as_deref();
    let mut types = recorded.into_iter().chain(message.header("content-type"));
    types.find_map(|media_type| {
        let mut parameters = media_type.split(';').skip(1);
        parameters.find_map(|it| {
            let (name, value) = it.split_once('=')?;
            let is_charset = name.trim().eq_ignore_ascii_case("charset");
            let label = value.trim().trim_matches(['"', '\'']);
            Encoding::for_label(label.as_bytes()).filter(|_| is_charset)
        })
    })
}

/// The text of bytes: by their byte order mark, otherwise by what is named, otherwise in UTF-8.
pub(super) fn text<'m>(
    bytes: Cow<'m, [u8]>,
    named: Option<&'static Encoding>,
) -> Result<Cow<'m, str>, Undecodable> {
    let (encoding, mark) = match (Encoding::for_bom(&bytes), named, &*bytes) {
        (Some(found), _, _) => found,
        (None, Some(named), _) => (named, 0),
        // What is not text in a single-byte set: JSON begins with two ASCII characters.
        (None, None, [0, _, ..]) => (UTF_16BE, 0),
        (None, None, [_, 0, ..]) => (UTF_16LE, 0),
        (None, None, _) => (UTF_8, 0),
    };
    let wrong = Undecodable::Charset;
    match bytes {
        Cow::Borrowed(bytes) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            text.ok_or(wrong)
        }
        Cow::Owned(bytes) if encoding == UTF_8 && mark == 0 => {
            let text = String::from_utf8(bytes).map_err(|_| wrong)?;
            Ok(text.into())
        }
        Cow::Owned(bytes) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            Ok(text.ok_or(wrong)?.into_owned().into())
        }
    }
}
