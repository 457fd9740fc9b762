//! What a description must say of each operation: the claims of pages under the readings.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use claims::{Aspect, Capture, Claim, PageClaim, PageClaims};
use review::witness::Servers;
use review::{Case, Cases, Finding, Kind, Readings, Usage};
use serde_json::Value;

use super::{Due, Names, silence};
use crate::Page;

/// What must be said, operation by operation.
///
/// As long as readings stay within an operation, the claims of each are put on trial alone, so that
/// only its own evidence is there at a time. Readings that lead from one operation to another need all
/// at once.
pub(super) struct Dues<'p> {
    readings: &'p Readings,
    pages: Vec<Parts<'p>>,
    whole: BTreeMap<Arc<str>, Due>,
    operations: Servers,
    left: Names,
    usage: Usage,
}

/// The claims of a page by their operations.
struct Parts<'p> {
    page: &'p PageClaims,
    /// The places of the claims, those of one operation together.
    order: Vec<usize>,
    operations: BTreeMap<&'p str, Range<usize>>,
}

impl<'p> Parts<'p> {
    fn of(page: &'p PageClaims, readings: &Readings) -> Self {
        let claims = &page.claims;
        let operation = |at: usize| &*claims[at].claim.operation;
        // What is not compared, and no reading decides about, need not be looked at.
        let decided: Vec<Option<Aspect>> = readings
            .about(&page.page)
            .flat_map(|(_, reading)| reading.applies_to.iter().map(|selector| selector.aspect))
            .collect();
        let is_heard = |at: &usize| {
            let claim = &claims[*at].claim;
            let is_decided = |it: &Option<Aspect>| it.is_none_or(|aspect| aspect == claim.aspect);
            silence::words(claim).is_none() || decided.iter().any(is_decided)
        };
        let mut order: Vec<usize> = (0..claims.len()).filter(is_heard).collect();
        order.sort_by(|one, other| operation(*one).cmp(operation(*other)));
        let mut operations = BTreeMap::new();
        let mut start = 0;
        for same in order.chunk_by(|one, other| operation(*one) == operation(*other)) {
            let end = start + same.len();
            operations.insert(operation(same[0]), start..end);
            start = end;
        }
        Self {
            page,
            order,
            operations,
        }
    }

    /// The page with the claims of one operation alone.
    fn part(&self, operation: &str) -> Option<PageClaims> {
        let range = self.operations.get(operation)?.clone();
        let claims = self.order[range].iter();
        let claims = claims.map(|at| self.page.claims[*at].clone());
        Some(PageClaims {
            page: self.page.page.clone(),
            capture: Capture::default(),
            claims: claims.collect(),
        })
    }
}

impl<'p> Dues<'p> {
    pub(super) fn of(pages: &'p [Page], readings: &'p Readings) -> Self {
        let mut dues = Self {
            readings,
            pages: Vec::new(),
            whole: BTreeMap::new(),
            operations: Servers::default(),
            left: Names::new(),
            usage: Usage::of(readings),
        };
        let apart = pages.iter().all(|page| {
            let mut about = readings.about(&page.claims.page);
            about.all(|(_, reading)| reading.stays_in_operation())
        });
        if apart {
            dues.pages = pages
                .iter()
                .map(|page| Parts::of(&page.claims, readings))
                .collect();
            let claims = pages.iter().flat_map(|page| &page.claims.claims);
            dues.enlist(claims.map(|PageClaim { claim, .. }| claim));
            // What is said of the page as a whole counts for the readings alone.
            dues.take("");
        } else {
            let all: Vec<PageClaims> = pages.iter().map(|page| page.claims.clone()).collect();
            let due = dues.due(&all);
            dues.enlist(due.keys());
            for (claim, evidence) in due {
                let operation = Arc::clone(&claim.operation);
                dues.whole
                    .entry(operation)
                    .or_default()
                    .insert(claim, evidence);
            }
        }
        dues.left.remove("");
        dues
    }

    fn enlist<'c>(&mut self, claims: impl Iterator<Item = &'c Claim>) {
        for claim in claims {
            let is_server = &*claim.place == "server" && claim.aspect == Aspect::Listed;
            if is_server || !self.left.contains(&claim.operation) {
                self.operations
                    .add(&claim.operation, is_server.then_some(&*claim.name));
                self.left.insert(Arc::clone(&claim.operation));
            }
        }
    }

    /// The operations of the pages.
    pub(super) const fn operations(&self) -> &Servers {
        &self.operations
    }

    /// The operations that were not taken yet.
    pub(super) fn rest(&self) -> Vec<Arc<str>> {
        self.left.iter().cloned().collect()
    }

    /// What must be said of an operation.
    pub(super) fn take(&mut self, operation: &str) -> Due {
        self.left.remove(operation);
        if let Some(due) = self.whole.remove(operation) {
            return due;
        }
        let parts = self.pages.iter().filter_map(|page| page.part(operation));
        self.due(&parts.collect::<Vec<_>>())
    }

    /// What must be said for claims of pages.
    fn due(&mut self, pages: &[PageClaims]) -> Due {
        // The pages' own documents are not read: there is one description of all.
        let case = |page| Case::of(page, self.readings, &Value::Null);
        let mut cases: Vec<Case> = pages.iter().map(case).collect();
        if cases.len() == 1
            && let Some(case) = cases.pop()
        {
            self.usage.add(case.usage().clone());
            return case.reviewed.expected.claims;
        }
        let cases = Cases::of(cases, self.readings, &Value::Null);
        self.usage.add(cases.usage);
        cases.consolidated.expected.claims
    }

    /// The readings that explain nothing, or that contest each other.
    pub(super) fn idle(&self, readings: &Readings) -> Vec<Finding> {
        let idle = self.usage.findings(readings).into_iter();
        idle.filter(|finding| finding.kind != Kind::UnreadRule)
            .collect()
    }
}
