//! What the site is made of, before Node.js gives its part.

use std::collections::BTreeMap;
use std::path::Path;

use artefacts::{Built, Inputs};
use cli::Trouble;
use contract::catalogue::CATALOGUE;
use portal::{Input, Prefill, Recorded, Samples};

use crate::command;

/// The values that find the first customers of the sandbox.
const FIRST_CUSTOMERS: &str = include_str!("../../../../crates/sandbox/first-customers.csv");

/// What the site is made of, before Node.js gives its part.
#[derive(Debug)]
pub(super) struct Material {
    inputs: Inputs,
    built: Built,
    changelog: String,
    recorded: Option<Recorded>,
}

impl Material {
    /// Reads the inputs and makes the documents of them.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, or if the catalogue contradicts itself.
    pub(super) fn load(spec: &Path, coverage: Option<&Path>) -> Result<Self, Trouble> {
        let (inputs, built, _) = command::build(spec)?;
        let recorded = coverage.map(recorded).transpose()?;
        let changelog = cli::path::below(spec, "../CHANGELOG.md");
        let changelog = cli::text::read(&changelog).map_err(|error| {
            Trouble::new(format!(
                "{}: {error}; the site shows the changelog",
                changelog.display()
            ))
        })?;
        Ok(Self {
            inputs,
            built,
            changelog,
            recorded,
        })
    }

    /// How many findings there are, which the site is built in spite of.
    #[must_use]
    pub(super) fn findings(&self) -> usize {
        self.built.findings.len()
    }

    /// The requests that samples are made of, by address.
    ///
    /// # Errors
    ///
    /// Returns an error for every place where documents, claims and catalogue do not fit.
    pub(super) fn requests(&self) -> Result<BTreeMap<String, portal::Har>, Trouble> {
        let samples = Samples::default();
        self.with(&samples, "", portal::requests)
    }

    /// Every file of the site.
    ///
    /// # Errors
    ///
    /// Returns an error for every place where documents, claims and catalogue do not fit.
    pub(super) fn site(
        &self,
        samples: &Samples,
        redoc: &str,
    ) -> Result<BTreeMap<String, String>, Trouble> {
        self.with(samples, redoc, portal::site)
    }

    fn with<T>(
        &self,
        samples: &Samples,
        redoc: &str,
        make: impl FnOnce(&Input) -> Result<T, Vec<portal::Problem>>,
    ) -> Result<T, Trouble> {
        let prefills = Prefill::table(FIRST_CUSTOMERS)
            .map_err(|error| Trouble::new(format!("first-customers.csv: {error}")))?;
        let documents = &self.built.documents;
        let document = |page: &str| &documents.providers[page];
        let cases = self
            .inputs
            .cases(&CATALOGUE, document, &documents.consolidated);
        let input = Input {
            catalogue: &CATALOGUE,
            cases: &cases,
            contradictions: &self.built.contradictions,
            coverage: &self.built.coverage,
            recorded: self.recorded.as_ref(),
            artefacts: &self.built.files,
            changelog: &self.changelog,
            samples,
            prefills: &prefills,
            redoc,
        };
        make(&input).map_err(|problems| Trouble(problems.iter().map(ToString::to_string).collect()))
    }
}

/// Reads what recorded traffic shows of the claims.
fn recorded(path: &Path) -> Result<Recorded, Trouble> {
    let text = cli::text::read(path).map_err(|error| Trouble::at(path, error))?;
    Recorded::parse(&text).map_err(|error| Trouble::at(path, error))
}
