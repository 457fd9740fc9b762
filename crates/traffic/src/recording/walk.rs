//! Finds the exchanges in a recording, whatever its form, by their place in the JSON.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::problem::What;
use super::seen::{Seen, known};
use super::source::Source;

/// Where the exchanges of a form of recording stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `log.entries[*]` of HAR, or a value of its own, as in NDJSON.
    Entry,
    /// `run.executions[*]` of Newman, `response[*]` of a Postman collection.
    Postman,
}

/// The JSON of one exchange; none if it is too large.
pub(super) struct Found<'s> {
    pub(super) shape: Shape,
    pub(super) number: usize,
    pub(super) offset: u64,
    pub(super) frame: Option<&'s [u8]>,
}

/// Why a recording is not read further.
pub(super) enum Stop {
    /// Something is wrong with it, in an exchange or outside.
    Problem(What, Option<usize>),
    /// Whoever reads it has read enough.
    Enough,
}

impl From<What> for Stop {
    fn from(what: What) -> Self {
        Self::Problem(what, None)
    }
}

/// The objects on the way to the exchanges.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    Document,
    Log,
    Run,
    Item,
}

/// Folders of a Postman collection in one another.
const DEPTH: usize = 64;

/// More bytes than any well-known name has, with its quotes.
const LONGEST: usize = 32;

pub(super) struct Walk<'w> {
    pub(super) source: Source<'w>,
    pub(super) each: &'w mut dyn FnMut(Found<'_>) -> ControlFlow<()>,
    /// Exchanges found so far.
    number: usize,
    /// Whether a list of exchanges was found, which may be empty.
    listed: bool,
}

