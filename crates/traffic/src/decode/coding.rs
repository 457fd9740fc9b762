//! Content codings (RFC 9110, section 8.4.1; RFC 7932 for `br`, RFC 8878 for `zstd`).

use std::borrow::Cow;
use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use ruzstd::decoding::StreamingDecoder;

use super::Undecodable;
use crate::recording::LIMIT;

/// A body without its content codings, of which the last one was applied last.
pub(super) fn unpacked<'m, 'n>(
    body: Cow<'m, [u8]>,
    codings: impl Iterator<Item = &'n str>,
) -> Result<Cow<'m, [u8]>, Undecodable> {
    let codings: Vec<_> = codings.flat_map(|it| it.split(',')).collect();
    codings.iter().rev().try_fold(body, |body, coding| {
        match layer(&body, &coding.trim().to_ascii_lowercase()) {
            Ok(None) => Ok(body),
            Ok(Some(plain)) => Ok(plain.into()),
            // The recorder has unpacked it.
            Err(Undecodable::Coding) if is_text(&body) => Ok(body),
            Err(error) => Err(error),
        }
    })
}

/// Removes one coding; nothing if the body does not have it.
fn layer(body: &[u8], coding: &str) -> Result<Option<Vec<u8>>, Undecodable> {
    match coding {
        "gzip" | "x-gzip" if body.starts_with(&[0x1f, 0x8b]) => whole(MultiGzDecoder::new(body)),
        "zstd" if body.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) => {
            whole(StreamingDecoder::new(body).map_err(|_| Undecodable::Coding)?)
        }
        "gzip" | "x-gzip" | "zstd" | "identity" | "" => Ok(None),
        // Most send the form of zlib, as the RFC says, and some the bare one.
        "deflate" if body.first() == Some(&0x78) => whole(ZlibDecoder::new(body)),
        "deflate" => whole(DeflateDecoder::new(body)),
        "br" => whole(brotli_decompressor::Decompressor::new(body, 4096)),
        _ => Err(Undecodable::Coding),
    }
}

/// Reads to the end, unless that is too far.
fn whole(from: impl Read) -> Result<Option<Vec<u8>>, Undecodable> {
    let mut plain = Vec::new();
    let read = from.take(LIMIT as u64 + 1).read_to_end(&mut plain);
    let length = read.map_err(|_| Undecodable::Coding)?;
    let plain = Some(plain).filter(|_| length <= LIMIT);
    plain.map(Some).ok_or(Undecodable::TooLarge)
}

/// Whether bytes are text as they are: nothing that is packed is, but by accident.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |it: char| it.is_control() && !matches!(it, '\t' | '\n' | '\r');
    str::from_utf8(bytes).is_ok_and(|it| !it.contains(is_control))
}
