//! What recorded traffic shows of the claims, as `cargo xtask traffic --coverage` writes it.

use serde::Deserialize;

/// What recordings show of every operation.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Recorded {
    /// Each operation, in the order of the documents.
    pub operations: Vec<OfOperation>,
}

/// What recordings show of one operation.
#[derive(Clone, Debug, Deserialize)]
pub struct OfOperation {
    /// The page's id.
    pub api: String,
    /// The operation: `GET /v1/offers`.
    pub operation: String,
    /// How many exchanges were recorded.
    pub exchanges: u64,
    /// How many claims were seen, and never otherwise.
    pub seen: usize,
    /// How many were seen otherwise.
    pub otherwise: usize,
    /// How many were never seen.
    pub never: usize,
}

impl Recorded {
    /// Reads the JSON of a coverage.
    ///
    /// # Errors
    ///
    /// Returns an error with line and column if it is not the JSON of a coverage.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |error: serde_json::Error| {
            let (line, column) = (error.line(), error.column());
            format!(
                "expected the JSON of `traffic --coverage`, but found something else instead \
                 (line {line}, column {column})"
            )
        };
        serde_json::from_str(text).map_err(wrong)
    }
}
