//! The answer to a request.

/// An answer, as it stands in the report of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// The run's name for the case.
    pub case: String,
    /// The phase that made the case: `examples`, `coverage`, `fuzzing` or `stateful`.
    pub phase: String,
    /// Method of the request, in capitals.
    pub method: String,
    /// Path of the operation as in the document, with parameters in braces.
    pub path: String,
    /// HTTP status.
    pub status: u16,
    /// `Content-Type` without parameters, in lower case, if it was sent.
    pub media: Option<String>,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Returns the operation in one word: `GET /citi-australia/v1/customers/profiles`.
    #[must_use]
    pub(super) fn operation(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}
