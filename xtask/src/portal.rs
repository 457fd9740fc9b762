//! The portal: builds the site from what `spec/` is made of, with what Node.js gives.

mod folder;
mod tools;

use std::collections::BTreeMap;

use contract::catalogue::CATALOGUE;
use portal::{Input, Samples};
use serde_json::Value;

use crate::Inputs;
use crate::outcome::{Outcome, outcome};
use cli::Trouble;

pub use folder::{Written, write};
pub use tools::{Tools, WORK};

/// The numbers behind the pictures, below `spec/`.
const COVERAGE: &str = "reports/coverage.json";

/// What the site is made of, before Node.js gives its part.
#[derive(Debug)]
pub struct Material {
    inputs: Inputs,
    outcome: Outcome,
    coverage: Value,
}

impl Material {
    /// Reads the inputs and makes the documents of them.
    ///
    /// # Errors
    ///
    /// What cannot be read, or does not add up.
    pub fn load(spec: &std::path::Path) -> Result<Self, Trouble> {
        let inputs = Inputs::load(spec, &CATALOGUE)?;
        let outcome = outcome(&CATALOGUE, &inputs.readings, &inputs.claims)
            .map_err(|findings| Trouble(findings.into_iter().map(|it| it.problem).collect()))?;
        let coverage = outcome.files.get(COVERAGE).map(String::as_str);
        let coverage = serde_json::from_str(coverage.unwrap_or_default())
            .map_err(|error| Trouble::new(format!("{COVERAGE}: {error}")))?;
        Ok(Self {
            inputs,
            outcome,
            coverage,
        })
    }

    /// How many findings there are, which the site is built in spite of.
    #[must_use]
    pub fn findings(&self) -> usize {
        self.outcome.findings.len()
    }

    /// The requests that samples are made of, by address.
    ///
    /// # Errors
    ///
    /// Where documents, claims and catalogue do not fit.
    pub fn requests(&self) -> Result<BTreeMap<String, portal::Har>, Trouble> {
        let samples = Samples::default();
        self.with(&samples, "", portal::requests)
    }

    /// Every file of the site.
    ///
    /// # Errors
    ///
    /// Where documents, claims and catalogue do not fit.
    pub fn site(
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
        let pages: Vec<_> = self.inputs.claims.iter().map(|file| &file.page).collect();
        let input = Input {
            catalogue: &CATALOGUE,
            documents: &self.outcome.documents,
            readings: &self.inputs.readings,
            pages: &pages,
            contradictions: &self.outcome.contradictions,
            coverage: &self.coverage,
            artefacts: &self.outcome.files,
            samples,
            redoc,
        };
        make(&input).map_err(|problems| Trouble(problems.iter().map(ToString::to_string).collect()))
    }
}
