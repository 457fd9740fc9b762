//! The trial of a description by the pages that document it.
//!
//! Both sides become sets of claims, and the sets are compared in both directions, one operation
//! after the other. Two people who describe one API rarely use the same words, so a few things are
//! brought to one form first, and what a page never speaks of is not held against a description:
//! [`Silence`] says what that is.

mod alike;
mod frame;
pub(crate) mod names;
mod silence;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use claims::openapi::OperationReader;
use claims::{Aspect, Claim, DocumentClaim, PageClaims};
use review::witness::{Operations, Servers};
use review::{Case, Cases, Evidenced, Expected, Finding, Kind, Readings, compare};
use serde_json::Value;

pub use silence::Silence;

use frame::{Frame, Frames};
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

impl Trial {
    /// Puts a description on trial; `file` is its path, as findings name it.
    #[must_use]
    pub fn of(pages: &[&PageClaims], readings: &Readings, description: &Value, file: &str) -> Self {
        let frames = Frames::of(pages, readings, description);
        let spoken = Spoken::of(pages);
        let (due, idle) = due(pages, readings, description);
        // Readings may have named what the pages lost.
        let theirs = names::of_description(description);
        let operations = Operations::between(&theirs, &Servers::of(due.keys()));
        let mut by_operation: BTreeMap<Arc<str>, Evidenced> = BTreeMap::new();
        for (claim, evidence) in due {
            let claim = operations.call(&claim);
            let operation = Arc::clone(&claim.operation);
            let due = by_operation.entry(operation).or_default();
            due.insert(claim, evidence);
        }
        let mut court = Court {
            file,
            frames,
            spoken,
            servers: BTreeSet::new(),
            trial: Self {
                shared: operations.len(),
                ..Self::default()
            },
        };
        let mut reader = OperationReader::lenient(description);
        for operation in claims::openapi::operations(description) {
            let due = by_operation.remove(operation.name().as_str());
            let named = due.iter().flatten().map(|(claim, _)| &*claim.element);
            let said = reader.claims_of(&operation, named);
            court.trial.claims += said.len();
            court.compare(due, said);
        }
        let cut = reader.cut().count();
        if cut > 0 {
            court.trial.silence.insert(Silence::Cut, cut);
        }
        for due in by_operation.into_values() {
            court.compare(Some(due), Said::new());
        }
        court.trial.findings.extend(idle);
        court.trial
    }
}

/// What a description must say, and the readings that explain nothing or contest each other.
fn due(
    pages: &[&PageClaims],
    readings: &Readings,
    description: &Value,
) -> (Evidenced, Vec<Finding>) {
    let pages = names::of_pages(pages.iter().copied(), description);
    // The pages' own documents are not read: there is one description of all.
    let case = |page| Case::of(page, readings, &Value::Null);
    if let [page] = &*pages {
        let case = case(page);
        let idle = case.usage().findings(readings);
        return (case.reviewed.expected.claims, idle);
    }
    let cases = Cases::of(pages.iter().map(case).collect(), readings, &Value::Null);
    let idle = cases.usage.findings(readings);
    (cases.consolidated.expected.claims, idle)
}

/// Compares one operation after the other.
struct Court<'t> {
    file: &'t str,
    frames: Frames<'t>,
    spoken: Spoken<'t>,
    /// The servers about which there is a finding: the address of an API is one, not one an operation.
    servers: BTreeSet<Arc<str>>,
    trial: Trial,
}

impl Court<'_> {
    /// Compares what pages say of one operation, if they have it, with what the description says.
    fn compare(&mut self, due: Option<Evidenced>, said: Said) {
        // Whether the pages say more than that it is there.
        let told = due.as_ref().map(|due| {
            let mut due = due.iter().filter(|(claim, _)| &*claim.place != "operation");
            due.any(|(_, evidence)| evidence.iter().any(|it| !it.supplied))
        });
        let (mut due, mut said) = alike::alike(due.unwrap_or_default(), said);
        due.retain(|claim, _| !silence::is_wording(claim));
        let mut hush = |why: Option<Silence>| {
            let silent = why.is_some();
            if let Some(why) = why {
                *self.trial.silence.entry(why).or_default() += 1;
            }
            !silent
        };
        due.retain(|claim, _| hush(self.frames.unshared(claim)));
        said.retain(|made| {
            let claim = &made.claim;
            let words = silence::is_wording(claim).then_some(Silence::Words);
            let why = words.or_else(|| self.frames.unshared(claim));
            let silent = || {
                self.spoken
                    .silent(told?, claim)
                    .filter(|_| !speaks(&due, claim))
            };
            // A page need not say of each body how it is written, nor that a response has none.
            let needs_words = &*claim.value != "none" && speaks(&due, claim);
            let media = claim.aspect == Aspect::MediaType && !due.contains_key(claim);
            let media = (media && !needs_words).then_some(Frame::MediaTypes);
            hush(why.or(media.map(Silence::OneSide)).or_else(silent))
        });
        let agreed = said.iter().filter(|made| due.contains_key(&made.claim));
        self.trial.agreed += agreed.count();
        let due = Expected {
            claims: due,
            ..Expected::default()
        };
        let mut findings = compare(&due, &said, self.file);
        findings.retain(|finding| {
            let server = finding.claim.as_ref().filter(|it| &*it.place == "server");
            server.is_none_or(|server| {
                // A server that a page names anywhere is one of all operations.
                let known = finding.kind == Kind::Unsupported && self.frames.has_server(server);
                !known && self.servers.insert(Arc::clone(&server.name))
            })
        });
        self.trial.findings.extend(findings);
    }
}

/// Whether pages or readings say anything of the same aspect of the same element.
fn speaks(due: &Evidenced, claim: &Claim) -> bool {
    let from = Claim {
        value: "".into(),
        ..claim.clone()
    };
    let mut from = due.range(from..);
    from.next()
        .is_some_and(|(it, _)| it.subject() == claim.subject())
}
