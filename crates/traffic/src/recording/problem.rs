//! What is wrong with a recording: its place and what was expected, never its text.

use std::{fmt, io};

/// A file of recorded exchanges, named by its number: a name can hold a customer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recording {
    /// Its place among the files and folders that were given, from 1.
    pub given: usize,
    /// Its place in a folder in the order of names, from 1.
    pub file: Option<usize>,
}

impl fmt::Display for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self
            .file
            .map(|it| format!(", file {it} in the order of names"));
        write!(f, "recording {}{}", self.given, file.unwrap_or_default())
    }
}

/// What is wrong with a recording, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{recording}{}{}: {what}",
    number.map(|it| format!(", exchange {it}")).unwrap_or_default(),
    offset.map(|it| format!(", byte {it}")).unwrap_or_default()
)]
pub struct Problem {
    /// The file.
    pub recording: Recording,
    /// The exchange at which it was found, from 0.
    pub number: Option<usize>,
    /// The byte of the file, after unpacking it.
    pub offset: Option<u64>,
    /// What is wrong.
    pub what: What,
}

impl Problem {
    pub(super) fn of(recording: Recording, what: What) -> Self {
        Self {
            recording,
            number: None,
            offset: None,
            what,
        }
    }
}

/// The ways in which a recording is not as expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// A file or folder cannot be read.
    #[error("expected a recording that can be read, but found {0}; check its name and permissions")]
    Unreadable(&'static str),
    /// It is no recording.
    #[error(
        "expected recorded exchanges (HAR, NDJSON, Newman's JSON report, or a Postman collection), \
         but found {0} instead; record or export it as one of these"
    )]
    Unknown(String),
    /// It ends too early.
    #[error("expected more, but found the end of the file; record it again for the rest")]
    Cut,
    /// It is broken between the exchanges.
    #[error("expected {0}, but found something else; the rest of the file is not read")]
    Broken(&'static str),
    /// One exchange cannot be used.
    #[error("expected {0}, but found something else; this exchange is skipped")]
    Skipped(&'static str),
}

/// An error of reading, in words that hold nothing of the file.
impl From<io::Error> for What {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Unreadable("no such file"),
            io::ErrorKind::UnexpectedEof => Self::Cut,
            io::ErrorKind::InvalidInput => Self::Broken("data in gzip"),
            _ => Self::Unreadable("that reading fails"),
        }
    }
}

/// Names of members that no customer chose: those of recordings, and of files that are taken for one.
const KNOWN: &str = "log entries run executions item response collection environment info request \
    method url status openapi swagger asyncapi overlay arazzo paths components servers tags definitions \
    webhooks channels $schema $defs properties type data items requests resources _type error errors";

/// The first text in quotes, if it is one of the well-known names; otherwise nothing.
pub(super) fn known(bytes: &[u8]) -> &'static str {
    let name = bytes.split(|it| *it == b'"').nth(1).unwrap_or_default();
    let found = KNOWN.split(' ').find(|it| it.as_bytes() == name);
    found.unwrap_or_default()
}

/// What a file is that does not begin as JSON with an object.
pub(super) fn seen(bytes: &[u8]) -> &'static str {
    match bytes {
        [] => "an empty file",
        [b'<', ..] => "XML or HTML",
        [b'P', b'K', 3, 4, ..] => "a ZIP archive",
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "text in UTF-16",
        [b'"' | b'-' | b'0'..=b'9', ..] => "text or a number",
        _ => "something that is not JSON",
    }
}
