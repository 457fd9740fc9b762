//! Finds the exchanges in a recording, whatever its form, by their path in the JSON.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::problem::{What, known, seen};
use super::source::Source;

/// The JSON of one exchange and where it begins; nothing if it is too large.
pub(super) type Found<'s> = Option<(u64, &'s [u8])>;

/// Why a recording is not read further: something is wrong, or whoever reads it has read enough.
type Stop = Option<What>;

pub(super) struct Walk<'w> {
    pub(super) source: Source<'w>,
    pub(super) each: &'w mut dyn FnMut(usize, Found<'_>) -> ControlFlow<()>,
    /// Exchanges found so far.
    pub(super) number: usize,
    /// Whether a list of exchanges was found, which may be empty.
    pub(super) listed: bool,
}

impl Walk<'_> {
    /// Finds all exchanges.
    pub(super) fn walk(&mut self) -> Result<(), Stop> {
        while self.source.ahead().len() < 4 && self.source.fill()? {}
        if self.source.ahead().starts_with(b"\xef\xbb\xbf") {
            self.source.pass(3);
        }
        if !matches!(self.source.next()?, Some(b'{' | b'[')) {
            return Err(What::Unknown(seen(self.source.ahead()).to_owned()).into());
        }
        let are_lines = are_lines(self.source.ahead());
        while self.source.next()?.is_some() {
            if are_lines {
                self.source.keep(true);
                self.source.find(|it| *it == b'\n')?;
                self.found()?;
            } else {
                self.value(&mut Vec::new())?;
            }
        }
        Ok(())
    }

    /// Reads the value at a path, of which `[]` stands for each element of an array.
    fn value(&mut self, path: &mut Vec<&'static str>) -> Result<(), Stop> {
        let first = self.source.next()?.ok_or(What::Cut)?;
        let is_open = matches!(first, b'{' | b'[');
        match path[..] {
            _ if matches!(first, b',' | b':' | b'}' | b']') => Err(What::Broken("a value").into()),
            ["[]"] | [.., "entries" | "executions" | "response", "[]"] => {
                self.source.keep(true);
                self.source.value(0)?;
                self.found()
            }
            [] | ["log" | "run"] | ["log", "entries"] | ["run", "executions"] if is_open => {
                self.enter(path, first)
            }
            // Folders stand in one another; more than 60 of them are nobody's.
            ["item"] | ["item", .., "item" | "[]" | "response"] if is_open && path.len() < 120 => {
                self.enter(path, first)
            }
            _ => Ok(self.source.value(0)?),
        }
    }

    /// Looks for exchanges in an object or an array.
    fn enter(&mut self, path: &mut Vec<&'static str>, open: u8) -> Result<(), Stop> {
        // In ASCII, a bracket is closed by the second one after it.
        let close = open + 2;
        self.listed |= open == b'[' && !matches!(path[..], ["log" | "run"]);
        self.source.pass(1);
        let (mut members, mut names) = (0, BTreeSet::new());
        let mut more = self.source.next()? != Some(close);
        self.source.pass(usize::from(!more));
        while more {
            path.push(if open == b'{' { self.name()? } else { "[]" });
            self.value(path)?;
            members += 1;
            names.extend(path.pop().filter(|it| !it.is_empty()));
            let next = self.source.next()?.ok_or(What::Cut)?;
            if next != b',' && next != close {
                return Err(What::Broken("`,` or a closing bracket").into());
            }
            more = next == b',';
            self.source.pass(1);
        }
        if self.listed || !path.is_empty() {
            return Ok(());
        }
        let names: Vec<_> = names.iter().map(|it| format!("`{it}`")).collect();
        let seen = match &*names.join(", ") {
            "" => format!("a JSON object with {members} members of other names"),
            names => format!("a JSON object with {names} and no list of exchanges"),
        };
        Err(What::Unknown(seen).into())
    }

    /// The name of a member, and the colon after it; nothing if it is not a well-known one.
    fn name(&mut self) -> Result<&'static str, Stop> {
        if self.source.next()?.ok_or(What::Cut)? != b'"' {
            return Err(What::Broken("the name of a member").into());
        }
        while self.source.ahead().len() < 32 && self.source.fill()? {}
        let name = known(self.source.ahead());
        self.source.value(0)?;
        if self.source.next()?.ok_or(What::Cut)? != b':' {
            return Err(What::Broken("`:`").into());
        }
        self.source.pass(1);
        Ok(name)
    }

    /// Passes on what was kept.
    fn found(&mut self) -> Result<(), Stop> {
        let flow = (self.each)(self.number, self.source.kept());
        self.source.keep(false);
        self.number += 1;
        if flow.is_break() { Err(None) } else { Ok(()) }
    }
}

/// Whether a recording begins as NDJSON, with an exchange on its first line: a broken one costs no other.
fn are_lines(bytes: &[u8]) -> bool {
    let line = bytes.split(|it| *it == b'\n').next().unwrap_or_default();
    let has = |name: &[u8]| line.windows(name.len()).any(|it| it == name);
    let is_other = matches!(known(line), "log" | "run" | "item" | "collection" | "info");
    let is_exchange = has(b"\"request\":") || has(b"\"req\":") || has(b"\"url\":");
    line.starts_with(b"{") && !is_other && is_exchange
}
