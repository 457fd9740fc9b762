//! What readings were good for: one that explains nothing is a finding.

use std::collections::BTreeSet;
use std::sync::Arc;

use claims::{Claim, PageClaim, PageClaims};

use crate::finding::{Finding, Kind, stale, words};
use crate::reading::{Pattern, Readings};

/// How alike what is named and what is meant are at least, from 0 to 1.
const WORTH: f64 = 0.6;

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
    /// What pages, operations, places and names there are: what a misspelt one may mean.
    there: [BTreeSet<Arc<str>>; 4],
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
            there: Default::default(),
        }
    }

    /// Notes what a page is about.
    pub(crate) fn note(&mut self, page: &PageClaims) {
        let [pages, operations, places, names] = &mut self.there;
        pages.insert(page.page.as_str().into());
        let elements = page.claims.iter().map(|stated| &stated.claim.element);
        for element in elements {
            for (known, part) in [
                (&mut *operations, &element.operation),
                (&mut *places, &element.place),
                (&mut *names, &element.name),
            ] {
                if !known.contains(part) {
                    known.insert(Arc::clone(part));
                }
            }
        }
    }

    /// What may be meant by a part of a reading that is nowhere.
    fn instead(&self, what: usize, pattern: &Pattern) -> Option<String> {
        const WHAT: [&str; 4] = ["page", "operation", "place", "name"];
        let (asked, there) = (pattern.as_str(), &self.there[what]);
        if there.iter().any(|it| pattern.matches(it)) {
            return None;
        }
        // A status is as it is meant.
        let is_status = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
        let is_like = |it: &&Arc<str>| it.len().abs_diff(asked.len()) <= 1 + asked.len() / 3;
        let close = there.iter().filter(is_like).filter(|it| !is_status(it));
        let close = close.map(|it| (strsim::normalized_damerau_levenshtein(asked, it), it));
        let close = close.max_by(|one, other| one.0.total_cmp(&other.0));
        let close = close.filter(|it| it.0 > WORTH).map(|it| it.1);
        let close = close.map(|it| format!("; did you mean the {} `{it}`?", WHAT[what]));
        close.or_else(|| (what == 0).then(|| format!("; there is no page `{asked}`")))
    }

    /// Adds what the same readings were good for on other pages.
    pub fn add(&mut self, other: Self) {
        for (covered, more) in self.covered.iter_mut().zip(other.covered) {
            *covered += more;
        }
        self.fired.extend(other.fired);
        self.contested.extend(other.contested);
        self.needless.extend(other.needless);
        for (there, more) in self.there.iter_mut().zip(other.there) {
            there.extend(more);
        }
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
                    let parts = [&selector.operation, &selector.place, &selector.name];
                    let parts = (1..).zip(parts);
                    let mut parts = parts.filter_map(|(at, part)| Some((at, part.as_ref()?)));
                    let lost = self.instead(0, &reading.page);
                    let lost = lost.or_else(|| parts.find_map(|(at, it)| self.instead(at, it)));
                    let lost = lost.unwrap_or_default();
                    idle.push((index, format!("no claim of the page has {selector}{lost}")));
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
