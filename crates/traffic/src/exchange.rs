//! One recorded request with its answer.
//!
//! `Debug` shows lengths and numbers only: everything else may be a customer's.

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
    pub day: Option<Cow<'r, str>>,
    /// The method, in capitals if it is one of the usual ones.
    pub method: Cow<'r, str>,
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
#[derive(Default)]
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
#[derive(Default)]
pub enum Body<'r> {
    /// There was none, or it was empty.
    #[default]
    Absent,
    /// There was one, or nobody knows, and the recording does not have it.
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

impl<'r> Message<'r> {
    /// The values of a header, whatever the case of its name.
    pub fn header<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m str> + use<'m, 'r> {
        let same = move |(it, _): &&Pair| it.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same).map(|(_, value)| &**value)
    }
}

impl fmt::Debug for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("recording", &self.recording)
            .field("number", &self.number)
            .field("frame", &self.frame.len())
            .field("method", &self.method.len())
            .field("url", &self.url.len())
            .field("request", &self.request)
            .field("status", &self.status)
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("headers", &self.headers.len())
            .field("media_type", &self.media_type.as_ref().map(|it| it.len()))
            .field("body", &self.body)
            .finish()
    }
}

impl fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => write!(f, "Absent"),
            Self::NotRecorded => write!(f, "NotRecorded"),
            Self::Text(text) => write!(f, "Text({})", text.len()),
            Self::Base64(text) => write!(f, "Base64({})", text.len()),
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Form(fields) => write!(f, "Form({})", fields.len()),
        }
    }
}
