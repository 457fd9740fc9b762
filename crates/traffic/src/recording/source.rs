//! The bytes of a recording through a buffer that holds one exchange at most.

use std::io::{self, Read};

use memchr::memchr2;

use super::problem::What;

/// Bytes that are read at a time.
const CHUNK: usize = 128 * 1024;
/// The size limit of one exchange in bytes: what is larger is passed over.
pub const LIMIT: usize = 32 * 1024 * 1024;

/// A recording that is being read.
pub(super) struct Source<'f> {
    from: Box<dyn Read + 'f>,
    held: Vec<u8>,
    /// Where in `held` the next byte is.
    at: usize,
    /// How much of `held` is filled.
    end: usize,
    /// Where in the recording `held` begins.
    before: u64,
    /// From where in the recording on everything stays held.
    kept: Option<u64>,
    ended: bool,
}

impl<'f> Source<'f> {
    pub(super) fn new(from: Box<dyn Read + 'f>) -> Self {
        Self {
            from,
            held: vec![0; CHUNK],
            at: 0,
            end: 0,
            before: 0,
            kept: None,
            ended: false,
        }
    }

    /// Where in the recording the next byte is.
    pub(super) fn offset(&self) -> u64 {
        self.before + self.at as u64
    }

    /// The bytes that are held and not yet passed.
    pub(super) fn ahead(&self) -> &[u8] {
        &self.held[self.at..self.end]
    }

    /// Passes over bytes that are held.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Keeps what comes from here on.
    pub(super) fn keep(&mut self) {
        self.kept = Some(self.offset());
    }

    /// Keeps nothing any more.
    pub(super) fn release(&mut self) {
        self.kept = None;
        if self.held.len() > 8 * CHUNK && self.ahead().len() < CHUNK {
            self.make_room();
            self.held.truncate(CHUNK);
            self.held.shrink_to_fit();
        }
    }

    /// What was kept up to here; nothing if it was too large.
    pub(super) fn kept(&self) -> Option<&[u8]> {
        let from = usize::try_from(self.kept? - self.before).ok()?;
        self.held.get(from..self.at)
    }

    /// Reads more; whether there was more.
    pub(super) fn fill(&mut self) -> Result<bool, What> {
        if self.ended {
            return Ok(false);
        }
        if self
            .kept
            .is_some_and(|it| self.offset() - it > LIMIT as u64)
        {
            self.kept = None;
        }
        if self.held.len() - self.end < CHUNK / 2 {
            self.make_room();
            if self.held.len() - self.end < CHUNK / 2 {
                let more = (self.held.len() / 2).max(CHUNK);
                self.held.reserve_exact(more);
                self.held.resize(self.held.len() + more, 0);
            }
        }
        loop {
            match self.from.read(&mut self.held[self.end..]) {
                Ok(read) => {
                    self.end += read;
                    self.ended = read == 0;
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(What::of(&error)),
            }
        }
    }

    /// Moves what is still needed to the front.
    fn make_room(&mut self) {
        let kept = self.kept.map(|it| it - self.before);
        let from = kept.map_or(self.at, |it| usize::try_from(it).unwrap_or(self.at));
        self.held.copy_within(from..self.end, 0);
        self.at -= from;
        self.end -= from;
        self.before += from as u64;
    }

    /// The next byte, which stays; `None` at the end.
    pub(super) fn peek(&mut self) -> Result<Option<u8>, What> {
        while self.at == self.end {
            if !self.fill()? {
                return Ok(None);
            }
        }
        Ok(Some(self.held[self.at]))
    }

    /// The next byte that is no white space, which stays.
    pub(super) fn next(&mut self) -> Result<Option<u8>, What> {
        loop {
            match self.peek()? {
                // The separator of JSON text sequences (RFC 7464) too.
                Some(b' ' | b'\t' | b'\r' | b'\n' | 0x1e) => self.at += 1,
                other => return Ok(other),
            }
        }
    }

    /// Passes over the rest of a line; whether it was ended.
    pub(super) fn line(&mut self) -> Result<bool, What> {
        loop {
            if let Some(found) = memchr::memchr(b'\n', self.ahead()) {
                self.at += found;
                return Ok(true);
            }
            self.at = self.end;
            if !self.fill()? {
                return Ok(false);
            }
        }
    }

    /// Passes over one value, or over the rest of one that has been entered `depth` levels deep.
    ///
    /// It only counts brackets: whether a value is JSON is seen when it is parsed.
    pub(super) fn value(&mut self, mut depth: usize) -> Result<(), What> {
        let mut text = false;
        let mut begun = depth > 0;
        loop {
            let bytes = &self.held[self.at..self.end];
            let mut i = 0;
            while i < bytes.len() {
                if text {
                    let Some(found) = memchr2(b'"', b'\\', &bytes[i..]) else {
                        i = bytes.len();
                        break;
                    };
                    i += found;
                    if bytes[i] == b'\\' {
                        if i + 1 == bytes.len() {
                            break;
                        }
                        i += 2;
                        continue;
                    }
                    text = false;
                    if depth == 0 {
                        self.at += i + 1;
                        return Ok(());
                    }
                } else {
                    match bytes[i] {
                        b'"' => text = true,
                        b'{' | b'[' => depth += 1,
                        b'}' | b']' if depth > 1 => depth -= 1,
                        b'}' | b']' if depth == 1 => {
                            self.at += i + 1;
                            return Ok(());
                        }
                        b'}' | b']' | b',' | b' ' | b'\t' | b'\r' | b'\n' if depth == 0 => {
                            self.at += i;
                            return if begun { Ok(()) } else { Err(What::Value) };
                        }
                        _ => {}
                    }
                    begun = true;
                }
                i += 1;
            }
            self.at += i;
            if !self.fill()? {
                self.at = self.end;
                // A number at the end of a file is whole.
                let whole = begun && !text && depth == 0;
                return if whole { Ok(()) } else { Err(What::Cut) };
            }
        }
    }
}
