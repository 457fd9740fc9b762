//! Finds the exchanges in a recording, whatever its form, by their path in the JSON.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::problem::{What, known, seen};
use super::source::Source;

/// The JSON of one exchange and where it begins; nothing if it is too large.
pub(super) type Found<'s> = Option<(u64, &'s [u8])>;

/// Why a recording is not read further: something is wrong, or whoever reads it has read enough.
pub(super) type Stop = Option<What>;

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
        let mut are_lines = are_lines(self.source.ahead());
        while self.source.next()?.is_some() {
            if are_lines {
                // A broken exchange costs no other.
                self.source.keep(true);
                self.source.line()?;
                self.found()?;
            } else {
                self.value(&mut Vec::new())?;
                let mut rest = self.source.ahead().iter();
                let next = rest.find(|it| !matches!(it, b' ' | b'\r'));
                are_lines = self.number == 1 && !self.listed && next == Some(&b'\n');
            }
        }
        if self.listed || self.number > 0 {
            return Ok(());
        }
        let wanted = "a list of them at none of `log.entries`, `run.executions` and `item`";
        Err(What::Unknown(wanted.to_owned()).into())
    }

    /// Reads the value at a path, of which `[]` stands for each element of an array.
    fn value(&mut self, path: &mut Vec<&'static str>) -> Result<(), Stop> {
        match (&path[..], self.source.next()?.ok_or(What::Cut)?) {
            (_, b',' | b':' | b'}' | b']') => Err(What::Broken("a value").into()),
            (["log", "entries", "[]"] | ["run", "executions", "[]"], _) => self.exchange(),
            (["item", .., "response", "[]"], _) => self.exchange(),
            (
                [] | ["[]" | "log" | "run"] | ["log", "entries"] | ["run", "executions"],
                open @ (b'{' | b'['),
            ) => self.enter(path, open),
            // Folders stand in one another; more than 60 of them are nobody's.
            (["item"] | ["item", .., "item" | "[]" | "response"], open @ (b'{' | b'['))
                if path.len() < 120 =>
            {
                self.enter(path, open)
            }
            (["[]"], _) => self.exchange(),
            _ => Ok(self.source.value(0)?),
        }
    }

    fn exchange(&mut self) -> Result<(), Stop> {
        self.source.keep(true);
        self.source.value(0)?;
        self.found()
    }

    /// Looks for exchanges in an object or an array.
    fn enter(&mut self, path: &mut Vec<&'static str>, open: u8) -> Result<(), Stop> {
        self.listed |= path.len() == 2 || path[..] == ["item"];
        // An object on its own is an exchange, as a whole, or has a list of them.
        let is_alone = open == b'{' && path.iter().all(|it| *it == "[]");
        self.source.keep(is_alone);
        // In ASCII, a bracket is closed by the second one after it.
        let close = open + 2;
        self.source.pass(1);
        let (mut members, mut names) = (0, BTreeSet::new());
        let mut more = self.source.next()? != Some(close);
        self.source.pass(usize::from(!more));
        while more {
            let name = if open == b'{' { self.name()? } else { "[]" };
            if is_alone {
                if is_of_exchange(name) {
                    self.source.value(1)?;
                    return self.found();
                }
                members += 1;
                names.insert(name);
                // Newman repeats the collection before the run, which may be large.
                if matches!(name, "log" | "run" | "item" | "collection") {
                    self.source.keep(false);
                }
            }
            path.push(name);
            self.value(path)?;
            path.pop();
            more = match self.source.next()?.ok_or(What::Cut)? {
                b',' => true,
                it if it == close => false,
                _ => return Err(What::Broken("`,` or a closing bracket").into()),
            };
            self.source.pass(1);
        }
        if !is_alone || names.iter().any(|it| matches!(*it, "log" | "run" | "item")) {
            return Ok(());
        }
        if self.number > 0 {
            // One of many that is no exchange: it is skipped.
            return self.found();
        }
        names.remove("");
        let names: Vec<_> = names.iter().map(|it| format!("`{it}`")).collect();
        let seen = match &*names.join(", ") {
            "" => format!("a JSON object with {members} members of other names"),
            names => format!("a JSON object with {names}"),
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

/// Whether an object with this member is an exchange.
fn is_of_exchange(name: &str) -> bool {
    let names = "request req http httpRequest method httpMethod url requestHeaders startedDateTime";
    names.split(' ').any(|it| it == name)
}

/// Whether a recording begins as NDJSON: an exchange on its first line, an object on the second.
fn are_lines(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|it| *it == b'\n');
    bytes.starts_with(b"{")
        && lines.next().is_some_and(|it| is_of_exchange(known(it)))
        && lines.next().is_some_and(|it| it.starts_with(b"{"))
}
