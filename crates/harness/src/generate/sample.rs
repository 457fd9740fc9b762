//! The samples that generated code must return unchanged: documented examples, and values at the edges
//! of what the document allows.

use serde::Serialize;
use serde_json::Value;

use cli::Trouble;

/// A JSON text that is an instance of a component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sample {
    /// The JSON pointer into the document from which it comes.
    pub pointer: String,
    /// The name of the component schema.
    pub schema: String,
    /// The JSON text, on one line. The list holds it as text, so that parsing the list cannot change its
    /// numbers.
    pub text: String,
}

/// All samples of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samples {
    /// The document.
    pub document: Value,
    /// The documented examples.
    pub examples: Vec<Sample>,
    /// The boundary values.
    pub boundaries: Vec<Sample>,
}

impl Samples {
    /// Makes the samples of a document.
    ///
    /// # Errors
    ///
    /// Returns an error for every component for which no valid boundary value can be made.
    pub fn of(document: &Value) -> Result<Self, Trouble> {
        let examples = document::examples(document).into_iter().map(|one| Sample {
            text: one.value.to_string(),
            pointer: one.pointer,
            schema: one.schema,
        });
        let boundaries = document::boundaries(document)
            .map_err(|cases| Trouble(cases.iter().map(ToString::to_string).collect()))?;
        let boundaries = boundaries.into_iter().map(|one| Sample {
            pointer: one.pointer,
            schema: one.schema,
            text: one.text,
        });
        Ok(Self {
            document: document.clone(),
            examples: examples.collect(),
            boundaries: boundaries.collect(),
        })
    }

    /// Returns all of them, the examples first.
    pub fn all(&self) -> impl Iterator<Item = &Sample> {
        self.examples.iter().chain(&self.boundaries)
    }
}
