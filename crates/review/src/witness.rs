//! What a second description says of the same API, beside what ours says and rests on.
//!
//! Both sides are sets of claims. What a description leaves out is not contradicted: a partial one is
//! normal. Wordings, names of components and of security schemes, tags, ids, examples and servers are
//! not compared, since two descriptions of one API rarely share them.

mod answer;
mod operations;
mod said;
mod security;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Aspect, Claim, Pointer};

pub use answer::{Answer, Verdict};
pub use operations::{Operations, Servers};

use crate::case::Reviewed;
use crate::reading::{Reading, Readings, Source};
use said::{Key, Said, Stated};

/// What a second description says of ours.
#[derive(Clone, Debug, Default)]
pub struct Testimony {
    /// How many operations both have.
    pub shared: usize,
    /// One by one, in the order of operations, places and names.
    pub answers: Vec<Answer>,
    counts: BTreeMap<Verdict, usize>,
}

/// A second description, and what it says of ours.
#[derive(Clone, Debug)]
pub struct Witness {
    /// Where it can be opened, and the day on which it was read.
    pub source: Source,
    /// What it says.
    pub testimony: Testimony,
}

impl Testimony {
    /// One without answers, of so many operations that both have.
    #[must_use]
    pub fn of_shared(shared: usize) -> Self {
        Self {
            shared,
            ..Self::default()
        }
    }

    /// Adds answers, of which only those are kept that are wanted; all are counted.
    pub fn add(&mut self, heard: Heard, wanted: impl Fn(&Answer) -> bool) {
        *self.counts.entry(Verdict::Confirms).or_default() += heard.confirmed;
        for answer in heard.answers {
            *self.counts.entry(answer.verdict).or_default() += 1;
            if wanted(&answer) {
                self.answers.push(answer);
            }
        }
    }

    /// How many answers are of one verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.counts.get(&verdict).copied().unwrap_or_default()
    }

    /// The answers of one verdict.
    pub fn of(&self, verdict: Verdict) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(move |it| it.verdict == verdict)
    }

    /// The readings that answers of a verdict are about, each with how many of them are.
    #[must_use]
    pub fn readings<'r>(
        &self,
        verdict: Verdict,
        readings: &'r Readings,
    ) -> Vec<(&'r Reading, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for id in self.of(verdict).flat_map(|answer| &answer.readings) {
            *counts.entry(id).or_default() += 1;
        }
        let all = readings.all().iter();
        all.filter_map(|it| Some((it, *counts.get(it.id())?)))
            .collect()
    }
}

/// A claim, with its place in a description if that is known.
pub type Placed<'c> = (&'c Claim, Option<&'c Pointer>);

/// Compares what we say with what a second description says.
///
/// `ours` is our document with the evidence for it; without a document it is what pages and readings
/// lead to, and then what they do not say is not known. `theirs` are the claims of the second
/// description.
#[must_use]
pub fn testify<'c>(ours: &Reviewed, theirs: impl IntoIterator<Item = Placed<'c>>) -> Testimony {
    let theirs: Vec<_> = theirs.into_iter().collect();
    let own: Vec<Placed> = if ours.document.is_null() {
        let claims = ours.expected.claims.keys();
        claims.map(|claim| (claim, None)).collect()
    } else {
        let claims = ours.claims.iter();
        claims
            .map(|made| (&made.claim, Some(&made.pointer)))
            .collect()
    };
    let operations = Operations::of(
        own.iter().map(|(claim, _)| *claim),
        theirs.iter().map(|(claim, _)| *claim),
    );
    let mut by_operation: BTreeMap<&str, [Vec<Placed>; 2]> = BTreeMap::new();
    for placed in own {
        by_operation.entry(&placed.0.operation).or_default()[0].push(placed);
    }
    for placed in theirs {
        let operation = &placed.0.operation;
        let called = operations.ours(operation).unwrap_or(operation);
        by_operation.entry(called).or_default()[1].push(placed);
    }
    by_operation.remove("");
    let mut testimony = Testimony::of_shared(operations.len());
    for [own, theirs] in by_operation.into_values() {
        testimony.add(hear(ours, &own, &theirs, &operations, false), |_| true);
    }
    testimony
}

/// Compares what both sides say of one operation; a side without claims has no such operation. What
/// confirms may be only counted.
#[must_use]
pub fn hear(
    ours: &Reviewed,
    own: &[Placed],
    theirs: &[Placed],
    operations: &Operations,
    counts_only: bool,
) -> Heard {
    let mut pairs = own.iter().zip(theirs);
    if counts_only && own.len() == theirs.len() && pairs.all(|(one, other)| one.0 == other.0) {
        return Heard {
            confirmed: said::aspects(own.iter().map(|(claim, _)| *claim)),
            ..Heard::default()
        };
    }
    let own = own
        .iter()
        .map(|(claim, at)| Stated::of((*claim).clone(), *at));
    let headers = own.clone().filter(|it| &*it.claim.place == "header");
    let spelt: BTreeMap<String, Arc<str>> = headers
        .map(|it| (it.claim.name.to_lowercase(), it.claim.element.name.clone()))
        .collect();
    let theirs = theirs.iter().map(|(claim, at)| {
        let mut claim = operations.call(claim);
        if &*claim.place == "header"
            && let Some(name) = spelt.get(&claim.name.to_lowercase())
        {
            claim.name = Arc::clone(name);
        }
        Stated::of(claim, *at)
    });
    let whole = !ours.document.is_null();
    let mut trial = Trial {
        ours,
        own: &Said::of(own, whole),
        their: &Said::of(theirs, true),
        counts_only,
        heard: Heard::default(),
    };
    trial.operation(Verdict::OnlyOurs, trial.own, trial.their);
    trial.operation(Verdict::OnlyTheirs, trial.their, trial.own);
    trial.elements();
    trial.heard.answers.sort();
    trial.heard
}

