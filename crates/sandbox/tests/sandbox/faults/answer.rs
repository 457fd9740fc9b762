//! What comes back on a connection.

use std::io::{self, BufRead};

/// An answer, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Status of HTTP.
    pub status: u16,
    /// The lines of the head behind the status, in lower case.
    pub headers: Vec<String>,
    /// The body, as many bytes as the head announces.
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads one answer, and leaves what follows it.
    ///
    /// # Errors
    ///
    /// That the connection ends before the answer does, or that it is no answer.
    pub(crate) fn read(connection: &mut impl BufRead) -> io::Result<Self> {
        let wrong = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if connection.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            match line.trim_end() {
                "" => break,
                line => lines.push(line.to_lowercase()),
            }
        }
        let first = lines.first().ok_or_else(|| wrong("no head"))?;
        let status = first.strip_prefix("http/1.1 ").and_then(|it| it.get(..3));
        let status = status.and_then(|it| it.parse().ok());
        let status = status.ok_or_else(|| wrong("no status"))?;
        let mut headers = lines.into_iter().skip(1);
        let headers: Vec<String> = headers.by_ref().collect();
        let length = headers
            .iter()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length = length.map_or(Ok(0), str::parse);
        let mut body = vec![0; length.map_err(|_| wrong("no length"))?];
        connection.read_exact(&mut body)?;
        Ok(Self {
            status,
            headers,
            body,
        })
    }

    /// The media type, without parameters.
    pub(crate) fn media_type(&self) -> Option<&str> {
        let mut lines = self.headers.iter();
        let line = lines.find_map(|line| line.strip_prefix("content-type: "))?;
        line.split(';').next()
    }
}
