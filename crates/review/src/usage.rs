//! What readings were good for: one that explains nothing is a finding.

use std::collections::BTreeSet;

use claims::{Claim, PageClaim};

use crate::finding::{Finding, Kind, stale, words};
use crate::reading::Readings;

/// What the readings were good for.
#[derive(Clone, Debug)]
pub struct Usage {
    /// Claims covered, by reading.
    pub covered: Vec<usize>,
    /// Selectors, values and names that matched, by reading.
    fired: BTreeSet<(usize, Part)>,
    /// Page claims that two readings want to turn into something else.
    pub(crate) contested: Vec<(String, PageClaim, usize, usize)>,
    /// Supplied claims that the page states itself.
    pub(crate) needless: Vec<(String, Claim, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Selector(usize),
    Value(String),
    Name(String),
}

impl Usage {
    /// No use yet.
    #[must_use]
    pub fn of(readings: &Readings) -> Self {
        Self {
            covered: vec![0; readings.all().len()],
            fired: BTreeSet::new(),
            contested: Vec::new(),
            needless: Vec::new(),
        }
    }

    /// Adds what the same readings were good for on other pages.
    pub fn add(&mut self, other: Self) {
        for (covered, more) in self.covered.iter_mut().zip(other.covered) {
            *covered += more;
        }
        self.fired.extend(other.fired);
        self.contested.extend(other.contested);
        self.needless.extend(other.needless);
    }

    /// A part of a reading matched something.
    pub(crate) fn fire(&mut self, reading: usize, part: Part) {
        self.fired.insert((reading, part));
    }

    /// The parts of readings that matched nothing, in words.
    fn idle(&self, readings: &Readings) -> Vec<(usize, String)> {
        let mut idle = Vec::new();
        for (index, reading) in readings.all().iter().enumerate() {
            for (at, selector) in reading.applies_to.iter().enumerate() {
                if !self.fired.contains(&(index, Part::Selector(at))) {
                    idle.push((index, format!("no claim of the page has {selector}")));
                }
            }
            for name in reading.names.keys() {
                if !self.fired.contains(&(index, Part::Name(name.clone()))) {
                    idle.push((
                        index,
                        format!("no claim that it applies to is about `{name}`"),
                    ));
                }
            }
            for value in reading.values.keys() {
                if !self.fired.contains(&(index, Part::Value(value.clone()))) {
                    idle.push((index, format!("no claim that it applies to says `{value}`")));
                }
            }
        }
        idle
    }

    /// Readings that explain nothing, and claims about which two readings decide.
    #[must_use]
    pub fn findings(&self, readings: &Readings) -> Vec<Finding> {
        let name = |index: usize| readings.all()[index].id();
        let stale = |reading: usize, problem| stale(name(reading), problem);
        let mut findings: Vec<_> = self
            .idle(readings)
            .into_iter()
            .map(|(reading, why)| stale(reading, why))
            .collect();
        for (page, claim, reading) in &self.needless {
            let problem = format!("{page} states {} itself", words(claim));
            findings.push(stale(*reading, problem));
        }
        for (page, stated, one, other) in &self.contested {
            let problem = format!(
                "`{}` and `{}` both decide about {}",
                name(*one),
                name(*other),
                words(&stated.claim)
            );
            let finding = Finding::new(Kind::ContestedClaim, problem);
            findings.push(finding.on(page, [stated.line]).in_file("readings.toml"));
        }
        findings
    }
}
