//! What a second description says of the same API, beside what ours says and rests on.
//!
//! Both sides are sets of claims. What a description leaves out is not contradicted: a partial one is
//! normal. Wordings, names of components, tags, ids, examples, servers and security schemes are not
//! compared, since two descriptions of one API rarely share them.

mod answer;
mod operations;
mod said;

use std::collections::{BTreeMap, BTreeSet};

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

/// Compares what we say with what a second description says.
///
/// `ours` is our document with the evidence for it; without a document it is what pages and readings
/// lead to, and then what they do not say is not known. `theirs` are the claims of the second
/// description, each with its place in it if that is known.
#[must_use]
pub fn testify<'c>(
    ours: &Reviewed,
    theirs: impl IntoIterator<Item = (&'c Claim, Option<&'c Pointer>)>,
) -> Testimony {
    let theirs: Vec<_> = theirs.into_iter().collect();
    let pages = ours.document.is_null();
    let own: Vec<Stated> = if pages {
        let claims = ours.expected.claims.keys();
        claims
            .map(|claim| Stated::of(claim.clone(), None))
            .collect()
    } else {
        let claims = ours.claims.iter();
        claims
            .map(|made| Stated::of(made.claim.clone(), Some(&made.pointer)))
            .collect()
    };
    let operations = Operations::of(
        own.iter().map(|it| &it.claim),
        theirs.iter().map(|(claim, _)| *claim),
    );
    let called = theirs
        .iter()
        .map(|(claim, pointer)| Stated::of(operations.call(claim), *pointer));
    let (own, their) = (Said::of(own, !pages), Said::of(called, false));
    let mut trial = Trial {
        ours,
        own: &own,
        their: &their,
        answers: Vec::new(),
    };
    trial.operations();
    trial.elements();
    let mut answers = trial.answers;
    answers.sort();
    Testimony {
        shared: operations.len(),
        answers,
    }
}

/// The comparison of two sides.
struct Trial<'t> {
    ours: &'t Reviewed<'t>,
    own: &'t Said,
    their: &'t Said,
    answers: Vec<Answer>,
}

impl Trial<'_> {
    /// The operations that one side has alone.
    fn operations(&mut self) {
        let (own, their) = (self.own.operations(), self.their.operations());
        let lone = |here: &BTreeSet<_>, there: &BTreeSet<_>| -> Vec<_> {
            here.difference(there).cloned().collect()
        };
        for (verdict, side, lone) in [
            (Verdict::OnlyOurs, self.own, lone(&own, &their)),
            (Verdict::OnlyTheirs, self.their, lone(&their, &own)),
        ] {
            for operation in lone {
                let mut answer =
                    Answer::new(verdict, (&operation, "operation", ""), Aspect::Listed);
                answer.within = side.count(&operation);
                if let Some(key) = side.first(&operation) {
                    answer.at(verdict, side.values(&key));
                    if verdict == Verdict::OnlyOurs {
                        answer.rests_on(self.ours, &side.claims(&key));
                    }
                }
                self.answers.push(answer);
            }
        }
    }

    /// What both sides say of the operations that both have.
    fn elements(&mut self) {
        let (own, their) = (self.own, self.their);
        for key in own.keys().filter(|key| their.has_operation(key)) {
            match their.get(key) {
                Some(theirs) => self.both(key, own.values(key), theirs),
                None => self.lone(Verdict::OnlyOurs, key, own, their),
            }
        }
        for key in their.keys().filter(|key| own.has_operation(key)) {
            if own.get(key).is_none() && !self.is_moved(key) {
                self.lone(Verdict::OnlyTheirs, key, their, own);
            }
        }
    }

    /// Both sides speak of one aspect of one element.
    fn both(&mut self, key: &Key, ours: &[Stated], theirs: &[Stated]) {
        let values = |side: &[Stated]| -> BTreeSet<String> {
            side.iter()
                .map(|it| said::comparable(key, &it.claim.value))
                .collect()
        };
        let (own, their) = (values(ours), values(theirs));
        // What is listed in full contradicts another list; of rows and media types each may have some.
        let shared: BTreeSet<&String> = own.intersection(&their).collect();
        let agree = own == their || said::agree(key, &own, &their);
        let verdict = if agree || (key.is_open() && !shared.is_empty()) {
            Verdict::Confirms
        } else if key.is_open() {
            Verdict::OnlyTheirs
        } else {
            Verdict::Contradicts
        };
        let mut answer = Answer::about(verdict, key);
        answer.at(Verdict::OnlyOurs, ours);
        answer.at(Verdict::OnlyTheirs, theirs);
        let claims: Vec<_> = ours.iter().map(|it| it.claim.clone()).collect();
        answer.rests_on(self.ours, &claims);
        self.answers.push(answer);
    }

    /// One side speaks of it alone. What is within something that the other side has not is counted
    /// there.
    fn lone(&mut self, verdict: Verdict, key: &Key, here: &Said, there: &Said) {
        if !key.is_listed() && !there.has_element(key) || there.lacks_around(key) {
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
        self.answers.push(answer);
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
            self.answers.push(answer);
        }
        true
    }
}
