//! The text of a body: out of base64, its content codings, and its character set.

mod charset;
mod coding;

use std::borrow::Cow;

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::exchange::{Body, Message};

/// The step at which a body could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undecodable {
    /// It is not in base64, although the recording says so.
    #[error("expected a body in base64, but found something else")]
    Base64,
    /// It is broken in a content coding that it has.
    #[error("expected a body packed by `{0}`, but found something else")]
    Coding(&'static str),
    /// It has a content coding that is not known here.
    #[error("expected a body packed by gzip, deflate, br or zstd, but found another coding")]
    UnknownCoding,
    /// It is too large after unpacking.
    #[error("expected a body of at most 32 MB after unpacking, but found more")]
    TooLarge,
    /// It is not in its character set.
    #[error("expected text in the character set that the body has, but found other bytes")]
    Charset,
}

/// The text of a body, without a byte order mark; none if there is no body, or a form.
///
/// Recorders differ in whether they keep a body as it was sent or unpacked, and all keep the header: it is
/// unpacked only if it is packed.
///
/// # Errors
///
/// Returns the step at which the body could not be read.
pub fn text<'m>(message: &'m Message<'_>) -> Result<Option<Cow<'m, str>>, Undecodable> {
    let bytes = match &message.body {
        Body::Absent | Body::NotRecorded | Body::Form(_) => return Ok(None),
        Body::Text(text) => match coding::bytes(text) {
            Some(bytes) => Cow::Owned(bytes),
            None => return Ok(Some(text.strip_prefix('\u{feff}').unwrap_or(text).into())),
        },
        Body::Base64(text) => Cow::Owned(base64(text)?),
        Body::Bytes(bytes) => Cow::Borrowed(&**bytes),
    };
    let plain = coding::unpacked(bytes, message.header("content-encoding"))?;
    charset::text(plain, charset::named(message)).map(Some)
}

/// The bytes of base64 in either alphabet, padded or not, in lines or not.
fn base64(text: &str) -> Result<Vec<u8>, Undecodable> {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let is_url_safe = text.contains(['-', '_']);
    let alphabet = if is_url_safe { &URL_SAFE } else { &STANDARD };
    let engine = GeneralPurpose::new(alphabet, config);
    let decoded = engine.decode(text).or_else(|_| {
        let joined: Vec<u8> = text
            .bytes()
            .filter(|it| !it.is_ascii_whitespace())
            .collect();
        engine.decode(joined)
    });
    decoded.map_err(|_| Undecodable::Base64)
}
