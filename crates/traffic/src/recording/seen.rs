//! What a file is that is no recording, in words that say nothing of its content.

use std::collections::BTreeSet;
use std::fmt;

/// Names of members that no customer chose: those of recordings, and of files that are taken for one.
const KNOWN: &[&str] = &[
    // Lists of exchanges, and what stands beside them.
    "log",
    "entries",
    "run",
    "executions",
    "item",
    "response",
    "collection",
    "environment",
    "globals",
    "auth",
    "event",
    "variable",
    "version",
    "creator",
    "browser",
    "pages",
    "comment",
    // Exchanges.
    "request",
    "req",
    "res",
    "http",
    "httpRequest",
    "httpResponse",
    "method",
    "httpMethod",
    "url",
    "requestHeaders",
    "requestBody",
    "responseHeaders",
    "responseBody",
    "status",
    "statusCode",
    "startedDateTime",
    "originalRequest",
    // Other files.
    "openapi",
    "swagger",
    "asyncapi",
    "overlay",
    "arazzo",
    "info",
    "paths",
    "components",
    "servers",
    "security",
    "tags",
    "definitions",
    "webhooks",
    "channels",
    "$schema",
    "$defs",
    "properties",
    "type",
    "data",
    "items",
    "requests",
    "resources",
    "_type",
    "values",
    "name",
    "error",
    "errors",
    "findings",
    "claims",
];

/// The name of a member if it is a well-known one, otherwise nothing.
pub(super) fn known(name: &[u8]) -> &'static str {
    let found = KNOWN.iter().find(|it| it.as_bytes() == name);
    found.copied().unwrap_or_default()
}

/// What was found instead of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing but white space.
    Empty,
    /// Something that is not JSON.
    Other(&'static str),
    /// JSON that is neither an object nor an array with one.
    Value,
    /// An object: how many members it has, and those with well-known names.
    Object(usize, BTreeSet<&'static str>),
}

impl Seen {
    /// What a file is whose first bytes are neither `{` nor `[`.
    pub(super) fn of(bytes: &[u8]) -> Self {
        match bytes {
            [] => Self::Empty,
            [b'<', ..] => Self::Other("XML or HTML"),
            [b'P', b'K', 3, 4, ..] => Self::Other("a ZIP archive, which has to be unpacked first"),
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [_, 0, ..] => {
                Self::Other("text in UTF-16, which has to be saved as UTF-8 first")
            }
            [0x28, 0xb5, 0x2f, 0xfd, ..] => {
                Self::Other("data packed by zstd, which have to be unpacked first")
            }
            [0xd4, 0xc3, 0xb2, 0xa1, ..] | [0x0a, 0x0d, 0x0d, 0x0a, ..] => {
                Self::Other("a capture of network packets")
            }
            [b'"' | b'-' | b't' | b'f' | b'n', ..] => Self::Value,
            [b'0'..=b'9', ..] => Self::Other("a number, as flow files of mitmproxy begin with"),
            _ => Self::Other("something that is not JSON"),
        }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "an empty file"),
            Self::Other(words) => write!(f, "{words}"),
            Self::Value => write!(f, "JSON without an object"),
            Self::Object(count, known) if known.is_empty() => {
                let members = if *count == 1 { "member" } else { "members" };
                write!(f, "a JSON object with {count} {members} of other names")
            }
            Self::Object(_, known) => {
                let known: Vec<_> = known.iter().map(|it| format!("`{it}`")).collect();
                write!(f, "a JSON object with {}", known.join(", "))
            }
        }
    }
}
