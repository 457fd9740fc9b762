//! One recorded request with its answer.

use std::borrow::Cow;
use std::fmt;

use crate::recording::Recording;

/// One recorded request with its answer, as the recording has it.
pub struct Exchange<'r> {
    /// The file that it stands in.
    pub recording: Recording,
    /// Its place among the exchanges of that file, from 0.
    pub number: usize,
    /// Its JSON as it was recorded.
    pub frame: &'r str,
    /// The day it was sent, `YYYY-MM-DD`, if the recording says so.
    pub day: Option<&'r str>,
    /// The method, in capitals.
    pub method: String,
    /// The address, with its query.
    pub url: Cow<'r, str>,
    /// What was sent.
    pub request: Message<'r>,
    /// The status of the answer; 0 if there was none.
    pub status: u16,
    /// What was answered.
    pub response: Message<'r>,
}

/// The headers and the body of a request or an answer.
pub struct Message<'r> {
    /// Names and values, in the order of the recording.
    pub headers: Vec<Pair<'r>>,
    /// The media type that the recorder names, otherwise the header `Content-Type`.
    pub media_type: Option<Cow<'r, str>>,
    /// The body.
    pub body: Body<'r>,
}

/// A name and a value.
pub type Pair<'r> = (Cow<'r, str>, Cow<'r, str>);

/// What a recording has of a body.
pub enum Body<'r> {
    /// There was none, or it was empty.
    Absent,
    /// The recording leaves it out, or does not say whether there was one.
    NotRecorded,
    /// Text, or JSON that stands in the recording as such.
    Text(Cow<'r, str>),
    /// Bytes in base64.
    Base64(Cow<'r, str>),
    /// Bytes.
    Bytes(Vec<u8>),
    /// The fields of a form; a file has an empty value.
    Form(Vec<Pair<'r>>),
}

impl Message<'_> {
    /// The values of a header, whatever the case of its name.
    pub fn header<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m str> {
        let same = move |(it, _): &&Pair| it.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same).map(|(_, value)| &**value)
    }
}

/// Its place only: everything else may be a customer's.
impl fmt::Debug for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, exchange {}", self.recording, self.number)
    }
}

/// The number of its headers only.
impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} headers", self.headers.len())
    }
}