/// The comparison of two sides.
struct Trial<'t> {
    ours: &'t Reviewed<'t>,
    own: &'t Said,
    their: &'t Said,
    /// Whether what confirms is only counted.
    counts_only: bool,
    heard: Heard,
}

/// What came of one operation.
#[derive(Debug, Default)]
pub struct Heard {
    /// One by one, in the order of places and names.
    pub answers: Vec<Answer>,
    /// How many more confirm.
    pub confirmed: usize,
}

/// What two statements about one aspect of one element are to each other.
fn verdict(key: &Key, ours: &[Stated], theirs: &[Stated]) -> Verdict {
    let mut same = ours.iter().zip(theirs);
    if ours.len() == theirs.len() && same.all(|(one, other)| one.claim == other.claim) {
        return Verdict::Confirms;
    }
    let values =
        |side: &[Stated]| -> BTreeSet<String> { side.iter().map(said::comparable).collect() };
    let (own, their) = (values(ours), values(theirs));
    // What is listed in full contradicts another list; of rows each side may have some. That there
    // is no body is said by leaving it out.
    let lacks = |side: &BTreeSet<String>| key.aspect == Aspect::MediaType && side.contains("none");
    let shared: BTreeSet<&String> = own.intersection(&their).collect();
    let agree = own == their || said::agree(key, &own, &their);
    if agree || (key.is_open() && !shared.is_empty()) {
        Verdict::Confirms
    } else if key.is_open() || lacks(&own) {
        Verdict::OnlyTheirs
    } else if lacks(&their) {
        Verdict::OnlyOurs
    } else {
        Verdict::Contradicts
    }
}

impl Trial<'_> {
    /// The operation, if one side has it alone.
    fn operation(&mut self, verdict: Verdict, here: &Said, there: &Said) {
        let (Some(operation), None) = (&here.operation, &there.operation) else {
            return;
        };
        let mut answer = Answer::new(verdict, (operation, "operation", ""), Aspect::Listed);
        answer.within = here.count;
        if let Some(key) = here.keys().next() {
            answer.at(verdict, here.values(key));
            if verdict == Verdict::OnlyOurs {
                answer.rests_on(self.ours, &here.claims(key));
            }
        }
        let at = match verdict {
            Verdict::OnlyOurs => &mut answer.our_pointer,
            _ => &mut answer.their_pointer,
        };
        let pointer = here.pointer.as_ref().map(ToString::to_string);
        *at = pointer.or(at.take());
        self.heard.answers.push(answer);
    }

    /// What both sides say of an operation that both have.
    fn elements(&mut self) {
        let (own, their) = (self.own, self.their);
        if own.operation.is_none() || their.operation.is_none() {
            return;
        }
        for key in own.keys() {
            match their.get(key) {
                Some(theirs) => self.both(key, own.values(key), theirs),
                None => self.lone(Verdict::OnlyOurs, key, own, their),
            }
        }
        for key in their.keys() {
            if own.get(key).is_none() && !self.is_moved(key) {
                self.lone(Verdict::OnlyTheirs, key, their, own);
            }
        }
    }

    /// Both sides speak of one aspect of one element.
    fn both(&mut self, key: &Key, ours: &[Stated], theirs: &[Stated]) {
        // What neither says, neither confirms.
        if ours.iter().chain(theirs).all(|it| it.implied) {
            return;
        }
        let verdict = verdict(key, ours, theirs);
        if verdict == Verdict::Confirms && self.counts_only {
            self.heard.confirmed += 1;
            return;
        }
        let mut answer = Answer::about(verdict, key);
        answer.at(Verdict::OnlyOurs, ours);
        answer.at(Verdict::OnlyTheirs, theirs);
        let claims: Vec<_> = ours.iter().map(|it| it.claim.clone()).collect();
        answer.rests_on(self.ours, &claims);
        self.heard.answers.push(answer);
    }

    /// One side speaks of it alone. What is within something that the other side has not is counted
    /// there.
    fn lone(&mut self, verdict: Verdict, key: &Key, here: &Said, there: &Said) {
        let counted = !key.is_listed() && here.lists(key) && !there.has_element(key);
        if counted || there.lacks_around(key) {
            return;
        }
        // That something is optional is said by leaving it out, too.
        let implied = |stated: &Stated| {
            stated.implied || key.aspect == Aspect::Required && &*stated.claim.value == "false"
        };
        if here.values(key).iter().all(implied) {
            return;
        }
        let mut answer = Answer::about(verdict, key);
        answer.at(verdict, here.values(key));
        if key.is_listed() {
            answer.within = here.within(key);
        }
        if verdict == Verdict::OnlyOurs {
            answer.rests_on(self.ours, &here.claims(key));
        }
        self.heard.answers.push(answer);
    }

    /// Whether readings moved what their claim is about to where OpenAPI has it: then their claim
    /// confirms the line that says so.
    fn is_moved(&mut self, key: &Key) -> bool {
        let omitted = self.ours.expected.omitted.iter();
        let mut moved = omitted.filter(|(claim, _)| key.is_about(claim)).peekable();
        if moved.peek().is_none() {
            return false;
        }
        if key.is_listed() {
            let mut answer = Answer::about(Verdict::Confirms, key);
            answer.at(Verdict::OnlyTheirs, self.their.values(key));
            for (_, evidence) in moved {
                answer.grounds(evidence, self.ours.readings);
            }
            self.heard.answers.push(answer);
        }
        true
    }
}
