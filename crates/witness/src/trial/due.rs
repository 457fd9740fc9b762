//! What a description must say of each operation: the claims of pages under the readings.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use claims::{Aspect, Capture, Claim, PageClaims};
use review::witness::{Operations, Servers};
use review::{Case, Cases, Finding, Kind, Readings, Usage};
use serde_json::Value;

use super::{Due, names, silence};

/// What must be said, operation by operation.
///
/// As long as readings stay within an operation, the claims of each are put on trial alone, so that
/// only its own evidence is there at a time. Readings that lead from one operation to another need all
/// at once.
pub(super) struct Dues<'p> {
    readings: &'p Readings,
    pages: Vec<Parts<'p>>,
    whole: BTreeMap<Arc<str>, Due>,
    operations: Operations,
    /// What pages call the operations that were not taken yet.
    left: BTreeSet<Arc<str>>,
    /// The operations of which pages say more than that they are there.
    told: BTreeSet<Arc<str>>,
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

    /// The page with the claims of one operation alone, as the description calls it.
    fn part(&self, operation: &str, operations: &Operations) -> Option<PageClaims> {
        let range = self.operations.get(operation)?.clone();
        let claims = self.order[range].iter().map(|at| &self.page.claims[*at]);
        Some(PageClaims {
            page: self.page.page.clone(),
            capture: Capture::default(),
            claims: names::called(claims, operations),
        })
    }
}

impl<'p> Dues<'p> {
    /// `ours` are the operations of the description.
    pub(super) fn of(pages: &[&'p PageClaims], readings: &'p Readings, ours: &Servers) -> Self {
        let claims = || pages.iter().flat_map(|page| &page.claims);
        let mut dues = Self {
            readings,
            pages: Vec::new(),
            whole: BTreeMap::new(),
            operations: Operations::between(ours, &Servers::of(claims().map(|it| &it.claim))),
            left: BTreeSet::new(),
            told: BTreeSet::new(),
            usage: Usage::of(readings),
        };
        let apart = pages.iter().all(|page| {
            let mut about = readings.about(&page.page);
            about.all(|(_, reading)| reading.stays_in_operation())
        });
        if apart {
            let parts = pages.iter().map(|page| Parts::of(page, readings));
            dues.pages = parts.collect();
            for stated in claims() {
                dues.enlist(&stated.claim, true);
            }
            // What is said of the page as a whole counts for the readings alone.
            dues.take("");
        } else {
            let called = |page: &&PageClaims| names::renamed(page, &dues.operations);
            let due = dues.due(&pages.iter().map(called).collect::<Vec<_>>());
            dues.operations = Operations::between(ours, &Servers::of(due.keys()));
            for (claim, evidence) in due {
                dues.enlist(&claim, evidence.iter().any(|it| !it.supplied));
                let operation = Arc::clone(&claim.operation);
                let known = dues.whole.entry(operation).or_default();
                known.insert(claim, evidence);
            }
        }
        dues.left.remove("");
        dues
    }

    /// Notes the operation of a claim, and whether the claim tells more than that it is there.
    fn enlist(&mut self, claim: &Claim, stated: bool) {
        if !self.left.contains(&claim.operation) {
            self.left.insert(Arc::clone(&claim.operation));
        }
        if stated && &*claim.place != "operation" && !self.told.contains(&claim.operation) {
            self.told.insert(Arc::clone(&claim.operation));
        }
    }

    /// Which operation of the pages is which of the description.
    pub(super) const fn operations(&self) -> &Operations {
        &self.operations
    }

    /// Whether pages say more of an operation than that it is there.
    pub(super) fn is_told(&self, operation: &str) -> bool {
        self.told.contains(operation)
    }

    /// The operations that were not taken yet.
    pub(super) fn rest(&self) -> Vec<Arc<str>> {
        self.left.iter().cloned().collect()
    }

    /// What must be said of an operation that pages call so.
    pub(super) fn take(&mut self, operation: &str) -> Due {
        self.left.remove(operation);
        if let Some(due) = self.whole.remove(operation) {
            let called = due
                .into_iter()
                .map(|(claim, it)| (self.operations.call(&claim), it));
            return called.collect();
        }
        let parts = self
            .pages
            .iter()
            .filter_map(|page| page.part(operation, &self.operations));
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
    pub(super) fn idle(&self) -> Vec<Finding> {
        let idle = self.usage.findings(self.readings).into_iter();
        idle.filter(|finding| finding.kind != Kind::UnreadRule)
            .collect()
    }
}
