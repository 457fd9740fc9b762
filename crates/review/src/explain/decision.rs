//! A reading and what rests on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use claims::Aspect;

use super::render::STATUS;
use crate::case::Reviewed;
use crate::expected::Evidenced;
use crate::reading::Reading;

/// How many operations are named where many are alike.
const FEW: usize = 3;

/// What is said of one place and name by a reading: whether it is left out, and the aspects.
type Element = (bool, Arc<str>, Arc<str>, BTreeSet<Aspect>);

/// A reading and what rests on it.
#[derive(Clone, Debug)]
pub struct Decision<'r> {
    /// The reading.
    pub reading: &'r Reading,
    /// All that it gives as evidence.
    pub evidence: String,
    /// How many claims of the document rest on it, or are left out of it by it.
    pub claims: usize,
    /// What it covers: place, name and aspects, each with the operations that have them.
    elements: BTreeMap<Element, Vec<Arc<str>>>,
}

/// The reading that has this id, and what rests on it.
#[must_use]
pub fn decision<'r>(reviewed: &Reviewed<'r>, id: &str) -> Option<Decision<'r>> {
    let mut readings = reviewed.readings.all().iter();
    let index = readings.position(|reading| reading.id().eq_ignore_ascii_case(id))?;
    let reading = &reviewed.readings.all()[index];
    let mut decision = Decision {
        reading,
        evidence: reviewed.readings.evidence(reading),
        claims: 0,
        elements: BTreeMap::new(),
    };
    decision.cover(&reviewed.expected.claims, index, false);
    decision.cover(&reviewed.expected.omitted, index, true);
    Some(decision)
}

impl Decision<'_> {
    fn cover(&mut self, claims: &Evidenced, index: usize, omitted: bool) {
        let mut covered: BTreeMap<[Arc<str>; 3], BTreeSet<Aspect>> = BTreeMap::new();
        for (claim, evidence) in claims {
            if evidence.iter().any(|it| it.readings.contains(&index)) {
                let element = [&claim.operation, &claim.place, &claim.name].map(Arc::clone);
                covered.entry(element).or_default().insert(claim.aspect);
                self.claims += 1;
            }
        }
        for ([operation, place, name], aspects) in covered {
            let element = (omitted, place, name, aspects);
            self.elements.entry(element).or_default().push(operation);
        }
    }
}

/// A decision as text for a terminal, styled with ANSI escapes that the writer may strip. Unless
/// `all` is asked for, operations are counted where more than a few are alike.
#[must_use]
pub fn decision_text(decision: &Decision, all: bool) -> String {
    let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
    let (faint, head) = (color(AnsiColor::Cyan), Style::new().bold());
    let reading = decision.reading;
    let mut text = String::new();
    let named = format!(
        "{} ({}, {})",
        reading.id(),
        reading.kind.as_str(),
        reading.rests_on()
    );
    let _ = writeln!(text, "{head}{:>STATUS$} {named}{head:#}", "reading");
    for (word, what) in [
        ("page", reading.page.as_str()),
        ("reason", &reading.reason),
        ("evidence", &decision.evidence),
    ] {
        let _ = writeln!(text, "{faint}{word:>STATUS$}{faint:#} {what}");
    }
    let style = color(AnsiColor::Yellow).bold();
    for ((omitted, place, name, aspects), operations) in &decision.elements {
        let word = if *omitted { "omits" } else { "covers" };
        let aspects: Vec<_> = aspects.iter().map(|aspect| aspect.as_str()).collect();
        let element = [&**place, &**name].join(" · ");
        let element = format!(
            "{}: {}",
            element.trim_end_matches(" · "),
            aspects.join(", ")
        );
        let _ = match &operations[..] {
            [one] if one.is_empty() => writeln!(text, "{style}{word:>STATUS$}{style:#} {element}"),
            [one] => writeln!(text, "{style}{word:>STATUS$}{style:#} {one} · {element}"),
            many if many.len() > FEW && !all => {
                let count = many.len();
                writeln!(
                    text,
                    "{style}{word:>STATUS$}{style:#} {element} (of {count} operations)"
                )
            }
            many => writeln!(
                text,
                "{style}{word:>STATUS$}{style:#} {element} (of {})",
                many.join(", ")
            ),
        };
    }
    text
}
