//! Reads files of text.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Reads a file of UTF-8 and drops its byte order mark.
///
/// # Errors
///
/// Returns an error if the file cannot be read or is not UTF-8.
pub fn read(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path)?;
    let text = claims::text::of(&bytes);
    let text = text.map_err(|error| io::Error::new(ErrorKind::InvalidData, error.to_string()));
    text.map(str::to_owned)
}