impl<'w> Walk<'w> {
    pub(super) fn new(
        source: Source<'w>,
        each: &'w mut dyn FnMut(Found<'_>) -> ControlFlow<()>,
    ) -> Self {
        Self {
            source,
            each,
            number: 0,
            listed: false,
        }
    }

    /// Finds all exchanges.
    pub(super) fn walk(&mut self) -> Result<(), Stop> {
        while self.source.ahead().len() < 4 && self.source.fill()? {}
        if self.source.ahead().starts_with(b"\xef\xbb\xbf") {
            self.source.pass(3);
        }
        if !matches!(self.source.next()?, Some(b'{' | b'[')) {
            return Err(What::Unknown(Seen::of(self.source.ahead())).into());
        }
        if are_lines(self.source.ahead()) {
            return self.lines();
        }
        while self.source.next()?.is_some() {
            let before = self.number;
            self.document(false)?;
            if self.number == before + 1 && !self.listed && self.ends_line() {
                return self.lines();
            }
        }
        if self.listed || self.number > 0 {
            return Ok(());
        }
        Err(What::NoList.into())
    }

    /// Whether nothing else stands on this line.
    fn ends_line(&self) -> bool {
        let mut rest = self.source.ahead().iter();
        rest.find(|it| !matches!(it, b' ' | b'\r')) == Some(&b'\n')
    }

    /// NDJSON: an exchange a line, so that a broken one costs no other.
    fn lines(&mut self) -> Result<(), Stop> {
        while self.source.next()?.is_some() {
            self.source.keep();
            let offset = self.source.offset();
            self.source.line()?;
            self.found(Shape::Entry, offset)?;
        }
        Ok(())
    }

    /// A value that stands on its own, or in an array that does.
    fn document(&mut self, nested: bool) -> Result<(), Stop> {
        match self.source.next()? {
            Some(b'{') => self.object(Node::Document, 0),
            Some(b'[') if !nested => self.array(|walk| walk.document(true)),
            Some(_) if self.number == 0 => Err(What::Unknown(Seen::Value).into()),
            Some(_) => self.frame(Shape::Entry),
            None => Err(What::Cut.into()),
        }
    }

    fn array(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.source.pass(1);
        if self.source.next()? == Some(b']') {
            self.source.pass(1);
            return Ok(());
        }
        loop {
            element(self)?;
            if !self.goes_on(b']', "`,` or `]`")? {
                return Ok(());
            }
        }
    }

    /// Passes over what follows an element or a member: a comma, or the end.
    fn goes_on(&mut self, end: u8, expected: &'static str) -> Result<bool, Stop> {
        let byte = self.source.next()?.ok_or(What::Cut)?;
        if byte != b',' && byte != end {
            return Err(What::Structure(expected).into());
        }
        self.source.pass(1);
        if byte == b',' {
            self.source.next()?.ok_or(What::Cut)?;
        }
        Ok(byte == b',')
    }

    fn object(&mut self, node: Node, depth: usize) -> Result<(), Stop> {
        let offset = self.source.offset();
        if node == Node::Document {
            self.source.keep();
        }
        self.source.pass(1);
        let (mut members, mut names) = (0, BTreeSet::new());
        let mut is_recording = false;
        if self.source.next()? == Some(b'}') {
            self.source.pass(1);
        } else {
            loop {
                let name = self.name()?;
                if node == Node::Document && is_of_exchange(name) && !is_recording {
                    let whole = self.source.value(1);
                    whole.map_err(|what| Stop::Problem(what, Some(self.number)))?;
                    return self.found(Shape::Entry, offset);
                }
                members += 1;
                names.extend(Some(name).filter(|it| !it.is_empty() && node == Node::Document));
                is_recording |= self.member(node, name, depth)?;
                if !self.goes_on(b'}', "`,` or `}`")? {
                    break;
                }
            }
        }
        if node != Node::Document {
            return Ok(());
        }
        if is_recording {
            return Ok(());
        }
        if self.number == 0 {
            return Err(What::Unknown(Seen::Object(members, names)).into());
        }
        // One of many that is no exchange: it is passed on, and found to have no request.
        self.found(Shape::Entry, offset)
    }

    /// The name of a member up to its value; nothing if it is not a well-known one.
    fn name(&mut self) -> Result<&'static str, Stop> {
        match self.source.next()? {
            Some(b'"') => {}
            Some(_) => return Err(What::Structure("the name of a member").into()),
            None => return Err(What::Cut.into()),
        }
        while self.source.ahead().len() < LONGEST && self.source.fill()? {}
        let mut parts = self.source.ahead().splitn(3, |it| *it == b'"');
        let name = parts.nth(1).map_or("", known);
        self.source.value(0)?;
        match self.source.next()? {
            Some(b':') => self.source.pass(1),
            Some(_) => return Err(What::Structure("`:`").into()),
            None => return Err(What::Cut.into()),
        }
        self.source.next()?.ok_or(What::Cut)?;
        Ok(name)
    }

    /// Passes over the value of a member, or looks for exchanges in it; whether it is one of a recording.
    fn member(&mut self, node: Node, name: &str, depth: usize) -> Result<bool, Stop> {
        match (node, name, self.source.peek()?) {
            (Node::Document, "log", Some(b'{')) => self.enter(Node::Log)?,
            (Node::Document, "run", Some(b'{')) => self.enter(Node::Run)?,
            (Node::Document | Node::Item, "item", Some(b'[')) => {
                self.source.release();
                if depth == DEPTH {
                    return Err(What::Structure("at most 64 folders in one another").into());
                }
                self.array(|walk| match walk.source.next()? {
                    Some(b'{') => walk.object(Node::Item, depth + 1),
                    _ => Ok(walk.source.value(0)?),
                })?;
            }
            (Node::Log, "entries", Some(b'[')) => self.list(Shape::Entry)?,
            (Node::Run, "executions", Some(b'[')) => self.list(Shape::Postman)?,
            (Node::Item, "response", Some(b'[')) => self.list(Shape::Postman)?,
            // Newman repeats the collection before the run, which may be large.
            (Node::Document, "collection", _) => {
                self.source.release();
                self.source.value(0)?;
            }
            _ => {
                self.source.value(0)?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn enter(&mut self, node: Node) -> Result<(), Stop> {
        self.source.release();
        self.object(node, 0)
    }

    fn list(&mut self, shape: Shape) -> Result<(), Stop> {
        self.listed = true;
        self.array(|walk| walk.frame(shape))
    }

    /// One exchange.
    fn frame(&mut self, shape: Shape) -> Result<(), Stop> {
        self.source.keep();
        let offset = self.source.offset();
        let whole = self.source.value(0);
        whole.map_err(|what| Stop::Problem(what, Some(self.number)))?;
        self.found(shape, offset)
    }

    /// Passes on what was kept.
    fn found(&mut self, shape: Shape, offset: u64) -> Result<(), Stop> {
        let (number, frame) = (self.number, self.source.kept());
        self.number += 1;
        let found = Found {
            shape,
            number,
            offset,
            frame,
        };
        let flow = (self.each)(found);
        self.source.release();
        match flow {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Enough),
        }
    }
}

/// Whether an object with this member is an exchange.
fn is_of_exchange(name: &str) -> bool {
    matches!(
        name,
        "request"
            | "req"
            | "http"
            | "httpRequest"
            | "method"
            | "httpMethod"
            | "url"
            | "requestHeaders"
            | "startedDateTime"
    )
}

/// Whether a recording begins as NDJSON: an exchange on its first line, something on the second.
fn are_lines(bytes: &[u8]) -> bool {
    let mut lines = bytes.splitn(3, |it| *it == b'\n');
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    let mut parts = first.splitn(3, |it| *it == b'"');
    let begins = parts.next().map(<[u8]>::trim_ascii) == Some(b"{");
    begins
        && parts.next().is_some_and(|it| is_of_exchange(known(it)))
        && first.trim_ascii_end().ends_with(b"}")
        && second.starts_with(b"{")
}
