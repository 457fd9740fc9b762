//! What the pages of the site are made of.

use std::collections::BTreeMap;

use claims::Claim;
use contract::catalogue::Provider;
use reports::coverage::PageCoverage;
use review::explain::{self, Claimed, Explanation, Ground, Lines, Origin};
use review::{Case, Evidence, Expected, Readings};
use serde_json::Value;

use crate::error::Problem;
use crate::input::Input;
use crate::ledger::Told;
use crate::operation::Operation;
use crate::samples::Samples;

/// A page of the catalogue with what is said of it as a whole.
#[derive(Debug)]
pub(crate) struct Described<'s> {
    /// The page and its operations.
    pub(crate) provider: &'static Provider,
    /// What the page and its document say.
    pub(crate) case: &'s Case<'s>,
    /// How much of the page is in the document.
    pub(crate) coverage: &'s PageCoverage,
    explanation: Explanation,
    /// What the page says of itself and a reading leaves out.
    omitted: Vec<(Claimed, BTreeMap<Origin, Lines>)>,
}

impl Described<'_> {
    /// Every statement, those that are left out at the end.
    pub(crate) fn told(&self) -> Vec<Told<'_>> {
        let said = self.explanation.statements.iter().map(Told::from);
        let omitted = self.omitted.iter();
        let omitted = omitted.map(|(statement, origins)| Told { statement, origins });
        said.chain(omitted).collect()
    }
}

/// What is left out of no operation's description, but of that of the page.
fn omitted(expected: &Expected) -> Vec<(Claimed, BTreeMap<Origin, Lines>)> {
    let of_page = expected.omitted.iter();
    let of_page = of_page.filter(|(claim, _)| claim.operation.is_empty());
    let told = |(claim, evidence): (&Claim, &Vec<Evidence>)| {
        let statement = Claimed {
            about: String::new(),
            aspect: claim.aspect,
            value: claim.value.to_string(),
        };
        let mut origins: BTreeMap<Origin, Lines> = BTreeMap::new();
        for one in evidence {
            let lines = origins.entry((Ground::Omitted, one.readings.clone()));
            let lines = lines.or_default().entry(one.page.to_string());
            lines.or_default().insert(one.line);
        }
        (statement, origins)
    };
    of_page.map(told).collect()
}

/// A page with its case and its counts, if it has both.
fn described<'s>(input: &'s Input, provider: &'static Provider) -> Option<Described<'s>> {
    let case = input.cases.get(provider.id)?;
    Some(Described {
        provider,
        case,
        coverage: input.coverage.page(provider.id)?,
        // A document of one page has one tag, which stands for the page.
        explanation: explain::explain(&case.reviewed, "/tags/0").ok()?,
        omitted: omitted(&case.reviewed.expected),
    })
}

/// All that the pages are made of.
pub(crate) struct Site<'s> {
    pub(crate) input: &'s Input<'s>,
    /// Every operation of every page, in the order of the catalogue.
    pub(crate) operations: Vec<Operation<'s>>,
    /// Every page, in the order of the catalogue.
    pub(crate) pages: Vec<Described<'s>>,
}

impl<'s> Site<'s> {
    /// Gathers the evidence of every operation.
    ///
    /// # Errors
    ///
    /// Returns an error for every page without a document or claims, and for every operation that
    /// is not in its document.
    pub(crate) fn of(input: &'s Input<'s>) -> Result<Self, Vec<Problem>> {
        let mut operations = Vec::new();
        let mut pages = Vec::new();
        let mut problems = Vec::new();
        for provider in input.catalogue.providers {
            let Some(described) = described(input, provider) else {
                problems.push(Problem::NoPage { page: provider.id });
                continue;
            };
            for catalogued in provider.operations {
                match Operation::of(provider, catalogued, &described.case.reviewed) {
                    Ok(operation) => operations.push(operation),
                    Err(problem) => problems.push(problem),
                }
            }
            pages.push(described);
        }
        if problems.is_empty() {
            Ok(Self {
                input,
                operations,
                pages,
            })
        } else {
            Err(problems)
        }
    }

    /// The operations of a page.
    pub(crate) fn of_page(&self, page: &str) -> impl Iterator<Item = &Operation<'s>> {
        let of_page = move |operation: &&Operation| operation.provider.id == page;
        self.operations.iter().filter(of_page)
    }

    /// The page's operation that documents what another page only lists: the same method and path.
    pub(crate) fn documented(&self, listed: &Operation) -> Option<&Operation<'s>> {
        let mut operations = self.operations.iter();
        operations.find(|other| !other.is_listed() && other.name() == listed.name())
    }

    /// An operation in the document of all pages.
    pub(crate) fn consolidated(&self, operation: &Operation) -> &'s Value {
        let paths = &self.input.cases.consolidated.document["paths"];
        &paths[&operation.path][operation.method.to_lowercase()]
    }

    /// Whether the document of all pages has this operation from this page: it documents it, or no
    /// other page does.
    pub(crate) fn is_own(&self, operation: &Operation) -> bool {
        !operation.is_listed() || self.documented(operation).is_none()
    }

    /// How many operations pages document, and how many others pages only list. One that two
    /// pages have counts once.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let own = self.operations.iter().filter(|it| self.is_own(it));
        let own: BTreeMap<String, bool> = own.map(|it| (it.name(), it.is_listed())).collect();
        let listed = own.values().filter(|listed| **listed).count();
        (own.len() - listed, listed)
    }

    pub(crate) fn readings(&self) -> &'s Readings {
        self.input.cases.readings
    }

    pub(crate) fn samples(&self) -> &'s Samples {
        self.input.samples
    }

    /// The version of the document.
    pub(crate) fn version(&self) -> &'s str {
        let info = &self.input.cases.consolidated.document["info"];
        info["version"].as_str().unwrap_or_default()
    }
}
