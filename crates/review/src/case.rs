//! The trial: each page with what the readings make of it, beside what its document says.

use std::sync::OnceLock;

use claims::{Claim, DocumentClaim, PageClaims};
use serde_json::Value;

use crate::classes::{Classed, Classes};
use crate::compare::compare;
use crate::contradictions::{Contradiction, contradictions};
use crate::expected::{Evidence, Expected, consolidated};
use crate::fate::Fate;
use crate::finding::Finding;
use crate::reading::Readings;
use crate::renderings;
use crate::stale;
use crate::statement::{Statement, statements};
use crate::support::Backing;
use crate::usage::Usage;

/// A document on trial: what it says, and what it must say.
#[derive(Clone, Debug)]
pub struct Reviewed<'c> {
    /// The document.
    pub document: &'c Value,
    /// What it says.
    pub claims: Vec<DocumentClaim>,
    /// What it must say, with the evidence.
    pub expected: Expected,
    /// The readings that the evidence names.
    pub readings: &'c Readings,
    /// The class of each of its elements.
    pub classed: Classed<'c>,
}

impl<'c> Reviewed<'c> {
    fn of(document: &'c Value, expected: Expected, readings: &'c Readings) -> Self {
        Self {
            document,
            claims: claims::openapi::claims(document),
            expected,
            readings,
            classed: Classed::default(),
        }
    }

    /// Compares what the document says with what it must say, in both directions; `file` is the
    /// document's path, as findings name it.
    #[must_use]
    pub fn findings(&self, file: &str) -> Vec<Finding> {
        compare(&self.expected, &self.claims, file)
    }

    /// The evidence for a claim; empty if nothing supports it.
    #[must_use]
    pub fn evidence(&self, claim: &Claim) -> &[Evidence] {
        self.expected.evidence(claim)
    }

    /// The strongest thing that a claim rests on.
    #[must_use]
    pub fn backing(&self, claim: &Claim) -> Backing {
        Backing::strongest(self.evidence(claim), claim, self.readings)
    }
}

/// One page on trial: its claims, what the readings make of them, and the document of the page.
#[derive(Clone, Debug)]
pub struct Case<'c> {
    /// The vendor whose page it is.
    pub vendor: &'c str,
    /// The name of the page's API for people.
    pub title: &'c str,
    /// The claims of the page.
    pub page: &'c PageClaims,
    /// What becomes of each of them under the readings.
    pub fates: Vec<Fate<'c>>,
    /// The document of the page.
    pub reviewed: Reviewed<'c>,
    usage: Usage,
    statements: OnceLock<Vec<Statement>>,
}

impl<'c> Case<'c> {
    /// Puts a page and its document on trial.
    #[must_use]
    pub fn of(page: &'c PageClaims, readings: &'c Readings, document: &'c Value) -> Self {
        let (fates, mut usage) = Fate::all(page, readings);
        let expected = Expected::of(&page.page, &fates, readings);
        expected.needless(&page.page, &mut usage);
        Self {
            vendor: "",
            title: "",
            page,
            fates,
            reviewed: Reviewed::of(document, expected, readings),
            usage,
            statements: OnceLock::new(),
        }
    }

    /// The same case with the vendor and the title of the page's API.
    #[must_use]
    pub fn named(self, vendor: &'c str, title: &'c str) -> Self {
        Self {
            vendor,
            title,
            ..self
        }
    }

    /// The page's id.
    #[must_use]
    pub fn id(&self) -> &'c str {
        &self.page.page
    }

    /// Every statement of the page, in the order of its lines.
    pub fn statements(&self) -> &[Statement] {
        self.statements
            .get_or_init(|| statements(self.vendor, &self.fates, self.reviewed.readings, self.id()))
    }

    /// What the readings did for the claims of this page.
    #[must_use]
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }
}

/// All pages on trial, and the document that describes them together.
#[derive(Clone, Debug)]
pub struct Cases<'c> {
    /// Each page, in the order of the catalogue.
    pub pages: Vec<Case<'c>>,
    /// The consolidated document.
    pub consolidated: Reviewed<'c>,
    /// The recorded decisions.
    pub readings: &'c Readings,
    /// What the readings did on all pages.
    pub usage: Usage,
}

impl<'c> Cases<'c> {
    /// Puts the consolidated document of several pages on trial.
    #[must_use]
    pub fn of(pages: Vec<Case<'c>>, readings: &'c Readings, document: &'c Value) -> Self {
        let mut usage = Usage::of(readings);
        for case in &pages {
            usage.add(case.usage.clone());
        }
        let expected = consolidated(pages.iter().map(|case| &case.reviewed.expected));
        Self {
            consolidated: Reviewed::of(document, expected, readings),
            pages,
            readings,
            usage,
        }
    }

    /// The same cases, each element with its class.
    #[must_use]
    pub fn classed(mut self, classes: &'c Classes) -> Self {
        let pages = self.pages.iter_mut().map(|case| &mut case.reviewed);
        for reviewed in pages.chain([&mut self.consolidated]) {
            reviewed.classed = Classed::of(classes, &reviewed.claims, &reviewed.expected);
        }
        self
    }

    /// The case of a page.
    #[must_use]
    pub fn get(&self, page: &str) -> Option<&Case<'c>> {
        self.pages.iter().find(|case| case.id() == page)
    }

    /// Everything that does not add up: in the document of each page, in the consolidated one, and
    /// in the readings. `file` gives the path of a page's document, or of the consolidated one.
    #[must_use]
    pub fn findings(&self, file: impl Fn(Option<&str>) -> String) -> Vec<Finding> {
        let of_body = |case: &Case| renderings::unequal(case.page, &case.fates);
        let of_page = |case: &Case| case.reviewed.findings(&file(Some(case.id())));
        let mut findings: Vec<Finding> = self.pages.iter().flat_map(of_page).collect();
        findings.extend(self.consolidated.findings(&file(None)));
        findings.extend_from_slice(self.consolidated.classed.findings());
        findings.extend(self.pages.iter().flat_map(of_body));
        findings.extend(self.idle());
        findings
    }

    /// Everything in the readings that explains nothing, or that another reading contests.
    #[must_use]
    pub fn idle(&self) -> Vec<Finding> {
        let mut findings = self.usage.findings(self.readings);
        let (statements, readings) = (self.statements(), self.readings);
        findings.extend(stale::unfinished(readings));
        findings.extend(stale::misspellings(&statements, readings));
        findings.extend(stale::contradictions(&statements, readings));
        let pages: Vec<&str> = self.pages.iter().map(Case::id).collect();
        findings.extend(stale::gaps(&pages, readings));
        findings
    }

    /// Every contradiction between and within pages, the gravest sort first.
    #[must_use]
    pub fn contradictions(&self) -> Vec<Contradiction> {
        contradictions(&self.statements(), self.readings)
    }

    /// Every statement of every page.
    #[must_use]
    pub fn statements(&self) -> Vec<&Statement> {
        self.pages.iter().flat_map(Case::statements).collect()
    }
}
