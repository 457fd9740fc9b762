//! The portal: builds the site from what `spec/` is made of, with what Node.js gives.

mod folder;
mod tools;

use std::collections::BTreeMap;

use crate::command;
use contract::catalogue::CATALOGUE;
use portal::{Input, Prefill, Samples};

use artefacts::{Built, Inputs};
use cli::Trouble;

pub use folder::{Written, write};
pub use tools::{Tools, WORK};

/// The values that find the first customers of the sandbox.
const FIRST_CUSTOMERS: &str = include_str!("../../crates/sandbox/first-customers.csv");

/// What the site is made of, before Node.js gives its part.
#[derive(Debug)]
pub struct Material {
    inputs: Inputs,
    built: Built,
}

impl Material {
    /// Reads the inputs and makes the documents of them.
    ///
    /// # Errors
    ///
    /// What cannot be read, or does not add up.
    pub fn load(spec: &std::path::Path) -> Result<Self, Trouble> {
        let inputs = command::inputs(spec)?;
        let built = command::build(&inputs, &cli::disk::files(spec)?)?;
        Ok(Self { inputs, built })
    }

    /// How many findings there are, which the site is built in spite of.
    #[must_use]
    pub fn findings(&self) -> usize {
        self.built.findings.len()
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
            artefacts: &self.built.files,
            samples,
            prefills: &prefills,
            redoc,
        };
        make(&input).map_err(|problems| Trouble(problems.iter().map(ToString::to_string).collect()))
    }
}
