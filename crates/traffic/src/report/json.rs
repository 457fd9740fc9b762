//! Findings for programs, written while they are made.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::trial::{Occurrence, Trial};

/// Writes `{"findings": […], "exchanges": N, …}`: each difference of each exchange on a line of its
/// own, so that any number of them needs no memory, and behind them what was counted.
pub struct Json<W: Write> {
    out: W,
    is_first: bool,
}

impl<W: Write> Json<W> {
    /// Opens the object.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written, as all methods do.
    pub fn open(mut out: W) -> io::Result<Self> {
        out.write_all(b"{\"findings\": [")?;
        Ok(Self {
            out,
            is_first: true,
        })
    }

    /// Writes one difference.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    pub fn tell(&mut self, told: &Occurrence) -> io::Result<()> {
        let comma: &[u8] = if self.is_first { b"\n  " } else { b",\n  " };
        self.is_first = false;
        self.out.write_all(comma)?;
        let (finding, spot) = (told.finding, &told.spot);
        let row = json!({
            "exchange": spot.exchange,
            "recording": spot.recording.to_string(),
            "kind": finding.kind.as_str(),
            "operation": &*finding.operation,
            "place": finding.place,
            "name": finding.name,
            "pointer": spot.pointer,
            "problem": finding.problem,
            "page": finding.cited.page.as_deref(),
            "line": finding.cited.lines.first(),
            "lines": finding.cited.lines,
            "element": finding.cited.element,
            "basis": finding.cited.basis,
            "readings": finding.cited.readings,
        });
        serde_json::to_writer(&mut self.out, &row)?;
        Ok(())
    }

    /// Writes what was counted, and closes the object.
    ///
    /// # Errors
    ///
    /// Returns an error if it cannot be written.
    pub fn close(mut self, trial: &Trial) -> io::Result<()> {
        let folded: Vec<Value> = trial.findings().into_iter().map(folded).collect();
        let aside = trial.aside.iter();
        let aside: serde_json::Map<String, Value> = aside
            .map(|(aside, number)| (aside.as_str().to_owned(), (*number).into()))
            .collect();
        let end = if self.is_first { "]" } else { "\n]" };
        let counted = json!({
            "exchanges": trial.exchanges,
            "matched": trial.matched,
            "aside": aside,
            "paths": trial.shapes,
            "folded": folded,
        });
        // The members go into the object that is open.
        let counted = serde_json::to_string_pretty(&counted)?;
        let counted = counted.trim_start_matches('{').trim_start();
        writeln!(self.out, "{end}, {counted}")?;
        self.out.flush()
    }
}

/// A finding with how often it was seen.
fn folded(finding: &crate::Finding) -> Value {
    json!({
        "kind": finding.kind.as_str(),
        "operation": &*finding.operation,
        "place": finding.place,
        "name": finding.name,
        "problem": finding.problem,
        "times": finding.times,
        "exchanges": finding.exchanges,
        "first": {
            "exchange": finding.first.exchange,
            "recording": finding.first.recording.to_string(),
            "pointer": finding.first.pointer,
        },
        "days": finding.days,
        "page": finding.cited.page.as_deref(),
        "lines": finding.cited.lines,
        "element": finding.cited.element,
        "basis": finding.cited.basis,
        "readings": finding.cited.readings,
    })
}
