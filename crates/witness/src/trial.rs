//! The trial of a description by the pages that document it.
//!
//! Both sides become sets of claims, and the sets are compared in both directions, one operation
//! after the other. Two people who describe one API rarely use the same words, so a few things are
//! brought to one form first, and what a page never speaks of is not held against a description:
//! [`Silence`] says what that is.

mod alike;
mod due;
mod frame;
pub(crate) mod names;
mod silence;

use std::collections::BTreeMap;
use std::sync::Arc;

use claims::{Claim, DocumentClaim, PageClaims};
use review::{Evidence, Expected, Finding, Readings, compare};
use serde_json::Value;

pub use silence::Silence;

use due::Dues;
use frame::Frames;
use silence::Spoken;

/// What came of a trial.
#[derive(Debug, Default)]
pub struct Trial {
    /// Everything that does not add up, in both directions.
    pub findings: Vec<Finding>,
    /// How many operations pages and description share.
    pub shared: usize,
    /// How many claims both make.
    pub agreed: usize,
    /// How many claims the description makes of its operations.
    pub claims: usize,
    /// What is not compared, and why, with how many statements each.
    pub silence: BTreeMap<Silence, usize>,
}

/// What a description says of an operation.
type Said = Vec<DocumentClaim>;

/// What it must say, with the evidence.
type Due = BTreeMap<Claim, Vec<Evidence>>;

impl Trial {
    /// Puts a description on trial; `file` is its path, as findings name it.
    #[must_use]
    pub fn of(pages: &[&PageClaims], readings: &Readings, description: &Value, file: &str) -> Self {
        let mut dues = Dues::of(pages, readings, &names::of_description(description));
        let mut court = Court {
            file,
            frames: Frames::of(pages, readings, description),
            spoken: Spoken::of(pages),
            trial: Self {
                shared: dues.operations().len(),
                ..Self::default()
            },
        };
        let pairs = dues.operations().pairs();
        let by_ours: BTreeMap<Arc<str>, Arc<str>> = pairs
            .map(|(page, ours)| (Arc::clone(ours), Arc::clone(page)))
            .collect();
        claims::openapi::each_operation(description, |operation, said| {
            court.trial.claims += said.len();
            let page = by_ours.get(operation.name().as_str());
            let told = page.map(|page| dues.is_told(page));
            let due = page.map(|page| dues.take(page)).unwrap_or_default();
            court.compare(told, due, said);
        });
        for operation in dues.rest() {
            let due = dues.take(&operation);
            court.compare(None, due, Said::new());
        }
        let mut trial = court.trial;
        trial.findings.extend(dues.idle());
        trial
    }
}

/// Compares one operation after the other.
struct Court<'t> {
    file: &'t str,
    frames: Frames,
    spoken: Spoken,
    trial: Trial,
}

impl Court<'_> {
    /// Compares what pages and description say of one operation. `told` is whether the pages say more
    /// than that it is there, if they have it.
    fn compare(&mut self, told: Option<bool>, due: Due, said: Said) {
        let (mut due, mut said) = alike::alike(due, said);
        let silence = &mut self.trial.silence;
        let mut hush = |why: Option<Silence>| match why {
            Some(why) => {
                *silence.entry(why).or_default() += 1;
                false
            }
            None => true,
        };
        let (frames, spoken) = (&self.frames, &self.spoken);
        due.retain(|claim, _| hush(silence::words(claim).or_else(|| frames.unshared(claim))));
        said.retain(|made| {
            let claim = &made.claim;
            let why = silence::words(claim).or_else(|| frames.unshared(claim));
            let silent = || spoken.silent(told?, claim).filter(|_| !speaks(&due, claim));
            hush(why.or_else(silent))
        });
        self.frames.once(&mut due, &mut said);
        let agreed = said.iter().filter(|made| due.contains_key(&made.claim));
        self.trial.agreed += agreed.count();
        let due = Expected {
            claims: due,
            ..Expected::default()
        };
        self.trial.findings.extend(compare(&due, &said, self.file));
    }
}

/// Whether pages or readings say anything of the same aspect of the same element.
fn speaks(due: &Due, claim: &Claim) -> bool {
    let from = Claim {
        value: "".into(),
        ..claim.clone()
    };
    let mut from = due.range(from..);
    from.next()
        .is_some_and(|(it, _)| it.subject() == claim.subject())
}
