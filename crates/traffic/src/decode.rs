//! The text of a body: out of base64, its content codings, and its character set.

mod coding;

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use encoding_rs::{Encoding, UTF_8};

use crate::exchange::{Body, Message};

/// The step at which a body could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undecodable {
    /// It is not in base64, although the recording says so.
    #[error("expected a body in base64, but found something else")]
    Base64,
    /// It is broken in a content coding that its header names, or has one that is not known here.
    #[error("expected a body packed by gzip, deflate, br or zstd, but found something else")]
    Coding,
    /// It is too large after unpacking.
    #[error("expected a body of at most 32 MB after unpacking, but found more")]
    TooLarge,
    /// It is not in its character set.
    #[error("expected text in the character set of the body, but found other bytes")]
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
        Body::Text(text) => return Ok(Some(text.strip_prefix('\u{feff}').unwrap_or(text).into())),
        Body::Base64(text) => base64(text)?.into(),
        Body::Bytes(bytes) => Cow::Borrowed(&**bytes),
    };
    let plain = coding::unpacked(bytes, message.header("content-encoding"))?;
    // A byte order mark counts more than what is named.
    let (text, _, is_wrong) = charset(message).unwrap_or(UTF_8).decode(&plain);
    if is_wrong {
        return Err(Undecodable::Charset);
    }
    Ok(Some(text.into_owned().into()))
}

/// The bytes of base64, padded or not, in lines or not.
fn base64(text: &str) -> Result<Vec<u8>, Undecodable> {
    let joined: String = text.split_ascii_whitespace().collect();
    let decoded = STANDARD_NO_PAD.decode(joined.trim_end_matches('='));
    decoded.map_err(|_| Undecodable::Base64)
}

/// The character set that the media type of a message names, if it is one of the Encoding Standard.
fn charset(message: &Message<'_>) -> Option<&'static Encoding> {
    let recorded = message.media_type.as_deref().into_iter();
    let types = recorded.chain(message.header("content-type"));
    let mut parameters = types.flat_map(|it| it.split(';').skip(1));
    parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        let label = value.trim().trim_matches(['"', '\'']);
        Encoding::for_label(label.as_bytes()).filter(|_| is_charset)
    })
}
