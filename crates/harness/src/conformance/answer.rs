//! What came back of a request.

/// An answer, as the report of a run has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// Name that the run gives the case.
    pub case: String,
    /// The phase that made the case: `examples`, `coverage`, `fuzzing` or `stateful`.
    pub phase: String,
    /// Method of the request, in capitals.
    pub method: String,
    /// Path of the operation as the document has it, with what varies in braces.
    pub path: String,
    /// Status of HTTP.
    pub status: u16,
    /// `Content-Type` without parameters, in lower case, where it was sent.
    pub media: Option<String>,
    /// What was sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// The operation, as the claims write it: `GET /citi-australia/v1/customers/profiles`.
    #[must_use]
    pub(super) fn operation(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}
