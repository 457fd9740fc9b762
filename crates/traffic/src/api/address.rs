//! The address of a request, taken apart, and the addresses that documents name.

use percent_encoding::percent_decode_str;
use url::{Url, form_urlencoded};

/// Where a request went.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// The host in lower case, with the port unless it is the scheme's own.
    pub(crate) host: String,
    /// The parts of the path, decoded; empty ones, as a slash at the end makes, are left out.
    pub(crate) segments: Vec<String>,
    /// Names and values of the query, decoded.
    pub(crate) query: Vec<(String, String)>,
}

impl Address {
    /// Reads the address of a request; nothing if it is not absolute.
    pub(crate) fn of(url: &str) -> Option<Self> {
        let url = Url::parse(url).ok().filter(Url::has_host)?;
        let host = url.host_str()?.to_lowercase();
        let port = url.port().map(|port| format!(":{port}"));
        let query = form_urlencoded::parse(url.query().unwrap_or_default().as_bytes());
        Some(Self {
            host: host + &port.unwrap_or_default(),
            segments: segments(url.path()),
            query: query
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        })
    }
}

/// The parts of a path, decoded.
pub(crate) fn segments(path: &str) -> Vec<String> {
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts
        .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
        .collect()
}

/// The base address of operations, as a document or a user names it (OpenAPI 3.1, section 4.8.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Base {
    /// Nothing if it is not said: the address is relative, or has a variable for a host.
    pub(crate) host: Option<String>,
    pub(crate) path: Vec<Part>,
}

impl Base {
    /// Reads a base address, with variables in braces.
    pub(crate) fn of(url: &str) -> Self {
        let (host, path) = match url.split_once("://") {
            None => (None, url),
            Some((scheme, rest)) => {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let own = match scheme {
                    "http" => ":80",
                    _ => ":443",
                };
                let host = host.strip_suffix(own).unwrap_or(host).to_lowercase();
                (Some(host).filter(|host| !host.contains('{')), path)
            }
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        Self {
            host,
            path: parts(path),
        }
    }
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// As it stands.
    Literal(String),
    /// With a parameter: what stands before it, its name, and what stands behind it.
    Parameter(String, String, String),
}

impl Part {
    /// Whether a part of an address is this.
    pub(crate) fn is(&self, segment: &str) -> bool {
        match self {
            Self::Literal(text) => text == segment,
            Self::Parameter(..) => self.value(segment).is_some(),
        }
    }

    /// The value of the parameter in a part of an address.
    pub(crate) fn value<'s>(&self, segment: &'s str) -> Option<&'s str> {
        match self {
            Self::Literal(_) => None,
            Self::Parameter(before, _, behind) => segment
                .strip_prefix(before.as_str())?
                .strip_suffix(behind.as_str())
                .filter(|value| !value.is_empty()),
        }
    }

    /// Whether it is a version, such as `v2` or `v2.5`.
    pub(crate) fn is_version(&self) -> bool {
        matches!(self, Self::Literal(text) if is_version(text))
    }
}

/// Whether a part of a path is a version.
pub(crate) fn is_version(segment: &str) -> bool {
    let digits = segment.strip_prefix(['v', 'V']).unwrap_or_default();
    let mut numbers = digits.split('.');
    !digits.is_empty()
        && numbers.all(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The parts of a path with parameters in braces.
pub(crate) fn parts(path: &str) -> Vec<Part> {
    let part = |part: &str| {
        let parameter = part.split_once('{').and_then(|(before, rest)| {
            let (name, behind) = rest.split_once('}')?;
            Some(Part::Parameter(
                before.to_owned(),
                name.to_owned(),
                behind.to_owned(),
            ))
        });
        let literal = || percent_decode_str(part).decode_utf8_lossy().into_owned();
        parameter.unwrap_or_else(|| Part::Literal(literal()))
    };
    path.split('/')
        .filter(|it| !it.is_empty())
        .map(part)
        .collect()
}
