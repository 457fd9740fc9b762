//! Reads files of text.

use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::Trouble;

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

/// Says why a file cannot be read: what was expected at its path, and what was found.
#[must_use]
pub fn unread(error: &io::Error) -> String {
    let found = match error.kind() {
        ErrorKind::NotFound => "none",
        ErrorKind::IsADirectory => "a folder",
        ErrorKind::PermissionDenied => "one that this user may not read",
        _ => return error.to_string(),
    };
    format!("expected a file, but found {found} instead")
}

/// Reads a file by the parser of its text.
///
/// # Errors
///
/// Returns an error if the file cannot be read or is not UTF-8, and every error of the parser, each
/// with the path.
pub fn parse<T, E: Display>(
    path: &Path,
    parser: impl FnOnce(&str) -> Result<T, Vec<E>>,
) -> Result<T, Trouble> {
    let text = read(path).map_err(|error| {
        let fix = "add it, or name another";
        Trouble::at(path, format_args!("{}; {fix}", unread(&error)))
    })?;
    parser(&text).map_err(|errors| Trouble::of(path, &errors))
}
