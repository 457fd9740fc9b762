//! The bytes of a recording, of which only the exchange that is being read stays in memory.

use std::io::Read;

use memchr::{memchr, memchr2};

use super::problem::What;

/// Bytes that are read at a time.
const CHUNK: usize = 256 * 1024;
/// The size limit of one exchange, and of one body after unpacking, in bytes.
pub(crate) const LIMIT: usize = 32 * 1024 * 1024;

/// A recording that is being read.
pub(super) struct Source<'f> {
    from: Box<dyn Read + 'f>,
    held: Vec<u8>,
    /// Where in `held` the next byte is.
    at: usize,
    /// Where in the recording `held` begins.
    before: u64,
    /// From where in `held` on everything is kept.
    kept: Option<usize>,
}

impl<'f> Source<'f> {
    pub(super) fn new(from: Box<dyn Read + 'f>) -> Self {
        let held = Vec::new();
        Self {
            from,
            held,
            at: 0,
            before: 0,
            kept: None,
        }
    }

    /// Where in the recording the next byte is.
    pub(super) fn offset(&self) -> u64 {
        self.before + self.at as u64
    }

    /// The bytes that are there already.
    pub(super) fn ahead(&self) -> &[u8] {
        &self.held[self.at..]
    }

    /// Passes over bytes that are there already.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Keeps what comes from here on, or nothing.
    pub(super) fn keep(&mut self, on: bool) {
        self.kept = on.then_some(self.at);
    }

    /// What was kept up to here, and where it begins; nothing if it is too large.
    pub(super) fn kept(&self) -> Option<(u64, &[u8])> {
        let from = self.kept?;
        Some((self.before + from as u64, &self.held[from..self.at]))
    }

    /// Reads more; whether there was more.
    pub(super) fn fill(&mut self) -> Result<bool, What> {
        self.kept = self.kept.filter(|from| self.at - from <= LIMIT);
        let from = self.kept.unwrap_or(self.at);
        self.held.drain(..from);
        self.at -= from;
        self.before += from as u64;
        self.kept = self.kept.map(|_| 0);
        if self.held.len() < CHUNK {
            self.held.shrink_to(2 * CHUNK);
        }
        self.held.reserve_exact(CHUNK);
        let read = self
            .from
            .by_ref()
            .take(CHUNK as u64)
            .read_to_end(&mut self.held);
        read.map(|it| it > 0).map_err(|error| What::of(&error))
    }

    /// The next byte that is no white space, which stays; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<u8>, What> {
        loop {
            // The separator of JSON text sequences (RFC 7464) too.
            let is_space = |it: &u8| matches!(it, b' ' | b'\t' | b'\r' | b'\n' | 0x1e);
            if let Some(found) = self.ahead().iter().position(|it| !is_space(it)) {
                self.at += found;
                return Ok(Some(self.held[self.at]));
            }
            self.at = self.held.len();
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Passes over the rest of a line.
    pub(super) fn line(&mut self) -> Result<(), What> {
        loop {
            let found = memchr(b'\n', self.ahead());
            self.at = found.map_or(self.held.len(), |it| self.at + it);
            if found.is_some() || !self.fill()? {
                return Ok(());
            }
        }
    }

    /// Passes over one value, or over the rest of one that was entered `depth` levels deep.
    ///
    /// It only counts brackets: whether a value is JSON is seen when it is parsed.
    pub(super) fn value(&mut self, mut depth: usize) -> Result<(), What> {
        let mut text = false;
        loop {
            let bytes = &*self.held;
            let mut at = self.at;
            while at < bytes.len() {
                let mut is_end = false;
                if text {
                    let Some(found) = memchr2(b'"', b'\\', &bytes[at..]) else {
                        at = bytes.len();
                        break;
                    };
                    at += found;
                    if bytes[at] == b'\\' {
                        if at + 1 == bytes.len() {
                            break;
                        }
                        at += 2;
                        continue;
                    }
                    (text, is_end) = (false, true);
                } else {
                    match bytes[at] {
                        b'"' => text = true,
                        b'{' | b'[' => depth += 1,
                        b'}' | b']' if depth > 0 => (depth, is_end) = (depth - 1, true),
                        b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if depth == 0 => {
                            self.at = at;
                            return Ok(());
                        }
                        _ => {}
                    }
                }
                at += 1;
                if is_end && depth == 0 {
                    self.at = at;
                    return Ok(());
                }
            }
            self.at = at;
            if !self.fill()? {
                // A number at the end of a file is whole.
                return if text || depth > 0 {
                    Err(What::Cut)
                } else {
                    Ok(())
                };
            }
        }
    }
}
