//! All that the pages are made of, and the pages.

use std::collections::BTreeMap;

use claims::Claim;
use contract::catalogue::Provider;
use review::explain::{self, Explanation, Ground, Lines, Origin, Statement};
use review::{Evidence, Expected, Readings};
use serde_json::Value;

use crate::ledger::Told;
use crate::operation::Operation;
use crate::samples::Samples;
use crate::{Input, Problem, assets, page, search};

/// What is said of a page as a whole.
#[derive(Debug)]
pub(crate) struct Whole {
    explanation: Explanation,
    /// What the page says of itself and a reading leaves out.
    omitted: Vec<(Statement, BTreeMap<Origin, Lines>)>,
}

impl Whole {
    /// Every statement, those that are left out at the end.
    pub(crate) fn told(&self) -> Vec<Told<'_>> {
        let said = self.explanation.statements.iter().map(Told::from);
        let omitted = self.omitted.iter();
        let omitted = omitted.map(|(statement, origins)| Told { statement, origins });
        said.chain(omitted).collect()
    }
}

/// What is left out of no operation's description, but of that of the page.
fn omitted(expected: &Expected) -> Vec<(Statement, BTreeMap<Origin, Lines>)> {
    let of_page = expected.omitted.iter();
    let of_page = of_page.filter(|(claim, _)| claim.operation.is_empty());
    let told = |(claim, evidence): (&Claim, &Vec<Evidence>)| {
        let statement = Statement {
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

/// All that the pages are made of.
pub(crate) struct Site<'s> {
    pub(crate) input: &'s Input<'s>,
    /// Every operation of every page, in the order of the catalogue.
    pub(crate) operations: Vec<Operation<'s>>,
    /// What is said of each page as a whole, with the evidence.
    pub(crate) pages: BTreeMap<&'static str, Whole>,
}

impl<'s> Site<'s> {
    /// Gathers the evidence of every operation.
    ///
    /// # Errors
    ///
    /// Every page without document or claims, every operation that is not in its document.
    pub(crate) fn of(input: &'s Input<'s>) -> Result<Self, Vec<Problem>> {
        let mut operations = Vec::new();
        let mut pages = BTreeMap::new();
        let mut problems = Vec::new();
        for provider in input.catalogue.providers {
            let page = input.pages.iter().find(|page| page.page == provider.id);
            let document = input.documents.providers.get(provider.id);
            let (Some(page), Some(document)) = (page, document) else {
                problems.push(Problem::NoPage { page: provider.id });
                continue;
            };
            let mut usage = review::Usage::of(input.readings);
            let made = claims::openapi::claims(document);
            let expected = review::expect(page, input.readings, &mut usage);
            let sources = explain::Sources {
                document,
                made: &made,
                expected: &expected,
                readings: input.readings,
            };
            for catalogued in provider.operations {
                match Operation::of(provider, catalogued, document, &sources) {
                    Ok(operation) => operations.push(operation),
                    Err(problem) => problems.push(problem),
                }
            }
            // A document of one page has one tag, which stands for the page.
            match explain::explain(&sources, "/tags/0") {
                Ok(explanation) => {
                    let whole = Whole {
                        explanation,
                        omitted: omitted(&expected),
                    };
                    pages.insert(provider.id, whole);
                }
                Err(_) => problems.push(Problem::NoPage { page: provider.id }),
            }
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

    /// The pages that are described.
    pub(crate) fn providers(&self) -> &'static [Provider] {
        self.input.catalogue.providers
    }

    /// The operations of a page.
    pub(crate) fn of_page(&self, page: &str) -> impl Iterator<Item = &Operation<'s>> {
        let of_page = move |operation: &&Operation| operation.provider.id == page;
        self.operations.iter().filter(of_page)
    }

    pub(crate) fn readings(&self) -> &'s Readings {
        self.input.readings
    }

    pub(crate) fn samples(&self) -> &'s Samples {
        self.input.samples
    }

    /// What `coverage.json` says of a page.
    pub(crate) fn coverage(&self, page: &str) -> &'s Value {
        let pages = self.input.coverage["pages"].as_array();
        let mut pages = pages.into_iter().flatten();
        pages
            .find(|known| known["page"] == page)
            .unwrap_or(&Value::Null)
    }

    /// The version of the document.
    pub(crate) fn version(&self) -> &'s str {
        let info = &self.input.documents.consolidated["info"];
        info["version"].as_str().unwrap_or_default()
    }

    /// Every file of the site, by its path from the root.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut files = assets::files();
        files.insert("index.html".to_owned(), page::index::index(self));
        files.insert("coverage.html".to_owned(), page::coverage::coverage(self));
        files.insert("readings.html".to_owned(), page::readings::readings(self));
        files.insert(
            "reference.html".to_owned(),
            page::reference::reference(self),
        );
        files.insert("search.json".to_owned(), search::index(self));
        for provider in self.providers() {
            let address = format!("{}/index.html", provider.id);
            let landing = page::provider::provider(self, provider, &address);
            files.insert(address, landing);
        }
        for operation in &self.operations {
            let rendered = page::operation::operation(self, operation);
            files.insert(operation.address(), rendered);
        }
        for (path, text) in self.input.artefacts {
            if crate::is_offered(path) {
                files.insert(format!("files/{path}"), text.clone());
            }
        }
        files.insert("assets/redoc.js".to_owned(), self.input.redoc.to_owned());
        files
    }
}
