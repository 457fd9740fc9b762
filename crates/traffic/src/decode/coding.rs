//! Content codings (RFC 9110, section 8.4.1; RFC 7932 for `br`, RFC 8878 for `zstd`).

use std::borrow::Cow;
use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use ruzstd::decoding::StreamingDecoder;

use super::Undecodable;
use crate::recording::LIMIT;

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// The bytes that some recorders write as if each were a character, if they are packed.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    let is_packed =
        text.starts_with("\u{1f}\u{8b}") || text.starts_with("\u{28}\u{b5}\u{2f}\u{fd}");
    let bytes = || text.chars().map(|it| u8::try_from(it).ok()).collect();
    if is_packed { bytes() } else { None }
}

/// A body without its content codings, which the values of the header name in the order in which they
/// were applied.
pub(super) fn unpacked<'m, 'n>(
    body: Cow<'m, [u8]>,
    values: impl Iterator<Item = &'n str>,
) -> Result<Cow<'m, [u8]>, Undecodable> {
    let codings: Vec<_> = values.flat_map(|it| it.split(',')).map(str::trim).collect();
    codings.iter().rev().try_fold(body, |body, coding| {
        match layer(&body, &coding.to_ascii_lowercase()) {
            Ok(None) => Ok(body),
            Ok(Some(plain)) => Ok(Cow::Owned(plain)),
            Err(Undecodable::TooLarge) => Err(Undecodable::TooLarge),
            // The recorder has unpacked it.
            Err(_) if is_text(&body) => Ok(body),
            Err(error) => Err(error),
        }
    })
}

/// Removes one coding; nothing if the body does not have it.
fn layer(body: &[u8], coding: &str) -> Result<Option<Vec<u8>>, Undecodable> {
    let whole = |from: &mut dyn Read, name| match read(from) {
        Ok(plain) if plain.len() > LIMIT => Err(Undecodable::TooLarge),
        Ok(plain) => Ok(Some(plain)),
        Err(_) => Err(Undecodable::Coding(name)),
    };
    match coding {
        "gzip" | "x-gzip" if body.starts_with(GZIP) => {
            whole(&mut MultiGzDecoder::new(body), "gzip")
        }
        "zstd" if body.starts_with(ZSTD) => {
            let decoder = StreamingDecoder::new(body);
            whole(
                &mut decoder.map_err(|_| Undecodable::Coding("zstd"))?,
                "zstd",
            )
        }
        "gzip" | "x-gzip" | "zstd" | "identity" | "" => Ok(None),
        // Most send zlib's form, as the RFC says, and some the bare one.
        "deflate" => whole(&mut ZlibDecoder::new(body), "deflate")
            .or_else(|_| whole(&mut DeflateDecoder::new(body), "deflate")),
        "br" => whole(
            &mut brotli_decompressor::Decompressor::new(body, 4096),
            "br",
        ),
        _ => Err(Undecodable::UnknownCoding),
    }
}

/// Reads to the end, or one byte more than is allowed.
fn read(from: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    from.take(LIMIT as u64 + 1).read_to_end(&mut plain)?;
    Ok(plain)
}

/// Whether bytes are text as they are; nothing that is packed is, except by accident.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |it: char| it.is_control() && !matches!(it, '\t' | '\n' | '\r');
    str::from_utf8(bytes).is_ok_and(|it| !it.contains(is_control))
}
