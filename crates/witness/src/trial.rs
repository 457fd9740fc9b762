//! The trial of a description by the pages that document it.
//!
//! Both sides become sets of claims, and the sets are compared in both directions, one operation
//! after the other. Two people who describe one API rarely use the same words, so a few things are
//! brought to one form first, and what a page never speaks of is not held against a description:
//! [`Silence`] says what that is.

mod alike;
mod due;
mod frame;
mod silence;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::{Claim, DocumentClaim};
use review::witness::{Operations, Servers};
use review::{Evidence, Expected, Finding, Readings, compare};
use serde_json::Value;

pub use silence::Silence;

use crate::Page;
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
    pub fn of(pages: &[Page], readings: &Readings, description: &Value, file: &str) -> Self {
        let mut dues = Dues::of(pages, readings);
        let spoken = Spoken::of(pages);
        let operations = matched(&dues, description);
        let mut court = Court {
            file,
            frames: Frames::of(pages, readings, description),
            spoken,
            trial: Self {
                shared: operations.len(),
                ..Self::default()
            },
        };
        let by_ours: BTreeMap<&str, &str> = operations
            .pairs()
            .map(|(page, it)| (&**it, &**page))
            .collect();
        claims::openapi::each_operation(description, |operation, said| {
            court.trial.claims += said.len();
            let page = by_ours.get(operation.name().as_str()).copied();
            let due = page.map(|page| called(dues.take(page), page, &operations));
            court.compare(page, due.unwrap_or_default(), said);
        });
        for operation in dues.rest() {
            let due = dues.take(&operation);
            court.compare(Some(&operation), due, Said::new());
        }
        let mut trial = court.trial;
        trial.findings.extend(dues.idle(readings));
        trial
    }
}

/// Which operation of the pages is which of the description.
fn matched(dues: &Dues, description: &Value) -> Operations {
    let mut ours = Servers::default();
    let root = servers(description);
    for operation in claims::openapi::operations(description) {
        let name = operation.name().into();
        let own = servers(operation.value);
        ours.add(&name, None);
        for server in if own.is_empty() { &root } else { &own } {
            ours.add(&name, Some(server));
        }
    }
    Operations::between(&ours, dues.operations())
}

/// The addresses of the servers that a document or an operation names.
fn servers(node: &Value) -> Vec<&str> {
    let servers = node
        .get("servers")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    servers
        .filter_map(|server| server.get("url")?.as_str())
        .collect()
}

/// The claims of pages about an operation as the description calls it.
fn called(stated: Due, page: &str, operations: &Operations) -> Due {
    if operations.ours(page).is_some_and(|ours| **ours == *page) {
        return stated;
    }
    let mut due = Due::new();
    for (claim, evidence) in stated {
        due.entry(operations.call(&claim))
            .or_default()
            .extend(evidence);
    }
    due
}

/// Compares one operation after the other.
struct Court<'t> {
    file: &'t str,
    frames: Frames,
    spoken: Spoken,
    trial: Trial,
}

impl Court<'_> {
    /// Compares what pages and description say of one operation; `page` is what the pages call it, if
    /// they have it.
    fn compare(&mut self, page: Option<&str>, due: Due, said: Said) {
        let (mut due, mut said) = alike::alike(due, said);
        let silence = &mut self.trial.silence;
        let mut hush = |why: Option<Silence>| match why {
            Some(why) => {
                *silence.entry(why).or_default() += 1;
                false
            }
            None => true,
        };
        due.retain(|claim, _| hush(silence::words(claim).or_else(|| self.frames.unshared(claim))));
        said.retain(|made| {
            let claim = &made.claim;
            let why = silence::words(claim).or_else(|| self.frames.unshared(claim));
            let silent = || {
                self.spoken
                    .silent(page?, claim)
                    .filter(|_| !speaks(&due, claim))
            };
            hush(why.or_else(silent))
        });
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

/// The names of operations.
type Names = BTreeSet<Arc<str>>;
