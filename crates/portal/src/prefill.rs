//! What forms and samples are filled with where a page gives no example.

use serde::Deserialize;

/// A value that finds a first customer of the sandbox.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Prefill {
    /// The page's id.
    pub page: String,
    /// `header`, `path`, `query` or `body`.
    pub place: String,
    /// The name of the parameter or field.
    pub name: String,
    /// The value.
    pub value: String,
}

impl Prefill {
    /// Reads a table with the columns `page`, `place`, `name` and `value`.
    ///
    /// # Errors
    ///
    /// Returns an error at the first row that does not have these columns.
    pub fn table(text: &str) -> Result<Vec<Self>, csv::Error> {
        csv::Reader::from_reader(text.as_bytes())
            .deserialize()
            .collect()
    }
}
