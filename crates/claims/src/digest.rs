//! Fingerprints: of a wording, and of a whole text.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// A fingerprint, 12 hexadecimal digits of a SHA-256: of a wording ([`Digest::of`]) or of bytes
/// ([`Digest::of_bytes`]).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; Self::DIGITS]);

impl Digest {
    /// How many hexadecimal digits a digest has.
    const DIGITS: usize = 12;

    /// The digest of a wording, in which runs of white space count as one space, and the full stop
    /// or other mark that ends it does not count.
    ///
    /// A changed sentence shows as a changed digest, and the sentence itself is not carried over.
    #[must_use]
    pub fn of(wording: &str) -> Self {
        let normalised = wording.split_whitespace().collect::<Vec<_>>().join(" ");
        let ends = |mark: char| matches!(mark, '.' | ',' | ';' | ':' | ' ');
        Self::of_bytes(normalised.trim_end_matches(ends).as_bytes())
    }

    /// The digest of bytes, each of which counts.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self::of_parts([bytes])
    }

    /// The digest of bytes that stand in several places, as if they stood in one.
    #[must_use]
    pub fn of_parts<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Self {
        let mut sha256 = Sha256::new();
        parts.into_iter().for_each(|part| sha256.update(part));
        Self::of_sha256(sha256)
    }

    /// The digests of the first part, of the first two parts, and so on, each as [`Digest::of_parts`]
    /// has it.
    pub fn running<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> impl Iterator<Item = Self> {
        let mut sha256 = Sha256::new();
        parts.into_iter().map(move |part| {
            sha256.update(part);
            Self::of_sha256(sha256.clone())
        })
    }

    fn of_sha256(sha256: Sha256) -> Self {
        let mut digits = hexadecimal(sha256.finalize());
        Self(std::array::from_fn(|_| digits.next().unwrap_or_default()))
    }

    /// The digest as hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Digits are ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The SHA-256 of bytes (FIPS 180-4), as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(Sha256::digest(bytes)).map(char::from).collect()
}

fn hexadecimal(bytes: impl IntoIterator<Item = u8>) -> impl Iterator<Item = u8> {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digits = |byte: u8| [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
    bytes.into_iter().flat_map(digits)
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Digest").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that is not 12 hexadecimal digits.
#[derive(Debug, thiserror::Error)]
#[error("expected a digest of 12 hexadecimal digits, but found `{0}` instead")]
pub struct NotADigest(String);

impl FromStr for Digest {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let digits = text.as_bytes().try_into().ok();
        digits
            .filter(|digits: &[u8; Self::DIGITS]| digits.iter().all(hex))
            .map(Self)
            .ok_or_else(|| NotADigest(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_not_wording() {
        assert_eq!(
            Digest::of("The  name\tof it "),
            Digest::of("The name of it")
        );
        assert_ne!(Digest::of("The name of it"), Digest::of("Thename of it"));
    }

    #[test]
    fn the_mark_at_the_end_is_not_wording() {
        for marked in [
            "The name of it.",
            "The name of it .",
            "The name of it;",
            "The name of it:...",
        ] {
            assert_eq!(Digest::of(marked), Digest::of("The name of it"), "{marked}");
        }
        // What is asked, or stands within, is.
        for other in ["The name of it?", "The name. Of it", ".The name of it"] {
            assert_ne!(Digest::of(other), Digest::of("The name of it"), "{other}");
        }
    }

    #[test]
    fn every_byte_counts_where_bytes_do() {
        assert_ne!(Digest::of_bytes(b"a b"), Digest::of_bytes(b"a  b"));
        assert_eq!(Digest::of_bytes(b"a b"), Digest::of("a  b"));
    }

    #[test]
    fn only_its_own_form_is_read() {
        let digest = Digest::of("City");
        assert_eq!(digest.as_str().parse::<Digest>().unwrap(), digest);
        for wrong in ["", "abc", "ABCDEF012345", "abcdef0123456", "abcdef01234g"] {
            assert!(wrong.parse::<Digest>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn sha256_is_that_of_the_standard() {
        // FIPS 180-4, the example message "abc".
        assert!(sha256(b"abc").starts_with("ba7816bf8f01cfea414140de5dae2223"));
    }
}
