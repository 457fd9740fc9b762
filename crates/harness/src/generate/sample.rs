//! What every target has to return unchanged: documented examples, and values at the edges of what
//! the document allows.

use serde::Serialize;
use serde_json::Value;

use cli::Trouble;

/// A JSON text that is an instance of a component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sample {
    /// Where it comes from: a JSON pointer into the document.
    pub pointer: String,
    /// The name of the component schema.
    pub schema: String,
    /// The JSON text, on one line. It is given as text, so that no reader of the list has touched
    /// its numbers.
    pub text: String,
}

/// All samples of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samples {
    /// The document that they are of.
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
    /// Returns every component for which no valid boundary value could be made.
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

    /// All of them, the examples first.
    pub fn all(&self) -> impl Iterator<Item = &Sample> {
        self.examples.iter().chain(&self.boundaries)
    }
}
