//! The bytes of a recording, of which only the exchange that is being read stays in memory.

use std::io::Read;

use memchr::memchr2;

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
        Self {
            from,
            held: Vec::new(),
            at: 0,
            before: 0,
            kept: None,
        }
    }

    /// Where in the recording the next byte is.
    pub(super) fn offset(&self) -> u64 {
        self.before + self.at as u64
    }

    /// The bytes that are there.
    pub(super) fn ahead(&self) -> &[u8] {
        &self.held[self.at..]
    }

    /// Passes over bytes that are there.
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
        self.held.reserve_exact(CHUNK);
        let mut more = self.from.by_ref().take(CHUNK as u64);
        Ok(more.read_to_end(&mut self.held)? > 0)
    }

    /// Passes over bytes up to a wanted one, which stays; `None` at the end.
    pub(super) fn find(&mut self, wanted: impl Fn(&u8) -> bool) -> Result<Option<u8>, What> {
        loop {
            let found = self.ahead().iter().position(&wanted);
            self.at = found.map_or(self.held.len(), |it| self.at + it);
            if found.is_some() || !self.fill()? {
                return Ok(self.ahead().first().copied());
            }
        }
    }

    /// The next byte that is no white space, nor the separator of JSON text sequences (RFC 7464).
    pub(super) fn next(&mut self) -> Result<Option<u8>, What> {
        self.find(|it| !matches!(it, b' ' | b'\t' | b'\r' | b'\n' | 0x1e))
    }

    /// Passes over one value, or over the rest of one that was entered `depth` levels deep.
    ///
    /// It only counts brackets: whether a value is JSON is seen when it is parsed.
    pub(super) fn value(&mut self, mut depth: usize) -> Result<(), What> {
        let mut text = false;
        loop {
            let (bytes, mut at) = (&*self.held, self.at);
            while at < bytes.len() {
                match bytes[at] {
                    _ if text => {
                        let found = memchr2(b'"', b'\\', &bytes[at..]);
                        at = found.map_or(bytes.len(), |it| at + it);
                        text = bytes.get(at) != Some(&b'"');
                        if text && at + 1 >= bytes.len() {
                            // The text, or an escape in it, goes on in what is read next.
                            break;
                        }
                        at += usize::from(text);
                    }
                    b'"' => text = true,
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth > 0 => depth -= 1,
                    b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if depth == 0 => {
                        self.at = at;
                        return Ok(());
                    }
                    _ => {}
                }
                at += 1;
                if depth == 0 && !text && matches!(bytes[at - 1], b'"' | b'}' | b']') {
                    self.at = at;
                    return Ok(());
                }
            }
            self.at = at;
            if !self.fill()? {
                // A number at the end of a file is whole.
                return (!text && depth == 0).then_some(()).ok_or(What::Cut);
            }
        }
    }
}
