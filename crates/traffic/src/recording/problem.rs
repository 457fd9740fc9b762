//! What is wrong with a recording: its place and what was expected, never its text.

use std::fmt;
use std::io;

use super::seen::Seen;

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
        write!(f, "recording {}", self.given)?;
        self.file.map_or(Ok(()), |file| {
            write!(f, ", file {file} in the order of names")
        })
    }
}

/// What is wrong with a recording, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{recording}{}: {what}", place(*.number, *.offset))]
pub struct Problem {
    /// The file.
    pub recording: Recording,
    /// The exchange that is to blame, from 0.
    pub number: Option<usize>,
    /// The byte of the file, after unpacking it, at which something else was expected.
    pub offset: Option<u64>,
    /// What is wrong.
    pub what: What,
}

impl Problem {
    /// A problem of a whole file.
    pub(super) fn of(recording: Recording, what: What) -> Self {
        Self {
            recording,
            number: None,
            offset: None,
            what,
        }
    }
}

fn place(number: Option<usize>, offset: Option<u64>) -> String {
    let number = number.map(|it| format!(", exchange {it}"));
    let offset = offset.map(|it| format!(", byte {it}"));
    number.unwrap_or_default() + &offset.unwrap_or_default()
}

/// The ways in which a recording is not as expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// The file or folder cannot be read.
    #[error("expected a file that can be read, but found that {0}; check its name and permissions")]
    Unreadable(&'static str),
    /// The packed data are broken.
    #[error(
        "expected whole gzip data, but found broken ones instead; what was read before is used"
    )]
    Packed,
    /// A folder without files.
    #[error("expected a folder with recordings, but found no file in it")]
    NoFiles,
    /// It is no recording.
    #[error(
        "expected recorded exchanges (HAR, NDJSON, Newman's JSON report, or a Postman collection), \
         but found {0} instead"
    )]
    Unknown(Seen),
    /// A recording without the list of its exchanges.
    #[error("expected exchanges in `log.entries`, `run.executions` or `item`, but found none")]
    NoList,
    /// It ends too early.
    #[error("expected more, but found the end of the file; what was read before is used")]
    Cut,
    /// A value is missing.
    #[error("expected a value of JSON, but found none; the rest of the file is not read")]
    Value,
    /// Members of an object, or elements of an array, are not separated as in JSON.
    #[error("expected {0}, but found something else; the rest of the file is not read")]
    Structure(&'static str),
    /// One exchange is no JSON.
    #[error("expected JSON, but found something else; this exchange is skipped")]
    Broken,
    /// One exchange is not text.
    #[error("expected text in UTF-8, but found other bytes; this exchange is skipped")]
    NotText,
    /// One exchange is too large.
    #[error("expected at most 32 MB, but found more; this exchange is skipped")]
    TooLarge,
    /// One exchange has no method or no address.
    #[error("expected {0}, but found none that can be used; this exchange is skipped")]
    Member(&'static str),
}

impl What {
    /// Whether it is about a place in the file, not the file as a whole.
    pub(super) fn has_place(&self) -> bool {
        !matches!(
            self,
            Self::Unreadable(_) | Self::NoFiles | Self::Unknown(_) | Self::NoList
        )
    }

    /// An error of the operating system, or of the unpacking, in words of our own.
    pub(super) fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Unreadable("there is none"),
            Kind::PermissionDenied => Self::Unreadable("access is denied"),
            Kind::UnexpectedEof => Self::Cut,
            Kind::InvalidInput | Kind::InvalidData => Self::Packed,
            _ => Self::Unreadable("reading it failed"),
        }
    }
}
